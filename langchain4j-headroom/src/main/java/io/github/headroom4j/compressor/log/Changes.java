package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.LineScanner;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.compressor.template.TimeMatch;
import io.github.headroom4j.compressor.template.TraceLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is different when something is logged again: the lines of a repeated block that did not stand in an earlier one
 * (a setting among a hundred others), and the entries of a frequent warning or error where a value that hardly ever
 * changes does (a port, a node's number).
 */
final class Changes {

    /** A shorter block shows what it says anyway, in lines beside the first. */
    private static final int MIN_BLOCK = 6;

    /** More new lines than this share of a block are no change of it but another block. */
    private static final double MAX_NEW = 0.25;

    /** A value with more forms than this is data. */
    private static final int MAX_FORMS = 4;

    private final LogText log;
    private final LogEntries entries;
    private final EntryKinds kinds;
    private final BitSet lines = new BitSet();
    private final BitSet changed = new BitSet();

    private Changes(LogText log, LogEntries entries, EntryKinds kinds) {
        this.log = log;
        this.entries = entries;
        this.kinds = kinds;
    }

    static Changes in(LogText log, LogEntries entries, EntryKinds kinds) {
        Changes changes = new Changes(log, entries, kinds);
        changes.findLines();
        for (int kind = 0; kind < kinds.count(); kind++) {
            int[] members = kinds.members(kind);
            boolean bad = entries.severity(members[0]).compareTo(Severity.WARNING) >= 0;
            if (bad && members.length > 2) {
                changes.findValues(members);
            }
        }
        return changes;
    }

    /** New lines of repeated blocks. */
    BitSet lines() {
        return lines;
    }

    /** Entries in which something is new. */
    BitSet entries() {
        return changed;
    }

    private void findLines() {
        Set<Long> known = new HashSet<>();
        BitSet blockSeen = new BitSet();
        for (int entry = 0; entry < entries.count(); entry++) {
            int size = entries.end(entry) - entries.start(entry) - 1;
            if (size >= MIN_BLOCK) {
                BitSet fresh = new BitSet();
                for (int line = entries.start(entry) + 1; line < entries.end(entry); line++) {
                    if (known.add(log.lines().hash(line)) && entries.traceLine(line) == TraceLine.OTHER) {
                        fresh.set(line);
                    }
                }
                int kind = kinds.kindOf(entry);
                if (blockSeen.get(kind) && !fresh.isEmpty() && fresh.cardinality() <= size * MAX_NEW) {
                    lines.or(fresh);
                    changed.set(entry);
                }
                blockSeen.set(kind);
            }
        }
    }

    private void findValues(int[] members) {
        LineScanner scanner = new LineScanner();
        TimeMatch match = new TimeMatch();
        Map<Integer, Phases> columns = new HashMap<>();
        for (int member : members) {
            log.scan(entries.start(member), scanner, match);
            for (int token = 0; token < scanner.count(); token++) {
                if (scanner.kind(token) == LineScanner.VARIABLE) {
                    columns.computeIfAbsent(token, t -> new Phases()).add(scanner.get(token), member);
                }
            }
        }
        for (Phases phases : columns.values()) {
            if (phases.starts.size() * 3 <= members.length) {
                phases.starts.forEach(changed::set);
            }
        }
    }

    /**
     * The values of a column, if each, once another has taken its place, does not come back: a setting or a port is
     * switched, while threads and customers alternate.
     */
    private static final class Phases {

        private final Set<String> values = new HashSet<>();
        private final List<Integer> starts = new ArrayList<>();
        private String current = "";
        private boolean given = true;

        void add(String value, int entry) {
            if (!given || value.equals(current)) {
                return;
            }
            current = value;
            starts.add(entry);
            given = values.add(value) && values.size() <= MAX_FORMS;
            if (!given) {
                starts.clear();
            }
        }
    }
}
