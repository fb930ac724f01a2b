package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries that a selection neither shows nor counts beside a shown one: those of kinds without a shown entry, and those
 * before the first shown one of their kind. Entries of one template, or of several that differ in a few words, are {@link
 * #list listed} in one line: where they are, how many, and what they have in common. The others are counted, and of warnings
 * and errors among them the lines are named where their kinds start. So every entry of a log is accounted for.
 */
final class HiddenKinds {

    /** A single entry is shown as it is, time and all, if that costs at most so many tokens more. */
    private static final int WHOLE = 12;

    /** So many lines pay for saying once what they begin with, */
    private static final int MIN_SHARING = 3;

    /** if it has so many characters. */
    private static final int MIN_SHARED = 5;

    private final LogEntries entries;
    private final KindOutline outlines;
    private final List<Group> groups;
    private final List<Group> listed = new ArrayList<>();
    private final BitSet singles = new BitSet();
    private int spent;
    private String shared = "";

    /** Hidden entries that one line describes. */
    private static final class Group {

        private final List<Integer> members = new ArrayList<>();
        private final List<Integer> firsts = new ArrayList<>();
        private String text = "";

        int first() {
            return firsts.get(0);
        }

        int last() {
            return members.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
    }

    private HiddenKinds(LogEntries entries, KindOutline outlines, List<Group> groups) {
        this.entries = entries;
        this.outlines = outlines;
        this.groups = groups;
    }

    /**
     * Finds them.
     *
     * @param log the log
     * @param kinds the kinds of its entries
     * @param chosen the entries that are shown
     * @return what is hidden, nothing listed yet
     */
    static HiddenKinds of(LogText log, EntryKinds kinds, BitSet chosen) {
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        // Kinds are numbered by their first entries, so those of a group ascend.
        for (int kind = 0; kind < kinds.count(); kind++) {
            int[] members = kinds.members(kind);
            if (!chosen.get(members[0])) {
                List<Object> key = List.of(kinds.entries().severity(members[0]), kinds.familyOf(kind));
                Group group = groups.computeIfAbsent(key, any -> new Group());
                group.firsts.add(members[0]);
                for (int i = 0; i < members.length && !chosen.get(members[i]); i++) {
                    group.members.add(members[i]);
                }
            }
        }
        return new HiddenKinds(kinds.entries(), new KindOutline(log, kinds), new ArrayList<>(groups.values()));
    }

    /**
     * Lists what there is room for, the most telling first.
     *
     * @param scores of all entries
     * @param costs what showing each of them costs, in tokens
     * @param room what may be spent, and what counts it
     * @return the same
     */
    HiddenKinds list(double[] scores, int[] costs, Room room) {
        // Sorting is stable: of equals the earlier one comes first.
        groups.sort(Comparator.comparingDouble(group -> -scores[group.first()]));
        List<Group> done = new ArrayList<>();
        for (Group group : groups) {
            if (spent >= room.tokens()) {
                break;
            }
            if (fits(group, costs, room)) {
                done.add(group);
            }
        }
        groups.removeAll(done);
        done.stream().filter(group -> !singles.get(group.first())).forEach(listed::add);
        listed.sort(Comparator.comparingInt(Group::first));
        shared = findShared();
        return this;
    }

    private boolean fits(Group group, int[] costs, Room room) {
        group.text = outlines.of(group.members);
        int cost = room.counter().count(line(group, 0));
        int whole = group.members.size() == 1 ? costs[group.first()] : 0;
        boolean single = whole > 0 && whole <= cost + WHOLE;
        cost = single ? whole : cost;
        boolean fits = spent + cost <= room.tokens();
        if (fits) {
            spent += cost;
            singles.set(group.first(), group.first() + 1, single);
        }
        return fits;
    }

    /**
     * What listing may cost.
     *
     * @param counter counts tokens
     * @param tokens at most so many
     */
    record Room(TokenCounter counter, int tokens) {}

    /** Entries that are to be shown instead of being told of. */
    BitSet singles() {
        return singles;
    }

    /** Whether some are listed. */
    boolean hasListed() {
        return !listed.isEmpty();
    }

    /** What all that are listed begin with, up to a blank; left out in their lines. Empty if that is not worth a note. */
    String shared() {
        return shared;
    }

    private String findShared() {
        String common = listed.size() < MIN_SHARING ? "" : listed.get(0).text;
        for (Group group : listed) {
            common = KindOutline.commonBeginning(common, group.text);
        }
        int end = common.lastIndexOf(' ') + 1;
        // It is said between quotation marks.
        return end < MIN_SHARED || common.indexOf('"') >= 0 ? "" : common.substring(0, end);
    }

    /** A line for each that is listed, and what is to be said of the others; empty if nothing is hidden. */
    String note(int firstLine) {
        StringBuilder note = new StringBuilder();
        listed.forEach(group -> note.append(line(group, firstLine)));
        if (!groups.isEmpty()) {
            name(Severity.ERROR, "errors", firstLine, note);
            name(Severity.WARNING, "warnings", firstLine, note);
            count(firstLine, note);
        }
        return note.toString();
    }

    private String line(Group group, int firstLine) {
        int count = group.members.size();
        String first = "" + (entries.start(group.first()) + firstLine);
        String where = count == 1 ? first : first + " ×" + count + "-" + (entries.start(group.last()) + firstLine);
        return where + SelectionPrinter.OUTLINE + group.text.substring(shared.length()) + "\n";
    }

    private void count(int firstLine, StringBuilder note) {
        int hidden = groups.stream().mapToInt(group -> group.members.size()).sum();
        int kinds = groups.stream().mapToInt(group -> group.firsts.size()).sum();
        int first = groups.stream().mapToInt(Group::first).min().orElseThrow();
        int last = groups.stream().mapToInt(Group::last).max().orElseThrow();
        note.append("… ").append(hidden).append(" entries of ").append(kinds);
        note.append(" other kinds between lines ")
                .append(entries.start(first) + firstLine)
                .append(" and ");
        note.append(entries.end(last) - 1 + firstLine).append('\n');
    }

    private void name(Severity severity, String name, int firstLine, StringBuilder note) {
        BitSet bad = new BitSet();
        for (Group group : groups) {
            if (entries.severity(group.first()) == severity) {
                group.firsts.forEach(bad::set);
            }
        }
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
