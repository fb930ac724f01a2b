package io.github.headroom4j.compressor.build;

/** Tells what a piece of a JUnit report is, in the order of the pieces. */
final class ReportTags {

    private final BuildText text;
    private boolean inOutput;

    ReportTags(BuildText text) {
        this.text = text;
    }

    LineKind kindOf(int piece) {
        String line = text.get(piece).stripLeading();
        if (line.isEmpty()) {
            return LineKind.BLANK;
        }
        if (line.charAt(0) == '<') {
            return tag(line, piece);
        }
        if (inOutput) {
            return LineKind.OTHER;
        }
        LineKind kind = LineReader.kindOf(line);
        // The body of a failure explains the tag; it is no failure of its own.
        return kind == LineKind.ERROR || kind == LineKind.FAILED
                ? LineKind.DETAIL
                : kind == LineKind.SUMMARY ? LineKind.OTHER : kind;
    }

    private LineKind tag(String line, int piece) {
        inOutput = (inOutput && !line.startsWith("</system-") && !line.startsWith("</properties"))
                || ((line.startsWith("<system-") || line.startsWith("<properties")) && !line.contains("/>"));
        if (isFailure(line)) {
            return LineKind.ERROR;
        }
        if (line.startsWith("<testsuite")) {
            return passes(line) ? LineKind.PASSED : LineKind.SUMMARY;
        }
        if (line.startsWith("<testcase")) {
            return outcome(line, piece);
        }
        return line.startsWith("<skipped") ? LineKind.SKIPPED : LineKind.OTHER;
    }

    private LineKind outcome(String line, int piece) {
        if (line.contains("/>") || piece + 1 >= text.count()) {
            return LineKind.PASSED;
        }
        int next = piece + 1;
        while (next + 1 < text.count() && text.get(next).isBlank() && next < piece + 4) {
            next++;
        }
        String below = text.get(next).stripLeading();
        return isFailure(below) ? LineKind.FAILED : below.startsWith("<skipped") ? LineKind.SKIPPED : LineKind.PASSED;
    }

    private static boolean isFailure(String line) {
        return line.startsWith("<failure") || line.startsWith("<error") || line.startsWith("<rerunFailure");
    }

    private static boolean passes(String line) {
        return line.contains("failures=\"0\"") && line.contains("errors=\"0\"");
    }
}
