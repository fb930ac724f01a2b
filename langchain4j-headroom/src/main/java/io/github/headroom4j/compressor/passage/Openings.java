package io.github.headroom4j.compressor.passage;

import java.util.Locale;
import java.util.Set;

/** Words that open a sentence which can not be understood without the one before it. */
final class Openings {

    private static final Set<String> POINTING = Set.of(
            "it",
            "its",
            "this",
            "that",
            "these",
            "those",
            "he",
            "she",
            "they",
            "his",
            "her",
            "their",
            "him",
            "them",
            "such",
            "however",
            "therefore",
            "thus",
            "moreover",
            "furthermore",
            "consequently",
            "instead",
            "otherwise",
            "but",
            "yet",
            "also",
            "hence",
            "similarly",
            "likewise",
            "nevertheless",
            "nonetheless",
            "meanwhile",
            "then",
            "so",
            "conversely",
            "additionally",
            "accordingly",
            "both",
            "neither",
            "er",
            "sie",
            "es",
            "dies",
            "diese",
            "dieser",
            "dieses",
            "jedoch",
            "aber",
            "deshalb",
            "daher",
            "il",
            "elle",
            "ils",
            "elles",
            "cela",
            "cette",
            "mais",
            "pero",
            "esto",
            "esta",
            "este");

    private static final int LONGEST = 16;

    private Openings() {}

    /** Whether a sentence opens with a pronoun or a connective. */
    static boolean pointsBack(String sentence) {
        int start = 0;
        while (start < sentence.length() && !Character.isLetterOrDigit(sentence.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < sentence.length() && end - start < LONGEST && Character.isLetter(sentence.charAt(end))) {
            end++;
        }
        return POINTING.contains(sentence.substring(start, end).toLowerCase(Locale.ROOT));
    }
}
