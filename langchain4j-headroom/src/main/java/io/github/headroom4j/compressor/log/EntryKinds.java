package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.compressor.template.TemplateMerger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts entries into kinds: one severity, one template, one chain of exceptions. Among harmless entries, templates that
 * differ in a few words are one kind; among warnings and errors they are not, unless they differ in data only (see {@link
 * Signature}) or there are very many of them.
 */
final class EntryKinds {

    /** So many templates of one merged template differ in data, not in what happened. */
    private static final int MAX_VARIANTS = 12;

    /** Lines of a chain of exceptions that tell kinds apart. */
    private static final int MAX_HEADINGS = 6;

    private final LogText log;
    private final LogEntries entries;
    private final TemplateMerger merger;
    private final int[] variants;
    private final @Nullable String[] signatures;
    private final int[] kindOf;
    private final List<int[]> members = new ArrayList<>();

    private EntryKinds(LogText log, LogEntries entries) {
        this.log = log;
        this.entries = entries;
        int[] rows = rows();
        merger = TemplateMerger.merge(log.templates(), rows, log.lines().pace());
        variants = new int[merger.merged().size()];
        signatures = new String[rows.length];
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] > 0 && seen.add(List.of(merger.mergedOf(i), signature(i)))) {
                variants[merger.mergedOf(i)]++;
            }
        }
        kindOf = new int[entries.count()];
    }

    static EntryKinds of(LogText log, LogEntries entries) {
        EntryKinds result = new EntryKinds(log, entries);
        Map<List<Object>, Integer> kinds = new HashMap<>();
        for (int i = 0; i < result.kindOf.length; i++) {
            List<Object> key = result.key(i);
            Integer known = kinds.putIfAbsent(key, kinds.size());
            result.kindOf[i] = known == null ? kinds.size() - 1 : known;
        }
        result.collect(kinds.size());
        return result;
    }

    LogEntries entries() {
        return entries;
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

    private int[] rows() {
        int[] rows = new int[log.templates().size()];
        for (int i = 0; i < entries.count(); i++) {
            int template = log.templateOf(entries.start(i));
            if (template >= 0) {
                rows[template]++;
            }
        }
        return rows;
    }

    /** How many entries are of this kind or of one that differs in a few words. */
    int family(int kind) {
        int template = log.templateOf(entries.start(members.get(kind)[0]));
        return template < 0
                ? members.get(kind).length
                : merger.merged().get(merger.mergedOf(template)).rows();
    }

    /** What kinds that differ in a few words share: an equal number; of a kind whose lines have no template its own. */
    int familyOf(int kind) {
        int template = log.templateOf(entries.start(members.get(kind)[0]));
        return template < 0 ? -1 - kind : merger.mergedOf(template);
    }

    /** The templates that differ in a few words. */
    TemplateMerger merger() {
        return merger;
    }

    private List<Object> key(int entry) {
        Severity severity = entries.severity(entry);
        int template = log.templateOf(entries.start(entry));
        int merged = template < 0 ? template : merger.mergedOf(template);
        boolean exact = merged >= 0 && variants[merged] <= MAX_VARIANTS;
        List<Object> key = new ArrayList<>(4);
        key.add(severity);
        key.add(exact ? signature(template) : merged);
        for (int line : entries.headings(entry)) {
            if (key.size() < MAX_HEADINGS + 2) {
                key.add(log.templateOf(line));
            }
        }
        return key;
    }

    private String signature(int template) {
        String known = signatures[template];
        if (known == null) {
            known = Signature.of(log.templates().get(template));
            signatures[template] = known;
        }
        return known;
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
}
