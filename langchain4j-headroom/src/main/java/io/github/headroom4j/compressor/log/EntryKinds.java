package io.github.headroom4j.compressor.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts entries into kinds: one severity, one template, one chain of exceptions. Among harmless entries, templates that
 * differ in a few words are one kind; among warnings and errors they are not, unless there are very many of them.
 */
final class EntryKinds {

    /** So many templates of one merged template differ in data, not in what happened. */
    private static final int MAX_VARIANTS = 12;

    /** Lines of a chain of exceptions that tell kinds apart. */
    private static final int MAX_HEADINGS = 8;

    private final int[] kindOf;
    private final List<int[]> members = new ArrayList<>();

    private EntryKinds(LogText log, LogEntries entries) {
        int[] templateRows = new int[log.templates().size()];
        for (int i = 0; i < entries.count(); i++) {
            int template = log.templateOf(entries.start(i));
            if (template >= 0) {
                templateRows[template]++;
            }
        }
        TemplateMerger merger = TemplateMerger.merge(log.templates(), templateRows);
        int[] variants = new int[merger.merged().size()];
        for (int i = 0; i < templateRows.length; i++) {
            if (templateRows[i] > 0) {
                variants[merger.mergedOf(i)]++;
            }
        }
        kindOf = new int[entries.count()];
        Map<List<Object>, Integer> kinds = new HashMap<>();
        for (int i = 0; i < kindOf.length; i++) {
            List<Object> key = new ArrayList<>();
            Severity severity = entries.severity(i);
            int template = log.templateOf(entries.start(i));
            int merged = template < 0 ? TemplateMiner.NONE : merger.mergedOf(template);
            boolean exact =
                    severity.compareTo(Severity.SUSPICIOUS) >= 0 && merged >= 0 && variants[merged] <= MAX_VARIANTS;
            key.add(severity);
            key.add(exact);
            key.add(exact ? template : merged);
            for (int line : entries.headings(i)) {
                if (key.size() < MAX_HEADINGS) {
                    key.add(log.templateOf(line));
                }
            }
            Integer known = kinds.putIfAbsent(key, kinds.size());
            kindOf[i] = known == null ? kinds.size() - 1 : known;
        }
        collect(kinds.size());
    }

    static EntryKinds of(LogText log, LogEntries entries) {
        return new EntryKinds(log, entries);
    }

    private void collect(int kinds) {
        int[] sizes = new int[kinds];
        for (int kind : kindOf) {
            sizes[kind]++;
        }
        for (int size : sizes) {
            members.add(new int[size]);
        }
        int[] next = new int[kinds];
        for (int i = 0; i < kindOf.length; i++) {
            members.get(kindOf[i])[next[kindOf[i]]++] = i;
        }
    }

    int count() {
        return members.size();
    }

    int kindOf(int entry) {
        return kindOf[entry];
    }

    /** The entries of a kind, ascending. Not to be changed. */
    int[] members(int kind) {
        return members.get(kind);
    }
}
