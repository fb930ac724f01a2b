package io.github.headroom4j.eval.metric;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares short answers as the evaluation of SQuAD does (Rajpurkar et al., 2016; with unanswerable questions, 2018): by the
 * words that two texts share, each as often as it occurs in both, after lower-casing, removing ASCII punctuation and the
 * articles a, an, the, and cutting at white space. Of several gold answers the one counts that fits best. Where there is no
 * gold answer, only an empty answer is right. Stateless; linear in the texts.
 */
public final class SquadText {

    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");

    private static final Pattern ARTICLE = Pattern.compile("\\b(?:a|an|the)\\b", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private SquadText() {}

    /**
     * The words that are compared.
     *
     * @param text an answer
     * @return its words in order; none if it holds nothing but articles and punctuation
     */
    public static List<String> words(String text) {
        String bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return Arrays.stream(SPACE.split(ARTICLE.matcher(bare).replaceAll(" ")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * How an answer compares with the gold answers, counted in words.
     *
     * @param gold acceptable answers; none if the question has no answer
     * @param answered the answer, empty if there was none
     * @return the score against the gold answer with the highest F1; of equals, the one with the fewest words
     */
    public static Score score(Collection<String> gold, String answered) {
        List<String> given = words(answered);
        return wanted(gold).stream()
                .map(wanted -> new Score(wanted.size(), given.size(), common(wanted, given)))
                .max(Comparator.comparingDouble(Score::f1).thenComparing(Score::gold, Comparator.reverseOrder()))
                .orElseGet(() -> new Score(0, given.size(), 0));
    }

    /**
     * Says which gold answer a score is of.
     *
     * @param gold acceptable answers; none if the question has no answer
     * @param answered the answer, empty if there was none
     * @return the gold answer that fits best with the answer, one item if they share a word and else two; none if there is
     *     neither
     */
    public static List<ItemMatch> items(Collection<String> gold, String answered) {
        String best = gold.stream()
                .sorted()
                .max(Comparator.comparingDouble(
                        one -> score(List.of(one), answered).f1()))
                .orElse("");
        if (score(gold, answered).matched() > 0) {
            return List.of(new ItemMatch(best, answered));
        }
        return Stream.of(new ItemMatch(best, ""), new ItemMatch("", answered))
                .filter(item -> !item.gold().isEmpty() || !item.answered().isEmpty())
                .toList();
    }

    /**
     * Whether an answer is one of the gold answers but for capitals, punctuation, articles and spaces.
     *
     * @param gold acceptable answers; none if the question has no answer
     * @param answered the answer, empty if there was none
     * @return whether they are equal word by word; without gold, whether nothing was answered
     */
    public static boolean exact(Collection<String> gold, String answered) {
        List<List<String>> wanted = wanted(gold);
        List<String> given = words(answered);
        return wanted.isEmpty() ? given.isEmpty() : wanted.contains(given);
    }

    /**
     * Whether a text holds one of the gold answers, word by word and in one piece.
     *
     * @param gold acceptable answers
     * @param text any text
     * @return whether one of them that has any words is in it
     */
    public static boolean holds(Collection<String> gold, String text) {
        String within = padded(words(text));
        return wanted(gold).stream().anyMatch(wanted -> within.contains(padded(wanted)));
    }

    /** A gold answer without any words is none. */
    private static List<List<String>> wanted(Collection<String> gold) {
        return gold.stream()
                .map(SquadText::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String padded(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }

    private static int common(List<String> wanted, List<String> given) {
        Map<String, Integer> left = new HashMap<>();
        wanted.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : given) {
            int count = left.getOrDefault(word, 0);
            if (count > 0) {
                left.put(word, count - 1);
                common++;
            }
        }
        return common;
    }
}
