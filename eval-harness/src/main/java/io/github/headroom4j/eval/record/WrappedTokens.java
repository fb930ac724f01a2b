package io.github.headroom4j.eval.record;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tokens that a terminal or a mail has broken over lines: those that only match where line ends, and the blanks that the next
 * line begins with, are taken out. What is whole on its first line is left to others. Linear in the text. Stateless.
 */
final class WrappedTokens {

    private WrappedTokens() {}

    static void find(String text, Pattern pattern, SecretKind kind, List<Finding> found) {
        if (text.indexOf('\n') < 0) {
            return;
        }
        int[] places = new int[text.length()];
        String joined = joined(text, places);
        // Where a line ended, a token of fixed length may end, too, though the next line begins with its signs.
        Matcher matcher =
                Pattern.compile(pattern.pattern().replace(Secrets.END, "")).matcher(joined);
        Matcher whole = pattern.matcher(text);
        while (matcher.find()) {
            int start = places[matcher.start()];
            int end = places[matcher.end() - 1] + 1;
            boolean isWrapped = end - start > matcher.end() - matcher.start();
            if (isWrapped && !whole.region(start, text.length()).lookingAt()) {
                found.add(Finding.of(kind, start, end));
            }
        }
    }

    private static String joined(String text, int[] places) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean indent = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                indent = true;
            } else if (!indent || (c != ' ' && c != '\t')) {
                indent = false;
                places[joined.length()] = i;
                joined.append(c);
            }
        }
        return joined.toString();
    }
}
