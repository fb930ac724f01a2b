package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.Lines;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.compressor.template.TraceLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The entries of a log: a first line and the lines that continue it (stack traces, wrapped text, the details that
 * PostgreSQL logs beside an error). Not changed once read.
 */
final class LogEntries {

    /** From this share of times on, a line without one continues the line before. */
    private static final double TIMED = 0.3;

    /** What PostgreSQL writes, with a time, after the message that it belongs to. */
    private static final Set<String> DETAILS = Set.of("DETAIL:", "HINT:", "STATEMENT:", "CONTEXT:", "QUERY:");

    /** How far behind the time it does so, in characters. */
    private static final int DETAIL_WITHIN = 100;

    private final LogText log;
    private final Lines lines;
    private final LineFacts facts;
    private final boolean timed;
    private final int[] starts;
    private final Severity[] severities;
    private int count;

    private LogEntries(LogText log) {
        this.log = log;
        lines = log.lines();
        facts = new LineFacts(log);
        timed = isTimed();
        starts = new int[lines.numbered() + 1];
        severities = new Severity[lines.numbered()];
        Arrays.fill(severities, Severity.INFO);
    }

    static LogEntries of(LogText log) {
        LogEntries entries = new LogEntries(log);
        for (int line = 0; line < entries.lines.numbered(); line++) {
            entries.add(line);
        }
        entries.starts[entries.count] = entries.lines.numbered();
        return entries;
    }

    int count() {
        return count;
    }

    /** The first line of an entry. */
    int start(int entry) {
        return starts[entry];
    }

    /** The line after the last one of an entry. */
    int end(int entry) {
        return starts[entry + 1];
    }

    Severity severity(int entry) {
        return severities[entry];
    }

    TraceLine traceLine(int line) {
        return facts.traceLine(line);
    }

    /** The lines of an entry that name an exception or a cause, without its first line. */
    List<Integer> headings(int entry) {
        List<Integer> headings = new ArrayList<>();
        for (int line = start(entry) + 1; line < end(entry); line++) {
            if (facts.traceLine(line) == TraceLine.HEADING) {
                headings.add(line);
            }
        }
        return headings;
    }

    private void add(int line) {
        TraceLine kind = facts.traceLine(line);
        if (count > 0 && continues(line, kind)) {
            worsen(line, kind);
            return;
        }
        starts[count] = line;
        Severity severity = kind == TraceLine.HEADING && !log.hasTime(line) ? Severity.ERROR : facts.severity(line);
        severities[count++] = severity;
    }

    private boolean continues(int line, TraceLine kind) {
        if (lines.length(line) == 0) {
            return true;
        }
        char first = lines.text().charAt(lines.start(line));
        if (kind == TraceLine.HEADING && !log.hasTime(line) && first > ' ') {
            boolean afterTrouble = severities[count - 1].compareTo(Severity.SUSPICIOUS) >= 0;
            return lines.startsWith(line, "Caused by:") || (afterTrouble && !beginsAnotherTrace(line));
        }
        if (first <= ' ' || kind != TraceLine.OTHER) {
            return !log.hasTime(line) || kind != TraceLine.OTHER;
        }
        return timed && (!log.hasTime(line) || isDetail(line));
    }

    /**
     * A trace below a message belongs to it, and so does one that a chain of Python exceptions announces. Without times,
     * an exception below the calls of another is the next one: nothing else parts traces that stand one below another.
     */
    private boolean beginsAnotherTrace(int line) {
        int before = line - 1;
        while (before > starts[count - 1] && lines.isBlank(before)) {
            before--;
        }
        if (!timed && TraceLine.endsTrace(lines.get(before)) && !TraceLine.isInner(lines.get(line))) {
            return true;
        }
        return TraceLine.beginsTrace(lines.get(line))
                && !(timed && line == starts[count - 1] + 1)
                && !lines.startsWith(before, "During handling")
                && !lines.startsWith(before, "The above exception");
    }

    /** java.util.logging names the level on an entry's second line; a trace makes any entry an error's. */
    private void worsen(int line, TraceLine kind) {
        Severity level = Severity.INFO;
        if (line == starts[count - 1] + 1 && !log.hasTime(line)) {
            Severity named = facts.level(line);
            level = named == null ? level : named;
        }
        if (kind == TraceLine.HEADING) {
            level = severities[count - 1].compareTo(Severity.INFO) <= 0 ? Severity.SUSPICIOUS : level;
        }
        if (level.compareTo(severities[count - 1]) > 0) {
            severities[count - 1] = level;
        }
    }

    private boolean isDetail(int line) {
        String text = lines.text();
        int at = log.timeEnd(line);
        String head = text.substring(at, Math.min(lines.end(line), at + DETAIL_WITHIN));
        for (String detail : DETAILS) {
            if (head.contains(" " + detail + "  ")) {
                return true;
            }
        }
        return false;
    }

    private boolean isTimed() {
        int withTime = 0;
        for (int line = 0; line < lines.numbered(); line++) {
            withTime += log.hasTime(line) ? 1 : 0;
        }
        return withTime > 1 && withTime >= TIMED * lines.numbered();
    }
}
