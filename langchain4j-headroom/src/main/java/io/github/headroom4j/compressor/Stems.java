package io.github.headroom4j.compressor;

import java.util.ArrayList;
import java.util.List;

/**
 * Reduces words to what their inflections share, so that "checks if blank" finds {@code isBlank} and {@code check}. A
 * light suffix stripper for English: it errs on the side of leaving words apart.
 */
final class Stems {

    /** What is left of a word must still mean something. Characters. */
    private static final int MIN_STEM = 3;

    private static final String[] ENDINGS = {
        "ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s"
    };

    private Stems() {}

    /** The terms of a text in their order, with repetitions; words as stems, compound terms with joints as they are. */
    static List<String> of(CharSequence text) {
        List<String> stems = new ArrayList<>();
        for (String term : Terms.of(text)) {
            stems.add(isWord(term) ? stem(term) : term);
        }
        return stems;
    }

    private static boolean isWord(String term) {
        for (int i = 0; i < term.length(); i++) {
            if (!Character.isLetterOrDigit(term.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= MIN_STEM) {
                return trimmed(word.substring(0, word.length() - ending.length()));
            }
        }
        return trimmed(word);
    }

    /** "stripped" and "strip", "create" and "creating", "copy" and "copies". */
    private static String trimmed(String stem) {
        int last = stem.length() - 1;
        char end = stem.charAt(last);
        boolean doubled = last >= MIN_STEM && end == stem.charAt(last - 1);
        boolean silent = last >= MIN_STEM && (end == 'e' || end == 'y');
        return doubled || silent ? stem.substring(0, last) : stem;
    }
}
