package io.github.headroom4j.content;

import java.util.List;

/** Shapes of lines that only compilers, build tools and test runners print. */
final class BuildLines {

    /** Words after which a diagnostic's text follows, behind its place. */
    private static final List<String> SEVERITIES = List.of(
            "error", "warning", "note", "fatal error", "remark", "Error", "Warning", "information", "undefined");

    /** What stands between pytest's and sympy's rules. */
    private static final List<String> VERDICTS = List.of(
            " test session starts ",
            " FAILURES ",
            " ERRORS ",
            " short test summary ",
            " passed",
            " failed",
            " test process ");

    /** Characters of the longest path that is believed. */
    private static final int MAX_PATH = 300;

    /** Characters of the name of a job or a step. */
    private static final int MAX_NAME = 200;

    private BuildLines() {}

    /** Whether a line is one that only a build prints. */
    static boolean isSignature(String raw) {
        String line = withoutRunnerTime(raw).strip();
        int place = placeEnd(line);
        return startsLikeTool(raw, line)
                || (place < 0 ? isIndentedLint(line) : isDiagnostic(line, place) || isPlaceOfFailure(line, place))
                || isTestResult(line)
                || isProgress(line)
                || isSourceExcerpt(raw)
                || line.contains(": In function ");
    }

    /** Whether a line begins with one of {@link BuildPrefixes} that is not a log level followed by a point in time. */
    private static boolean startsLikeTool(String raw, String line) {
        return BuildPrefixes.begin(line)
                && (line.charAt(0) != '[' || Timestamps.end(raw) < 0 || !line.equals(raw.strip()));
    }

