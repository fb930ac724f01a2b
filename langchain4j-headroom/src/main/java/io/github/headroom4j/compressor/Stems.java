package io.github.headroom4j.compressor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reduces words to what their inflections share, so that "checks if blank" finds {@code isBlank} and {@code check}. A
 * light suffix stripper for English, which also helps in languages that inflect alike. Scripts without blanks between
 * words (Han, Kana, Hangul) are cut into pairs of characters, which is what search engines do with them. Linear.
 */
public final class Stems {

    /** What is left of a word must still mean something. Characters. */
    private static final int MIN_STEM = 3;

    private static final String[] ENDINGS = {
        "ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s"
    };

    /** Words with other last letters have none of them. */
    private static final String LAST_OF_ENDINGS = "sngdr";

    private Stems() {}

    /**
     * The terms of a text in their order, with repetitions.
     *
     * @param text any text
     * @return words as stems, scripts without blanks as pairs of characters, compound terms with joints as they are
     */
    public static List<String> of(CharSequence text) {
        return of(text, Pace.unhurried());
    }

    /**
     * The same, under a deadline.
     *
     * @param text any text
     * @param pace looks at the deadline
     * @return the same as {@link #of(CharSequence)}
     */
    static List<String> of(CharSequence text, Pace pace) {
        List<String> all = new ArrayList<>();
        TermMemory.ofStems(Function.identity(), pace).forEach(text, all::addAll);
        return all;
    }

    /** The stems of one run of {@link Terms}. */
    static List<String> ofRun(String run) {
        List<String> terms = Terms.ofRun(run);
        if (terms.size() == 1 && !isUnspaced(terms.get(0).charAt(0))) {
            return List.of(stemOfWord(terms.get(0)));
        }
        List<String> stems = new ArrayList<>();
        for (String term : terms) {
            if (isUnspaced(term.charAt(0))) {
                addPairs(term, stems);
            } else {
                stems.add(stemOfWord(term));
            }
        }
        return List.copyOf(stems);
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

    private static boolean isWord(String term) {
        for (int i = 0; i < term.length(); i++) {
            if (!Character.isLetterOrDigit(term.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String stemOfWord(String term) {
        return isWord(term) ? stem(term) : term;
    }

    static String stem(String word) {
        if (LAST_OF_ENDINGS.indexOf(word.charAt(word.length() - 1)) < 0) {
            return trimmed(word);
        }
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
