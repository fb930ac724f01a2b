package io.github.headroom4j.compressor.build;

import org.jspecify.annotations.Nullable;

/** Lines in which a test runner names a test, a module or a whole run together with its outcome. */
final class TestResults {

    private TestResults() {}

    /** What outcome a line tells, or null if it tells none. */
    static @Nullable LineKind of(String body) {
        LineKind kind = surefire(body);
        kind = kind != null ? kind : ending(body);
        kind = kind != null ? kind : perTest(body);
        return kind != null ? kind : counted(body);
    }

    private static @Nullable LineKind surefire(String body) {
        if (body.contains("<<< FAILURE!") || body.contains("<<< ERROR!") || body.endsWith(" <<<")) {
            return LineKind.FAILED;
        }
        int run = body.startsWith("Tests run:") ? 0 : -1;
        if (run == 0) {
            boolean good = body.contains("Failures: 0,") && body.contains("Errors: 0");
            return good && body.contains("Time elapsed") ? LineKind.PASSED : LineKind.SUMMARY;
        }
        if (body.contains(" ...") && body.endsWith("]")) {
            return body.contains(" SUCCESS [") ? LineKind.PASSED : body.contains(" FAILURE [") ? LineKind.FAILED : null;
        }
        return null;
    }

    private static @Nullable LineKind ending(String body) {
        if (body.endsWith(" ... ok")
                || body.endsWith(" PASSED")
                || body.endsWith(" SUCCESS")
                || body.endsWith("[OK]")) {
            return LineKind.PASSED;
        }
        if (body.endsWith(" ... FAILED")
                || body.endsWith(" ... FAIL")
                || body.endsWith(" ... ERROR")
                || body.endsWith(" FAILED")
                || isNamed(body, " F")
                || isNamed(body, " E")
                || body.endsWith(" [FAIL]")) {
            return LineKind.FAILED;
        }
        if (body.endsWith(" ... ignored") || body.endsWith(" SKIPPED") || body.contains(" ... skipped ")) {
            return LineKind.SKIPPED;
        }
        if (body.endsWith(" UP-TO-DATE") || body.endsWith(" NO-SOURCE") || body.endsWith(" FROM-CACHE")) {
            return LineKind.PROGRESS;
        }
        return body.endsWith("%]") || isDots(body) || isPercent(body) ? perPytest(body) : null;
    }

    /** {@code test_a ok}. */
    private static boolean isNamed(String body, String outcome) {
        return body.startsWith("test")
                && body.endsWith(outcome)
                && body.indexOf(' ') == body.length() - outcome.length();
    }

    /** {@code [ 50%] Building C object} of make, {@code 45% |███} of others; not a build's error that follows it. */
    private static boolean isPercent(String body) {
        int at = body.startsWith("[") ? 1 : 0;
        int end = Math.min(body.length(), at + 5);
        while (at < end && (body.charAt(at) == ' ' || Character.isDigit(body.charAt(at)))) {
            at++;
        }
        return at > 0 && at < end && body.charAt(at) == '%' && Character.isDigit(body.charAt(at - 1));
    }

    private static LineKind perPytest(String body) {
        if (body.contains("::")) {
            LineKind named = perTest(body);
            return named == null ? LineKind.PROGRESS : named;
        }
        return LineKind.PROGRESS;
    }

    /** {@code tests/a.py::b PASSED}, {@code 3/9 Test #3: name ....***Failed}. */
    private static @Nullable LineKind perTest(String body) {
        if (body.contains("::")) {
            if (body.contains(" PASSED")) {
                return LineKind.PASSED;
            }
            if (body.contains(" SKIPPED") || body.contains(" XFAIL")) {
                return LineKind.SKIPPED;
            }
            if (body.contains(" FAILED") || body.contains(" ERROR")) {
                return LineKind.FAILED;
            }
        }
        if (body.contains("Test ") && body.contains(" #") && body.contains("..")) {
            return body.contains("***") ? LineKind.FAILED : body.contains("Passed") ? LineKind.PASSED : null;
        }
        return null;
    }

    /** {@code 12 passing (3s)}, {@code 3 errors}, {@code Found 3 errors}, {@code == 1 failed, 2 passed in 3s ==}. */
    private static @Nullable LineKind counted(String body) {
        String bare = strip(body);
        if (bare.contains(" passed") && bare.contains(" failed")) {
            return LineKind.SUMMARY;
        }
        int at = bare.startsWith("Found ") ? 6 : 0;
        int end = at;
        while (end < bare.length() && Character.isDigit(bare.charAt(end))) {
            end++;
        }
        if (end == at) {
            return null;
        }
        String rest = bare.substring(end);
        for (String what : new String[] {
            " passing",
            " failing",
            " pending",
            " error",
            " warning",
            " passed",
            " failed",
            " problem",
            " tests ",
            " test "
        }) {
            if (rest.startsWith(what) && rest.length() < 200) {
                return LineKind.SUMMARY;
            }
        }
        return rest.startsWith(") ") && at == 0 && end <= 4 ? LineKind.FAILED : null;
    }

    /** Without the rule or the cross around it. */
    private static String strip(String body) {
        int from = 0;
        while (from < body.length() && "= ✖✘!".indexOf(body.charAt(from)) >= 0) {
            from++;
        }
        return body.substring(from);
    }

    /** {@code ...F..s.}, as runners print while they run. */
    private static boolean isDots(String body) {
        boolean dot = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (".FEsxXS,".indexOf(c) < 0) {
                return false;
            }
            dot |= c == '.';
        }
        // Three dots alone are what rustc puts in the place of lines.
        return dot && body.length() >= 3 && !body.equals("...");
    }
}