    /** {@code path:12:5: error: x}, {@code path(12,5): error TS1}, {@code path:12:5 - error x}, {@code path.go:1:2: x}. */
    private static boolean isDiagnostic(String line, int place) {
        int at = place;
        while (at < line.length() && " :-".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        if (isRuleCode(line, at)) {
            return true;
        }
        for (String severity : SEVERITIES) {
            if (line.startsWith(severity, at) && !Ascii.isLetter(Ascii.at(line, at + severity.length()))) {
                return true;
            }
        }
        return false;
    }

    /** One to four capitals and three to five digits, as linters name their rules: {@code E501}, {@code C0410:}. */
    private static boolean isRuleCode(String line, int start) {
        int end = start;
        while (Ascii.isUpper(Ascii.at(line, end))) {
            end++;
        }
        int digits = Ascii.digits(line, end);
        return end > start
                && end - start <= 4
                && digits >= 3
                && digits <= 5
                && " :".indexOf(Ascii.at(line, end + digits)) >= 0;
    }

    /** The index after {@code path:12}, {@code path:12:5} or {@code path(12,5)} at the start, or -1. */
    private static int placeEnd(String line) {
        // A path without a slash has no blank.
        int blank = line.indexOf('/') < 0 ? line.indexOf(' ', 1) : -1;
        int limit = Math.min(blank < 0 ? line.length() : blank, MAX_PATH);
        for (int i = 1; i < limit; i++) {
            char c = line.charAt(i);
            int digits = c == ':' || c == '(' ? Ascii.digits(line, i + 1) : 0;
            if (digits > 0 && digits < 7 && !Timestamps.isClock(line, Math.max(0, i - 2))) {
                int end = i + 1 + digits;
                boolean second = ":,".indexOf(Ascii.at(line, end)) >= 0 && Ascii.digits(line, end + 1) > 0;
                end += second ? 1 + Ascii.digits(line, end + 1) : 0;
                return c == '(' && Ascii.at(line, end) == ')' ? end + 1 : end;
            }
        }
        return -1;
    }

    /** {@code 12:5  error  text  rule}, as ESLint prints under a path. */
    private static boolean isIndentedLint(String line) {
        int digits = Ascii.digits(line, 0);
        int column = Ascii.at(line, digits) == ':' ? Ascii.digits(line, digits + 1) : 0;
        int at = digits + 1 + column;
        int word = at + Ascii.blanks(line, at);
        return digits > 0 && column > 0 && (line.startsWith("error", word) || line.startsWith("warning", word));
    }

    /** {@code test a::b ... ok}, {@code ok  pkg 0.1s}, {@code a.py::b PASSED}, {@code test_a (B) ... FAIL}. */
    private static boolean isTestResult(String line) {
        return (line.startsWith("test ") && line.contains(" ... "))
                || (line.startsWith("ok ")
                        && (Ascii.at(line, 3) == '\t' || line.startsWith(" \t", 2) || line.contains(" - ")))
                || (line.startsWith("test_") && (line.endsWith(" ok") || line.endsWith(" [FAIL]")))
                || line.startsWith("ok  \t")
                || line.startsWith("FAIL\t")
                || line.startsWith("?   \t")
                || (line.contains("::")
                        && (line.contains(" PASSED") || line.contains(" FAILED") || line.contains(" SKIPPED")))
                || line.endsWith("... ok")
                || line.endsWith("... FAIL")
                || line.endsWith("... ERROR")
                || (line.endsWith("%]") && line.indexOf(".py") > 0)
                || (line.startsWith("ok ") && Ascii.digits(line, 3) > 0);
    }

    /** {@code [ 50%] Building C object}, {@code #8 [2/5] RUN}, {@code #8 0.42 text}, {@code [3/20] text}. */
    private static boolean isProgress(String line) {
        if (Ascii.at(line, 0) == '#') {
            int digits = Ascii.digits(line, 1);
            return digits > 0 && Ascii.at(line, digits + 1) == ' ' && isBuildStep(line.substring(digits + 2));
        }
        if (Ascii.at(line, 0) != '[') {
            return line.startsWith("Downloading ") || isPackageSummary(line);
        }
        int start = 1 + Ascii.blanks(line, 1);
        int digits = Ascii.digits(line, start);
        boolean percent = digits > 0 && line.startsWith("%] ", start + digits);
        int second = Ascii.at(line, start + digits) == '/' ? Ascii.digits(line, start + digits + 1) : 0;
        return percent || (digits > 0 && second > 0 && Ascii.at(line, start + digits + 1 + second) == ']');
    }

    private static boolean isBuildStep(String rest) {
        return rest.startsWith("[")
                || rest.startsWith("DONE")
                || rest.startsWith("CACHED")
                || rest.startsWith("sha256:")
                || rest.startsWith("exporting")
                || (Ascii.digits(rest, 0) > 0 && Ascii.at(rest, Ascii.digits(rest, 0)) == '.');
    }

    /** {@code added 12 packages in 3s}, {@code 3 passing (12ms)}, {@code 1 warning generated.}. */
    private static boolean isPackageSummary(String line) {
        if (line.startsWith("added ") || line.startsWith("up to date") || line.startsWith("removed ")) {
            return line.contains(" package");
        }
        int digits = Ascii.digits(line, 0);
        return digits > 0
                && (line.startsWith(" passing", digits)
                        || line.startsWith(" failing", digits)
                        || (line.startsWith(" error", digits) && line.length() < 40)
                        || (line.startsWith(" warning", digits) && line.length() < 40));
    }

    /** {@code tests/test_a.py:12: AssertionError}. */
    private static boolean isPlaceOfFailure(String line, int place) {
        return line.startsWith(": ", place)
                && (StackLines.namesThrowable(line.substring(place + 2)) || line.contains(".go:"));
    }

    /** {@code  12 | code} and {@code    |  ^~~}, as gcc, clang and rustc quote the source. */
    private static boolean isSourceExcerpt(String line) {
        int start = Ascii.blanks(line, 0);
        int digits = Ascii.digits(line, start);
        int bar = start + digits + Ascii.blanks(line, start + digits);
        return Ascii.at(line, bar) == '|' && (digits > 0 ? bar > start + digits : start >= 2 && start < 10);
    }

    /** {@code # example.org/app/pkg}, which go prints before the errors of a package. */
    static boolean isPackageHeading(String line) {
        return line.startsWith("# ") && line.indexOf('/') > 0 && line.indexOf(' ', 2) < 0;
    }

    /** {@code path:12:5: text}. */
    static boolean isPlaced(String line) {
        int place = placeEnd(line);
        return place > 0 && line.startsWith(": ", place);
    }

    /**
     * GitHub Actions puts a time with seven decimals before each line of any tool, {@code gh run view} puts job and step before
     * that, and Jenkins a time in brackets.
     */
    private static String withoutRunnerTime(String line) {
        int job = line.indexOf('\t');
        int step = job < 0 || job > MAX_NAME ? -1 : line.indexOf('\t', job + 1);
        int start = step < 0 || step - job > MAX_NAME ? 0 : step + 1;
        int time = timeEnd(line, start);
        return time < 0 ? line : line.substring(time);
    }

    private static int timeEnd(String line, int start) {
        boolean bracket = Ascii.at(line, start) == '[';
        int at = start + (bracket ? 1 : 0);
        if (Ascii.at(line, at + 10) != 'T' || Ascii.at(line, at + 19) != '.' || Ascii.digits(line, at) != 4) {
            return -1;
        }
        int digits = Ascii.digits(line, at + 20);
        int end = at + 20 + digits;
        boolean runner = start > 0 || bracket || digits == 7;
        if (!runner || Ascii.at(line, end) != 'Z' || (bracket && Ascii.at(line, end + 1) != ']')) {
            return -1;
        }
        end += bracket ? 2 : 1;
        return end == line.length() ? end : Ascii.at(line, end) == ' ' ? end + 1 : -1;
    }

    /** Whether a line is a heading or a verdict that only a test runner prints. */
    static boolean isVerdict(String raw) {
        String line = withoutRunnerTime(raw).strip();
        if (line.startsWith("====") && line.endsWith("====")) {
            return VERDICTS.stream().anyMatch(line::contains);
        }
        return line.startsWith("test result: ")
                || line.startsWith("Test Suites: ")
                || line.startsWith("FAILED (")
                || line.startsWith("tests finished: ")
                || (line.startsWith("Ran ") && line.contains(" tests in "));
    }
}
