package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.compressor.log.LogCompressor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What notes of the form {@code 302 ×12-424: text} tell a person: that twelve entries like this one stand between lines
 * 302 and 424. Their times are not shown, so they are taken to be spread evenly over the time between those lines.
 */
final class Repetitions {

    private static final Pattern SHOWN = Pattern.compile("(\\d{1,9})(?: (×)(?:(\\d{1,9})-(\\d{1,9}))?)?(: |\\|)(.*)");

    /** What "|" stands for beside the colon: the date that most lines share. */
    private static final Pattern DATE = Pattern.compile("\\[log lines .*\"\\|\" = \": (.*)\"]");

    /** A note that claims more is not spelled out further: the rate is clear by then. */
    private static final int MAX_SPELLED_OUT = 10_000;

    /** What is said of a line: for how many entries it stands, none if it is counted with an earlier one, up to which line. */
    private record Note(LogLine line, int count, int lastLine) {}

    private Repetitions() {}

    /** The entries that notes stand for, besides those that are shown; none where a text has no such notes. */
    static List<LogLine> in(String service, String shown) {
        if (!shown.startsWith("[log lines")) {
            return List.of();
        }
        Map<Integer, Note> notes = new TreeMap<>();
        NavigableMap<Integer, LogLine> lines = read(service, shown, notes);
        return notes.values().stream()
                .flatMap(note -> spellOut(note, lines).stream())
                .toList();
    }

    /** Reads the lines that are shown, by their numbers, and the notes. */
    private static NavigableMap<Integer, LogLine> read(String service, String shown, Map<Integer, Note> notes) {
        NavigableMap<Integer, LogLine> lines = new TreeMap<>();
        long millis = 0;
        Matcher legend = DATE.matcher(Incident.linesOf(shown).get(0));
        String date = legend.matches() ? legend.group(1) : "";
        for (String text : Incident.linesOf(LogCompressor.spellOut(shown))) {
            Matcher matcher = SHOWN.matcher(text);
            if (matcher.matches()) {
                int number = Integer.parseInt(matcher.group(1));
                LogLine line =
                        LogLine.of(service, (matcher.group(5).equals("|") ? date : "") + matcher.group(6), millis);
                millis = line.millis();
                lines.put(number, line);
                boolean counts = matcher.group(3) != null;
                if (matcher.group(2) != null) {
                    int count = counts ? Integer.parseInt(matcher.group(3)) : 0;
                    notes.put(number, new Note(line, count, counts ? Integer.parseInt(matcher.group(4)) : number));
                }
            }
        }
        return lines;
    }

    /**
     * How many entries hold a text, as the notes tell it: an entry that stands for others counts as often as its note says.
     * Empty where this stays open, because the entries of a note are only partly of the asked time, or because no entry that
     * is shown holds the text while others are not shown.
     */
    static OptionalInt count(String service, String shown, String text, long from, long to) {
        Map<Integer, Note> notes = new TreeMap<>();
        NavigableMap<Integer, LogLine> lines = read(service, shown, notes);
        int count = 0;
        for (Map.Entry<Integer, LogLine> entry : lines.entrySet()) {
            int number = entry.getKey();
            LogLine line = entry.getValue();
            Note note = notes.getOrDefault(number, new Note(line, 1, number));
            if (!line.text().contains(text) || note.count() == 0) {
                continue;
            }
            long last = Math.max(line.millis(), lastTime(note, lines));
            boolean inside = line.millis() >= from && last <= to;
            if (!inside && last >= from && line.millis() <= to) {
                return OptionalInt.empty();
            }
            count += inside ? note.count() : 0;
        }
        return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** When the last entry of a note was logged, by the line at or before it that is shown. */
    private static long lastTime(Note note, NavigableMap<Integer, LogLine> lines) {
        Map.Entry<Integer, LogLine> last = lines.floorEntry(note.lastLine());
        return last == null ? note.line().millis() : last.getValue().millis();
    }

    private static List<LogLine> spellOut(Note note, NavigableMap<Integer, LogLine> lines) {
        long from = note.line().millis();
        long span = Math.max(0, lastTime(note, lines) - from);
        int unseen = Math.min(note.count(), MAX_SPELLED_OUT) - 1;
        List<LogLine> spelledOut = new ArrayList<>();
        for (int i = 1; i <= unseen; i++) {
            spelledOut.add(new LogLine(note.line().service(), note.line().text(), from + span * i / unseen, true));
        }
        return spelledOut;
    }
}
