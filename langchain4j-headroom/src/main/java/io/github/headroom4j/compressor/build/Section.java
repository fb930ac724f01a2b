package io.github.headroom4j.compressor.build;

import java.util.Locale;

/** A part of a test runner's output, between two of its headings. */
enum Section {
    /** Everything that is not below. */
    RUN,
    /** Failures, one after the other, each below its title. */
    FAILURES,
    /** Warnings, told once more. */
    WARNINGS,
    /** What passing tests printed. */
    PASSES,
    /** The names of what failed. */
    NAMES;

    /** Longer lines are no headings, in characters. */
    private static final int MAX_HEADING = 250;

    /** The section that a heading begins, or null if the line is none. */
    static @org.jspecify.annotations.Nullable Section begunBy(String line) {
        if (line.equals("failures:")) {
            return FAILURES;
        }
        if (line.startsWith("test result:") || line.startsWith("Ran ")) {
            return RUN;
        }
        boolean ruled = line.startsWith("=== ") || line.startsWith("====") || line.startsWith("⎯⎯⎯");
        if (!ruled || line.length() > MAX_HEADING) {
            return null;
        }
        String title = strip(line).toLowerCase(Locale.ROOT);
        if (title.isEmpty() || title.startsWith("run ") || title.startsWith("[")) {
            return null;
        }
        if (title.startsWith("failures")
                || title.startsWith("errors")
                || title.startsWith("failed ")
                || title.startsWith("unhandled")) {
            return FAILURES;
        }
        if (title.startsWith("warnings")) {
            return WARNINGS;
        }
        return title.startsWith("passes") ? PASSES : title.startsWith("short test summary") ? NAMES : RUN;
    }

    /** Whether a line is the title of one failure: {@code ____ test_a ____}, {@code ---- a::b stdout ----}. */
    static boolean isTitle(String line) {
        return (line.startsWith("___") && line.endsWith("_") && !strip(line).isEmpty())
                || (line.startsWith("---- ") && line.endsWith(" ----"));
    }

    private static String strip(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && "=_⎯- ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "=_⎯- ".indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }
}
