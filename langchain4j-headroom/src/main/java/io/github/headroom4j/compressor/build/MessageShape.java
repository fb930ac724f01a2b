package io.github.headroom4j.compressor.build;

import java.util.ArrayList;
import java.util.List;

/**
 * A compiler's message, parted into what its kind says and what this one names. Names are what stands in quotes, and words
 * that are no plain words: numbers, paths, qualified and capitalised names. Codes of rules such as {@code TS2339} are none.
 *
 * @param kind the message with a sign in the place of each name
 * @param names the names, in their order
 */
record MessageShape(String kind, List<String> names) {

    /** Longer names are taken as part of the kind, in characters: repeating them would cost more than the message. */
    private static final int MAX_NAME = 120;

    private static final String OPENING = "'\"`‘“«";

    private static final String CLOSING = "'\"`’”»";

    private static final String AROUND = "()[]{}<>*&,;:.!?'\"`";

    MessageShape {
        names = List.copyOf(names);
    }

    static MessageShape of(String message) {
        return new Scan(message).shape();
    }

    /** One pass over the words of a message. */
    private static final class Scan {

        private final String text;
        private final StringBuilder kind = new StringBuilder();
        private final List<String> names = new ArrayList<>();
        private boolean sentence = true;

        Scan(String text) {
            this.text = text;
        }

        MessageShape shape() {
            int at = 0;
            while (at < text.length()) {
                if (text.charAt(at) <= ' ') {
                    at++;
                    continue;
                }
                int end = quotedEnd(at);
                if (end > at) {
                    name(at + 1, end - 1);
                    sentence = false;
                } else {
                    end = wordEnd(at);
                    word(at, end);
                }
                at = end;
                kind.append(' ');
            }
            return new MessageShape(kind.toString(), names);
        }

        /** The index behind the quote that closes what opens here, or the same index. */
        private int quotedEnd(int at) {
            int sign = OPENING.indexOf(text.charAt(at));
            int limit = Math.min(text.length(), at + MAX_NAME + 2);
            for (int i = at + 1; sign >= 0 && i < limit; i++) {
                char c = text.charAt(i);
                if (c == CLOSING.charAt(sign) || (c == '\'' && text.charAt(at) == '`')) {
                    return i + 1;
                }
            }
            return at;
        }

        private int wordEnd(int from) {
            int at = from + 1;
            while (at < text.length() && text.charAt(at) > ' ' && (isNamePart(at) || quotedEnd(at) == at)) {
                at++;
            }
            return at;
        }

        /** A quote within a word is an apostrophe. */
        private boolean isNamePart(int at) {
            return Character.isLetterOrDigit(text.charAt(at)) || Character.isLetterOrDigit(text.charAt(at - 1));
        }

        private void word(int from, int to) {
            int first = from;
            int last = to;
            while (first < last && AROUND.indexOf(text.charAt(first)) >= 0) {
                first++;
            }
            while (last > first && AROUND.indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            boolean option = text.charAt(from) == '[';
            if (!option && first < last && isName(text.substring(first, last), sentence)) {
                kind.append(text, from, first);
                name(first, last);
                kind.append(text, last, to);
            } else {
                kind.append(text, from, to);
            }
            sentence = ".?!:".indexOf(text.charAt(to - 1)) >= 0;
        }

        private void name(int from, int to) {
            if (to - from > MAX_NAME) {
                kind.append(text, from, to);
            } else {
                kind.append('\u0001');
                names.add(text.substring(from, to));
            }
        }
    }

    private static boolean isName(String word, boolean beginsSentence) {
        if (RuleCode.isAt(word, 0)) {
            return false;
        }
        boolean capital = Character.isUpperCase(word.charAt(0)) && !beginsSentence;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            capital |= Character.isDigit(c) || "._/\\:(<$#@=".indexOf(c) >= 0 || (i > 0 && Character.isUpperCase(c));
        }
        return capital;
    }
}
