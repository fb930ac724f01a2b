package io.github.headroom4j.eval.metric;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Compares an answer with a gold set by a maximum one-to-one matching, so that no gold item counts twice and no order
 * of the answer matters. Augmenting paths found breadth first: O(gold × pairs) time.
 */
public final class SetF1 {

    private static final int FREE = -1;

    private final List<List<Integer>> candidates = new ArrayList<>();
    private final int[] goldOf;

    private SetF1(List<String> gold, List<String> answered, BiPredicate<String, String> matches) {
        goldOf = new int[answered.size()];
        Arrays.fill(goldOf, FREE);
        for (String item : gold) {
            List<Integer> fitting = new ArrayList<>();
            for (int i = 0; i < answered.size(); i++) {
                if (matches.test(item, answered.get(i))) {
                    fitting.add(i);
                }
            }
            candidates.add(fitting);
        }
    }

    /**
     * Scores an answer.
     *
     * @param gold the gold items
     * @param answered the answer's items; repeated ones count as wrong
     * @param matches whether a gold item (first) is named by an answered one (second)
     * @return the score
     */
    public static Score score(Collection<String> gold, List<String> answered, BiPredicate<String, String> matches) {
        SetF1 matching = new SetF1(gold.stream().sorted().toList(), answered, matches);
        int matched = 0;
        for (int i = 0; i < gold.size(); i++) {
            matched += matching.augment(i) ? 1 : 0;
        }
        return new Score(gold.size(), answered.size(), matched);
    }

    /**
     * Says which items a score is of. Where several matchings are maximum it is the one that {@link #score} found.
     *
     * @param gold the gold items
     * @param answered the answer's items
     * @param matches whether a gold item (first) is named by an answered one (second)
     * @return the gold items in alphabetical order, then the wrong items of the answer in its order
     */
    public static List<ItemMatch> items(
            Collection<String> gold, List<String> answered, BiPredicate<String, String> matches) {
        List<String> wanted = gold.stream().sorted().toList();
        SetF1 matching = new SetF1(wanted, answered, matches);
        for (int i = 0; i < wanted.size(); i++) {
            matching.augment(i);
        }
        List<ItemMatch> items = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            int answer = matching.answerOf(i);
            items.add(new ItemMatch(wanted.get(i), answer == FREE ? "" : answered.get(answer)));
        }
        for (int i = 0; i < answered.size(); i++) {
            if (matching.goldOf[i] == FREE) {
                items.add(new ItemMatch("", answered.get(i)));
            }
        }
        return items;
    }

    /** Looks for a path from a free gold item to a free answer over pairs that may be swapped. */
    private boolean augment(int start) {
        int[] from = new int[goldOf.length];
        Arrays.fill(from, FREE);
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int gold = open.remove();
            for (int answer : candidates.get(gold)) {
                if (from[answer] == FREE) {
                    from[answer] = gold;
                    if (goldOf[answer] == FREE) {
                        swapBack(answer, from);
                        return true;
                    }
                    open.add(goldOf[answer]);
                }
            }
        }
        return false;
    }

    private void swapBack(int freeAnswer, int[] from) {
        int answer = freeAnswer;
        while (answer != FREE) {
            int gold = from[answer];
            int previous = answerOf(gold);
            goldOf[answer] = gold;
            answer = previous;
        }
    }

    private int answerOf(int gold) {
        for (int i = 0; i < goldOf.length; i++) {
            if (goldOf[i] == gold) {
                return i;
            }
        }
        return FREE;
    }
}
