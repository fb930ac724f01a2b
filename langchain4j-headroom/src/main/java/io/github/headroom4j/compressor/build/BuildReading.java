package io.github.headroom4j.compressor.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Build output as it was understood: the kind of each piece, and which failure it belongs to. Not changed once read. */
final class BuildReading {

    /** Lines of no kind of their own that belong to an error if they follow it at once. */
    private static final int MAX_LOOSE = 6;

    /** So far above a call or a comparison, a line still belongs to its failure. */
    private static final int MAX_AHEAD = 12;

    /** Lines that a test may have printed before its outcome and that are looked at. */
    private static final int MAX_BACK = 200;

    private final BuildText text;
    private final LineKind[] kinds;
    private final int[] ahead;
    private final int[] failureOf;
    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, Integer> started = new HashMap<>();
    private Section section = Section.RUN;
    private int anchor = -1;
    private int indent;
    private int loose;
    private boolean blank;

    private BuildReading(BuildText text) {
        this.text = text;
        kinds = new LineKind[text.count()];
        ahead = new int[text.count() + 1];
        failureOf = new int[text.count()];
        Arrays.fill(failureOf, -1);
    }

    static BuildReading of(BuildText text) {
        BuildReading reading = new BuildReading(text);
        ReportTags tags = new ReportTags(text);
        for (int i = 0; i < text.count(); i++) {
            LineKind kind = text.isReport() ? tags.kindOf(i) : LineReader.kindOf(text.get(i));
            boolean overwritten = text.isOverwritten(i) && !kind.isVital() && kind != LineKind.BLANK;
            reading.kinds[i] = overwritten ? LineKind.PROGRESS : kind;
        }
        reading.lookAhead();
        for (int i = 0; i < text.count(); i++) {
            reading.place(i);
        }
        reading.close(text.count());
        return reading;
    }

    BuildText text() {
        return text;
    }

    LineKind kind(int piece) {
        return kinds[piece];
    }

    /** The index of the failure that a piece belongs to, or -1. */
    int failureOf(int piece) {
        return failureOf[piece];
    }

    /** All failures, in the order in which they end. */
    List<Failure> failures() {
        return failures;
    }

    /** For each piece, how far below it the next line of a trace or comparison is, if only text is between. */
    private void lookAhead() {
        ahead[text.count()] = MAX_AHEAD + 1;
        for (int i = text.count() - 1; i >= 0; i--) {
            boolean neutral = kinds[i] == LineKind.OTHER || kinds[i] == LineKind.BLANK || kinds[i] == LineKind.RULE;
            int next = neutral ? ahead[i + 1] + 1 : MAX_AHEAD + 1;
            ahead[i] = kinds[i].belongsToFailure() ? 0 : Math.min(MAX_AHEAD + 1, next);
        }
    }

    private void place(int i) {
        String line = text.get(i);
        Section begun = text.isReport() ? null : Section.begunBy(line);
        if (begun != null) {
            begin(begun, i);
        } else if (section == Section.WARNINGS || section == Section.PASSES) {
            kinds[i] = kinds[i] == LineKind.BLANK ? LineKind.BLANK : LineKind.WARNING;
        } else if (section == Section.FAILURES) {
            placeInFailures(i, line);
        } else {
            placeInRun(i, line);
        }
        rememberStart(i, line);
    }

    private void begin(Section begun, int i) {
        close(i);
        section = begun;
        if (kinds[i].compareTo(LineKind.STEP) < 0 || kinds[i] == LineKind.OTHER) {
            kinds[i] = LineKind.STEP;
        }
    }

    private void placeInFailures(int i, String line) {
        boolean name = line.startsWith("    ") && !line.isBlank();
        boolean names = anchor < 0 || (text.get(anchor).startsWith("    ") && LineReader.indent(line) == indent);
        if (Section.isTitle(line) || kinds[i] == LineKind.FAILED || (name && names)) {
            // The names that cargo lists again are failures like those above.
            kinds[i] = LineKind.FAILED;
            open(i, line);
        } else if (anchor >= 0) {
            kinds[i] = kinds[i] == LineKind.ERROR ? LineKind.DETAIL : kinds[i];
            kinds[i] = kinds[i].compareTo(LineKind.OTHER) < 0 && kinds[i] != LineKind.BLANK ? LineKind.OTHER : kinds[i];
            failureOf[i] = failures.size();
        }
    }

