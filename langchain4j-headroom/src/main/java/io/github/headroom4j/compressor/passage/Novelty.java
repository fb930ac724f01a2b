package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.TermMemory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each sentence adds to the text. A sentence repeats an earlier one if it has nearly the same words, and exactly the same
 * numbers, names and denials. Each is compared with few earlier ones, those that share one of its rarest words, so the work is
 * linear.
 */
final class Novelty {

    /** Share of words in common from which two sentences of equal facts say the same. */
    private static final double SAME = 0.8;

    /** Shorter sentences ("It was built there.") say too little to be the same. */
    private static final int MIN_WORDS = 5;

    /** Share of words that no other sentence has, below which a sentence adds no word of its own. */
    private static final double OWN = 0.1;

    private static final int RAREST = 3;
    private static final int MAX_COMPARED = 8;

    private final TermMemory stems;
    private final Map<String, Integer> holders = new HashMap<>();
    private final List<Set<String>> words = new ArrayList<>();
    private final Map<String, List<Integer>> seen = new HashMap<>();

    private final Map<String, Integer> first = new HashMap<>();
    private final BitSet repeated = new BitSet();

    private final Pace pace;

    private Novelty(Pace pace) {
        this.pace = pace;
        stems = TermMemory.ofStems(pace);
    }

    static Novelty of(List<String> sentences, List<Facts> facts, CompressionContext context) {
        Novelty novelty = new Novelty(context.pace());
        for (String sentence : sentences) {
            novelty.count(sentence);
        }
        for (int i = 0; i < sentences.size(); i++) {
            novelty.judge(i, facts.get(i));
        }
        return novelty;
    }

    private void judge(int sentence, Facts facts) {
        if (isRepeated(sentence, facts)) {
            repeated.set(sentence);
        } else {
            words.get(sentence).forEach(word -> {
                pace.step();
                first.merge(word, 1, Integer::sum);
            });
        }
    }

    /** Whether an earlier sentence says the same. */
    boolean repeats(int sentence) {
        return repeated.get(sentence);
    }

    /** Whether a sentence has more than few words that no other has, but those that repeat one. */
    boolean hasOwnWords(int sentence) {
        Set<String> mine = words.get(sentence);
        int own = 0;
        for (String word : mine) {
            pace.step();
            own += first.getOrDefault(word, 0) == 1 ? 1 : 0;
        }
        return own > OWN * mine.size();
    }

    private void count(String sentence) {
        Set<String> distinct = new HashSet<>(stems.of(sentence));
        distinct.forEach(word -> {
            pace.step();
            holders.merge(word, 1, Integer::sum);
        });
        words.add(distinct);
    }

    private boolean isRepeated(int sentence, Facts facts) {
        pace.step();
        Set<String> mine = words.get(sentence);
        if (mine.size() < MIN_WORDS) {
            return false;
        }
        String stated = facts.numbers() + "|" + facts.names() + "|" + facts.denies() + "|";
        boolean repeated = false;
        for (String rare : rarest(mine)) {
            List<Integer> earlier = seen.computeIfAbsent(stated + rare, key -> new ArrayList<>());
            repeated = repeated || earlier.stream().anyMatch(other -> isSame(mine, words.get(other)));
            if (!repeated && earlier.size() < MAX_COMPARED) {
                earlier.add(sentence);
            }
        }
        return repeated;
    }

    private List<String> rarest(Set<String> mine) {
        List<String> sorted = new ArrayList<>(mine);
        sorted.sort((a, b) -> {
            pace.step();
            int byHolders = Integer.compare(holders.getOrDefault(a, 0), holders.getOrDefault(b, 0));
            return byHolders != 0 ? byHolders : a.compareTo(b);
        });
        // Words that one sentence only holds find nothing.
        int from = 0;
        while (from < sorted.size() - RAREST && holders.getOrDefault(sorted.get(from), 0) == 1) {
            from++;
        }
        return sorted.subList(from, Math.min(sorted.size(), from + RAREST));
    }

    private boolean isSame(Set<String> one, Set<String> other) {
        int common = 0;
        for (String word : one) {
            pace.step();
            common += other.contains(word) ? 1 : 0;
        }
        return common >= SAME * (one.size() + other.size() - common);
    }
}
