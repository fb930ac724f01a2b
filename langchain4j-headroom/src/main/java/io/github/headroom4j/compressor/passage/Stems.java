package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * Words reduced to what their inflected forms share. A light stemmer: it takes the endings of English plurals, past
 * tenses and participles off, which also helps in languages that inflect alike, and never touches words with digits.
 * Scripts without blanks between words (Han, Kana, Hangul) are cut into pairs of characters, which is what search engines
 * do with them. Linear.
 */
final class Stems {

    /** Shorter words lose their meaning with their ending. */
    private static final int MIN_STEM = 3;

    private Stems() {}

    /** The stems of a text's terms, joined by blanks. */
    static String of(String text) {
        return String.join(" ", list(text));
    }

    /** The stems of a text's terms. */
    static List<String> list(String text) {
        List<String> stems = new ArrayList<>();
        for (String term : Terms.of(text)) {
            if (isUnspaced(term.charAt(0))) {
                addPairs(term, stems);
            } else {
                stems.add(stem(term));
            }
        }
        return stems;
    }

    static String stem(String word) {
        int length = word.length();
        if (!isLatinWord(word) || length <= MIN_STEM) {
            return word;
        }
        String stem = word;
        if (word.endsWith("ies") && length > MIN_STEM + 1) {
            stem = word.substring(0, length - 3) + "y";
        } else if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            stem = word.substring(0, length - 1);
        }
        return withoutSilentE(undoubled(withoutParticiple(stem)));
    }

    private static String withoutParticiple(String word) {
        for (String ending : List.of("ing", "ed", "ly")) {
            int rest = word.length() - ending.length();
            if (rest >= MIN_STEM && word.endsWith(ending) && hasVowel(word, rest)) {
                return word.substring(0, rest);
            }
        }
        return word;
    }

    private static String undoubled(String word) {
        int last = word.length() - 1;
        boolean twice = last > MIN_STEM - 1 && word.charAt(last) == word.charAt(last - 1);
        return twice && "lsz".indexOf(word.charAt(last)) < 0 ? word.substring(0, last) : word;
    }

    private static String withoutSilentE(String word) {
        return word.length() > MIN_STEM && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean hasVowel(String word, int end) {
        for (int i = 0; i < end; i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatinWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnspaced(char c) {
        return (c >= '\u3040' && c <= '\u30ff') || (c >= '\u3400' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7af');
    }

    private static void addPairs(String term, List<String> stems) {
        if (term.length() == 1) {
            stems.add(term);
        }
        for (int i = 0; i + 1 < term.length(); i++) {
            stems.add(term.substring(i, i + 2));
        }
    }
}