    private void placeInRun(int i, String line) {
        LineKind kind = kinds[i];
        if (Section.isTitle(line) && ahead[i + 1] <= MAX_AHEAD) {
            kinds[i] = LineKind.FAILED;
            open(i, line);
        } else if (isUnittest(i)) {
            section = Section.FAILURES;
        } else if (isHeading(i)) {
            close(i);
        } else if (anchor >= 0 && belongs(kind, i, line)) {
            failureOf[i] = failures.size();
        } else if (kind.isVital() && kind != LineKind.SUMMARY) {
            open(i, line);
        } else if (kind != LineKind.BLANK) {
            close(i);
        }
        blank |= kind == LineKind.BLANK;
    }

    /** {@code cart.c: In function 'total':}, which the next line is said in. */
    private boolean isHeading(int i) {
        return kinds[i] == LineKind.OTHER
                && i + 1 < text.count()
                && kinds[i + 1] == LineKind.ERROR
                && text.get(i).endsWith(":")
                && LineReader.indent(text.get(i)) == 0
                && LineReader.indent(text.get(i + 1)) == 0;
    }

    /** Python's unittest puts the name of what failed between a line of equals signs and one of dashes, at most two below. */
    private boolean isUnittest(int i) {
        return anchor > 0
                && i - anchor <= 2
                && kinds[i] == LineKind.RULE
                && text.get(i).startsWith("-----")
                && text.get(anchor - 1).startsWith("=====");
    }

    private boolean belongs(LineKind kind, int i, String line) {
        if (kind == LineKind.FAILED || kind == LineKind.ERROR || kind == LineKind.SUMMARY) {
            return false;
        }
        if (text.isReport()) {
            return !line.stripLeading().startsWith("<");
        }
        if (kind.belongsToFailure()) {
            return true;
        }
        if (kind == LineKind.BLANK) {
            return true;
        }
        boolean deeper = LineReader.indent(line) > indent;
        if (kind != LineKind.OTHER && kind != LineKind.RULE) {
            return deeper && kind != LineKind.STEP && kind.compareTo(LineKind.WARNING) > 0;
        }
        return deeper || ahead[i] <= MAX_AHEAD || introduces(i, line) || (!blank && loose++ < MAX_LOOSE);
    }

    /** {@code The conflict is caused by:} and what is indented below it explain the error above. */
    private boolean introduces(int i, String line) {
        return line.endsWith(":")
                && i + 1 < text.count()
                && !text.get(i + 1).isBlank()
                && LineReader.indent(text.get(i + 1)) > LineReader.indent(line);
    }

    private void open(int i, String line) {
        close(i);
        anchor = i;
        indent = LineReader.indent(line);
        loose = 0;
        blank = false;
        failureOf[i] = failures.size();
    }

    private void close(int to) {
        if (anchor >= 0) {
            int from = startOf(anchor);
            for (int i = from; i < anchor; i++) {
                failureOf[i] = failureOf[i] < 0 ? failures.size() : failureOf[i];
            }
            failures.add(new Failure(anchor, from, to));
            anchor = -1;
        }
    }

    /** Go prints what a test says before its outcome. */
    private void rememberStart(int i, String line) {
        if (line.startsWith("=== RUN ")) {
            started.put(line.substring("=== RUN ".length()).strip(), i);
        }
    }

    private int startOf(int failed) {
        String line = text.get(failed).strip();
        int start = line.startsWith("--- FAIL: ") ? "--- FAIL: ".length() : -1;
        int end = start < 0 ? -1 : line.indexOf(' ', start);
        Integer run = end < 0 ? null : started.remove(line.substring(start, end));
        int heading = failed > 0 && isHeading(failed - 1) ? failed - 1 : failed;
        return run == null ? heading : Math.max(run + 1, failed - MAX_BACK);
    }
}
