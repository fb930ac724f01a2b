package io.github.headroom4j.eval.workload.codesearch;

import java.util.HashMap;
import java.util.Map;

/**
 * Removes the Javadoc comments of one Java source in a single pass, linear in its length. String, character and text
 * block literals and other comments are copied, so that comment signs inside them mean nothing.
 */
final class JavadocRemoval {

    private final String source;
    private final StringBuilder shown;
    private final Map<Integer, String> javadocs = new HashMap<>();
    private String pending = "";
    private int at;

    JavadocRemoval(String source) {
        this.source = source;
        this.shown = new StringBuilder(source.length());
        while (at < source.length()) {
            step();
        }
    }

    /** The source without Javadoc. */
    String text() {
        return shown.toString();
    }

    /** The removed comments, without their delimiters, by the offset in the shown text of the code that followed. */
    Map<Integer, String> javadocs() {
        return Map.copyOf(javadocs);
    }

    private void step() {
        if (source.startsWith("/**", at) && !source.startsWith("/**/", at)) {
            removeJavadoc();
        } else if (source.startsWith("/*", at)) {
            copyTo(endAfter("*/", at + 2));
        } else if (source.startsWith("//", at)) {
            copyTo(endBefore("\n", at));
        } else if (Character.isWhitespace(source.charAt(at))) {
            copyTo(at + 1);
        } else {
            copyCode();
        }
    }

    private void copyCode() {
        if (!pending.isEmpty()) {
            javadocs.put(shown.length(), pending);
            pending = "";
        }
        if (source.startsWith("\"\"\"", at)) {
            copyTo(endOfLiteral("\"\"\"", at + 3));
        } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
            copyTo(endOfLiteral(source.substring(at, at + 1), at + 1));
        } else {
            copyTo(at + 1);
        }
    }

    private void removeJavadoc() {
        int end = endAfter("*/", at + 3);
        pending = source.substring(at + 3, Math.max(at + 3, end - 2));
        int lineEnd = endBefore("\n", end);
        int lineStart = shown.lastIndexOf("\n") + 1;
        if (source.substring(end, lineEnd).isBlank()
                && shown.substring(lineStart).isBlank()) {
            shown.setLength(lineStart);
            at = Math.min(lineEnd + 1, source.length());
        } else {
            at = end;
        }
    }

    private void copyTo(int end) {
        shown.append(source, at, end);
        at = end;
    }

    private int endAfter(String sign, int from) {
        int found = source.indexOf(sign, from);
        return found < 0 ? source.length() : found + sign.length();
    }

    private int endBefore(String sign, int from) {
        int found = source.indexOf(sign, from);
        return found < 0 ? source.length() : found;
    }

    private int endOfLiteral(String quote, int from) {
        for (int i = from; i < source.length(); i++) {
            if (source.charAt(i) == '\\') {
                i++;
            } else if (source.startsWith(quote, i)) {
                return i + quote.length();
            }
        }
        return source.length();
    }
}
