package io.github.headroom4j.compressor.log;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * The kinds of which a selection shows nothing: how many there are, and where each kind of warning and error among them
 * starts. So however many ways of failing a log has, each is visible, by a line or at least by a line's number.
 */
final class HiddenKinds {

    private final LogEntries entries;
    private final Map<Severity, BitSet> starts = new EnumMap<>(Severity.class);
    private int count;
    private int hiddenEntries;
    private int first = Integer.MAX_VALUE;
    private int last = -1;

    private HiddenKinds(LogEntries entries) {
        this.entries = entries;
    }

    static HiddenKinds of(EntryKinds kinds, BitSet chosen) {
        HiddenKinds hidden = new HiddenKinds(kinds.entries());
        BitSet shown = new BitSet(kinds.count());
        chosen.stream().forEach(entry -> shown.set(kinds.kindOf(entry)));
        for (int kind = shown.nextClearBit(0); kind < kinds.count(); kind = shown.nextClearBit(kind + 1)) {
            hidden.add(kinds.members(kind));
        }
        return hidden;
    }

    private void add(int[] members) {
        count++;
        hiddenEntries += members.length;
        first = Math.min(first, entries.start(members[0]));
        last = Math.max(last, entries.end(members[members.length - 1]) - 1);
        starts.computeIfAbsent(entries.severity(members[0]), severity -> new BitSet())
                .set(members[0]);
    }

    /** One line for all, and before it one for errors and one for warnings if there are such; empty if nothing is hidden. */
    String note(int firstLine) {
        if (count == 0) {
            return "";
        }
        StringBuilder note = new StringBuilder();
        list(Severity.ERROR, "errors", firstLine, note);
        list(Severity.WARNING, "warnings", firstLine, note);
        note.append("… ").append(hiddenEntries).append(" entries of ").append(count);
        note.append(" other kinds between lines ").append(first + firstLine).append(" and ");
        return note.append(last + firstLine).append('\n').toString();
    }

    private void list(Severity severity, String name, int firstLine, StringBuilder note) {
        BitSet bad = starts.getOrDefault(severity, new BitSet());
        if (bad.isEmpty()) {
            return;
        }
        note.append("… ").append(bad.cardinality()).append(" other kinds of ").append(name);
        String before = " start in lines ";
        for (int from = bad.nextSetBit(0); from >= 0; ) {
            int to = bad.nextClearBit(from) - 1;
            note.append(before).append(entries.start(from) + firstLine);
            if (to > from) {
                note.append('-').append(entries.start(to) + firstLine);
            }
            before = ", ";
            from = bad.nextSetBit(to + 1);
        }
        note.append('\n');
    }
}
