package io.github.headroom4j.compressor.build;

import java.util.List;

/**
 * JUnit's XML report, read as text: no parser, so no entities, no document type, and no error for a report that was cut off.
 */
final class JUnitReport {

    /** A report's first suite begins within so many characters. */
    private static final int HEAD = 4000;

    private static final List<String> CUTS = List.of(
            "testsuite",
            "testcase",
            "/testcase",
            "failure",
            "error",
            "skipped",
            "rerunFailure",
            "flakyFailure",
            "system-out",
            "/system-out",
            "system-err",
            "/system-err",
            "properties",
            "/properties",
            "property ");

    private JUnitReport() {}

    static boolean is(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\ufeff')) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '<') {
            return false;
        }
        String head = text.substring(at, Math.min(text.length(), at + HEAD));
        return head.startsWith("<testsuite") || (head.startsWith("<?xml") && head.contains("<testsuite"));
    }

    /** The index at which the piece that begins at {@code from} ends: a tag, a line break written as a reference, or the end. */
    static int nextCut(String text, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            char c = text.charAt(i);
            if ((c == '<' && isCut(text, i + 1)) || (c == '&' && text.startsWith("&#10;", i))) {
                return i;
            }
        }
        return end;
    }

    private static boolean isCut(String text, int at) {
        for (String cut : CUTS) {
            if (text.startsWith(cut, at)) {
                return true;
            }
        }
        return false;
    }

    /** Resolves the references that XML knows without a declaration, and drops line breaks. */
    static String unescape(String piece) {
        if (piece.indexOf('&') < 0) {
            return piece;
        }
        StringBuilder plain = new StringBuilder(piece.length());
        int at = 0;
        while (at < piece.length()) {
            char c = piece.charAt(at);
            int end = c == '&' ? piece.indexOf(';', at) : -1;
            String plainText = end > 0 && end - at <= 6 ? resolve(piece.substring(at + 1, end)) : null;
            plain.append(plainText == null ? String.valueOf(c) : plainText);
            at = plainText == null ? at + 1 : end + 1;
        }
        return plain.toString();
    }

    private static @org.jspecify.annotations.Nullable String resolve(String reference) {
        return switch (reference) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos", "#39" -> "'";
            case "#10", "#13", "#xA", "#xD" -> "";
            case "#9", "#x9" -> "\t";
            default -> null;
        };
    }
}
