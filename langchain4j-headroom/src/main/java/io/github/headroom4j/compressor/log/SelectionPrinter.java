package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.template.Lines;
import io.github.headroom4j.compressor.template.LogText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prints chosen entries, each line behind its number in the original. The first line of a kind tells how many entries
 * of its kind there are up to which line, and further ones bear a sign that they are counted there; lines left out within
 * an entry leave a note; what is neither shown nor counted there is told at the end, see {@link HiddenKinds}. So every line
 * of the original is accounted for. What most lines have before the time of day is said once, see {@link CommonDates}, and
 * of a line like an earlier one only what differs, see {@link Likeness}; {@link SelectionReader} reads both back.
 */
final class SelectionPrinter {

    static final String LEGEND = "[log lines \"number: text\"; ×n-m = n alike up to line m";

    private static final String ONE_OF_THEM = "; × = one of them";
    private static final String LIKE = "; =k: … as in line k";
    private static final String NOT_SHOWN = "; ≈ = not shown, * for values";
    private static final String BEHIND = ", behind \"";

    /** Stands between a number and what entries that are not shown have in common. */
    static final String OUTLINE = "≈ ";

    /** Characters of a line that are shown; of a longer one its beginning is. */
    static final int MAX_SHOWN_CHARS = 2000;

    /** The same of a line that tells of no trouble and that nobody asked for: what it is about stands in front. */
    static final int MAX_ASIDE_CHARS = 600;

    private final LogText log;
    private final LogEntries entries;
    private final EntryKinds kinds;
    private final EntryView view;
    private final Set<String> seen = new HashSet<>();
    private final int offset;
    private int linesShown;
    private int maxChars;
    private CommonDates dates = CommonDates.none();
    private boolean repeats;
    private final LineModels models;
    private final StringBuilder out = new StringBuilder();

    SelectionPrinter(LogText log, EntryKinds kinds, EntryView view, CompressionContext context) {
        this.log = log;
        this.entries = kinds.entries();
        this.kinds = kinds;
        this.view = view;
        offset = context.firstLine();
        models = new LineModels(context.counter());
    }

    /** Prints, or returns empty if everything would be shown. */
    Optional<Selection> print(BitSet chosen, EntryScores scores, HiddenKinds hidden) {
        dates = CommonDates.of(log.lines(), chosen.stream().map(entries::start));
        for (int entry = chosen.nextSetBit(0); entry >= 0; entry = chosen.nextSetBit(entry + 1)) {
            maxChars = scores.maxChars(entry);
            print(entry, unseen(entry), leads(entry, chosen, scores.leaders()));
        }
        out.append(hidden.note(offset));
        if (linesShown == log.lines().numbered()) {
            return Optional.empty();
        }
        return Optional.of(Selection.of(legend(hidden) + out, chosen.cardinality(), entries.count()));
    }

    private String legend(HiddenKinds hidden) {
        String shared = hidden.shared();
        return LEGEND
                + (repeats ? ONE_OF_THEM : "")
                + (models.isUsed() ? LIKE : "")
                + (hidden.hasListed() ? NOT_SHOWN : "")
                + (shared.isEmpty() ? "" : BEHIND + shared + "\"")
                + dates.legend()
                + "]\n";
    }

    /** The lines to show of an entry; beside its first, only what was not shown before. */
    private List<Integer> unseen(int entry) {
        List<Integer> lines = new ArrayList<>();
        for (int line : view.shown(entry)) {
            if (line == entries.start(entry) || seen.add(log.lines().get(line))) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Where the entries that this one speaks for end: an index into its kind's members, or -1 if it speaks for none. */
    private int leads(int entry, BitSet chosen, BitSet leaders) {
        int[] members = kinds.members(kinds.kindOf(entry));
        boolean leads = leaders.get(entry) || isFirstChosen(entry, members, chosen);
        if (!leads) {
            return -1;
        }
        int last = members.length - 1;
        for (int i = members.length - 1; members[i] > entry; i--) {
            if (leaders.get(members[i]) && chosen.get(members[i])) {
                last = i - 1;
            }
        }
        return last;
    }

    private static boolean isFirstChosen(int entry, int[] members, BitSet chosen) {
        for (int member : members) {
            if (chosen.get(member)) {
                return member == entry;
            }
        }
        return false;
    }

    private void print(int entry, List<Integer> shown, int lastAlike) {
        int[] members = kinds.members(kinds.kindOf(entry));
        int next = entries.start(entry);
        for (int line : shown) {
            note(next, line);
            out.append(line + offset);
            if (line == entries.start(entry) && lastAlike < 0) {
                out.append(" ×");
                repeats = true;
            } else if (line == entries.start(entry) && members[lastAlike] > entry) {
                int count = lastAlike - indexOf(entry, members) + 1;
                out.append(" ×").append(count).append('-');
                out.append(entries.start(members[lastAlike]) + offset);
            }
            printText(line);
            next = line + 1;
            linesShown++;
        }
        note(next, entries.end(entry));
    }

    private void printText(int line) {
        Lines lines = log.lines();
        if (lines.length(line) > maxChars) {
            printHead(line);
            return;
        }
        String text = dates.signed(lines.get(line));
        Optional<LineModels.Told> told = models.tell(line + offset, text);
        told.ifPresent(one -> out.append(LineModels.SIGN).append(one.model()));
        out.append(told.map(LineModels.Told::text).orElse(text)).append('\n');
    }

    private void printHead(int line) {
        Lines lines = log.lines();
        int end = lines.start(line) + maxChars;
        while (end > lines.start(line) + 1
                && Character.isLetterOrDigit(lines.text().charAt(end - 1))) {
            end--;
        }
        out.append("~ ").append(lines.text(), lines.start(line), end);
        out.append("… ").append(lines.end(line) - end).append(" characters more\n");
    }

    private void note(int from, int to) {
        if (to > from) {
            out.append(Elision.lines(from + offset, to - 1 + offset)).append('\n');
        }
    }

    private static int indexOf(int entry, int[] members) {
        return Arrays.binarySearch(members, entry);
    }
}
