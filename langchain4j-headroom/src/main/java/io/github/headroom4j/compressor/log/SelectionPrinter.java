package io.github.headroom4j.compressor.log;

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
import java.util.StringJoiner;

/**
 * Prints chosen entries, each line behind its number in the original. The first line of a kind tells how many entries
 * of its kind there are up to which line, and further ones bear a sign that they are counted there; lines left out within
 * an entry leave a note; what is neither shown nor counted there is told at the end, see {@link HiddenKinds}. So every line
 * of the original is accounted for. What most lines have before the time of day is said once, see {@link CommonDate}.
 */
final class SelectionPrinter {

    static final String LEGEND = "[log lines \"number: text\"; \"×n-m\" = n entries alike up to line m";

    private static final String ONE_OF_THEM = "; \"×\" = one of them";
    private static final String NOT_SHOWN = "; \"≈\" = not shown, * for values";
    private static final String BEHIND = ", behind \"";
    private static final String DATE = "; \"|\" = \": ";
    private static final String AFTER_DATE = "\"]";

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
    private String date = "";
    private boolean repeats;
    private final StringBuilder out = new StringBuilder();

    SelectionPrinter(LogText log, EntryKinds kinds, EntryView view, int firstLine) {
        this.log = log;
        this.entries = kinds.entries();
        this.kinds = kinds;
        this.view = view;
        offset = firstLine;
    }

    /** Prints, or returns empty if everything would be shown. */
    Optional<Selection> print(BitSet chosen, EntryScores scores, HiddenKinds hidden) {
        date = CommonDate.of(log.lines(), chosen.stream().map(entries::start));
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
                + (hidden.hasListed() ? NOT_SHOWN : "")
                + (shared.isEmpty() ? "" : BEHIND + shared + "\"")
                + (date.isEmpty() ? "]" : DATE + date + AFTER_DATE)
                + "\n";
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
        int start = lines.start(line);
        boolean dated = !date.isEmpty() && lines.text().startsWith(date, start);
        if (lines.length(line) > maxChars) {
            printHead(line);
        } else if (dated) {
            out.append('|').append(lines.text(), start + date.length(), lines.end(line));
            out.append('\n');
        } else {
            out.append(": ").append(lines.get(line)).append('\n');
        }
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

    /** Restores the lines that a selection shows whole. */
    static Optional<String> shownLines(String printed) {
        Lines lines = Lines.of(printed);
        String legend = lines.numbered() == 0 ? "" : lines.get(0);
        if (!legend.startsWith(LEGEND) || !legend.endsWith("]")) {
            return Optional.empty();
        }
        int date = legend.indexOf(DATE);
        boolean dated = date >= 0 && legend.endsWith(AFTER_DATE);
        String omitted = dated ? legend.substring(date + DATE.length(), legend.length() - AFTER_DATE.length()) : "";
        StringJoiner shown = new StringJoiner("\n");
        for (int i = 1; i < lines.numbered(); i++) {
            String line = lines.get(i);
            int text = afterNumber(line);
            if (line.startsWith("|", text)) {
                shown.add(omitted + line.substring(text + 1));
            } else if (line.startsWith(": ", text)) {
                shown.add(line.substring(text + 2));
            }
        }
        return Optional.of(shown.toString());
    }

    /** Where a line's number and count end; the end of the line if it has none. */
    private static int afterNumber(String line) {
        int at = 0;
        while (at < line.length() && "0123456789 ×-".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        boolean numbered = at > 0 && line.charAt(0) >= '0' && line.charAt(0) <= '9';
        return numbered ? at : line.length();
    }
}
