package io.github.headroom4j.eval.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question as a file has it, whatever the format. Immutable.
 *
 * @param id unique within the file
 * @param question what is asked
 * @param answers the accepted short answers, none blank, none twice; empty if the passages do not answer
 * @param passages those that the file gives with the question, in its order, none twice
 * @param gold which of them answer, or were written to look as if, by index
 * @param facts the sentences of gold passages that hold the answer or are needed for it
 * @param misplaced whether an answer does not stand where the file says
 */
record SourceQuestion(
        String id,
        String question,
        List<String> answers,
        List<SourcePassage> passages,
        Set<Integer> gold,
        List<Fact> facts,
        boolean misplaced) {

    /**
     * A sentence that is needed.
     *
     * @param passage the index of its passage
     * @param sentence exactly as it stands there
     */
    record Fact(int passage, String sentence) {}

    SourceQuestion {
        answers = answers.stream()
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .distinct()
                .toList();
        passages = List.copyOf(passages);
        gold = Set.copyOf(gold);
        // Without an answer, no sentence holds it.
        facts = answers.isEmpty() ? List.of() : facts.stream().distinct().toList();
    }

    /** The same with every passage once; where a text is there twice, it is gold if any of them is. */
    SourceQuestion distinct() {
        List<SourcePassage> kept = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        int[] moved = new int[passages.size()];
        for (int i = 0; i < moved.length; i++) {
            Integer known = places.putIfAbsent(passages.get(i).text(), kept.size());
            moved[i] = known == null ? kept.size() : known;
            if (known == null) {
                kept.add(passages.get(i));
            }
        }
        Set<Integer> newGold = new HashSet<>();
        gold.forEach(one -> newGold.add(moved[one]));
        List<Fact> newFacts = facts.stream()
                .map(fact -> new Fact(moved[fact.passage()], fact.sentence()))
                .toList();
        return new SourceQuestion(id, question, answers, kept, newGold, newFacts, misplaced);
    }

    List<SourcePassage> goldPassages() {
        return gold.stream().sorted().map(passages::get).toList();
    }

    List<SourcePassage> otherPassages() {
        List<SourcePassage> others = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            if (!gold.contains(i)) {
                others.add(passages.get(i));
            }
        }
        return others;
    }
}
