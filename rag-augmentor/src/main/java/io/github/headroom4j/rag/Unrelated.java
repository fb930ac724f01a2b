package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.Stems;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether passages can be told to have nothing to do with a question by words alone. That takes much: a question of several
 * words that mean something, none of which even begins like a word of any passage, in the language of the passages, which
 * only English is recognised as. Otherwise they may say the same in other words, or in another language.
 */
final class Unrelated {

    /** Words that mean something, below which a question says too little: four can hardly all be said otherwise. */
    private static final int MIN_WORDS = 4;

    /** Characters from which two words that begin alike may be forms of one. */
    private static final int ALIKE = 4;

    /** Words of English questions, of which two must stand in the question and in the passages. */
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "is", "are", "which", "what", "how", "does", "did", "when", "where", "who", "why",
            "for", "with", "from");

    private static final int MIN_ENGLISH = 2;

    private Unrelated() {}

    /** Linear in the passages. */
    static boolean is(String question, PassageSet set) {
        Set<String> asked = new HashSet<>(Stems.of(question));
        if (asked.size() < MIN_WORDS || english(question).size() < MIN_ENGLISH) {
            return false;
        }
        NavigableSet<String> said = new TreeSet<>();
        Set<String> english = new HashSet<>();
        for (int passage = 0; passage < set.passages().size(); passage++) {
            if (set.pieces(passage) == null) {
                return false;
            }
            english.addAll(english(set.passages().get(passage)));
        }
        set.units().forEach(unit -> said.addAll(unit.stems()));
        return !Collections.disjoint(english, Set.of("the", "of", "and"))
                && english.size() >= MIN_ENGLISH
                && asked.stream().noneMatch(word -> isBegun(word, said));
    }

    private static boolean isBegun(String word, NavigableSet<String> said) {
        String beginning = word.substring(0, Math.min(ALIKE, word.length()));
        String next = said.ceiling(beginning);
        return next != null && next.startsWith(beginning);
    }

    private static Set<String> english(String text) {
        Set<String> found = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                String word = i - start <= 5 ? text.substring(start, i).toLowerCase(Locale.ROOT) : "";
                if (ENGLISH.contains(word)) {
                    found.add(word);
                }
                start = -1;
            }
        }
        return found;
    }
}
