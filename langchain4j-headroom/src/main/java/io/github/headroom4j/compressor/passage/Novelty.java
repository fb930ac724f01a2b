package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private final SentenceWords words;
    private final Pace pace;

    /** Earlier sentences by what they state and by each of their rarest words. */
    private final Map<String, Map<Integer, List<Integer>>> seen = new HashMap<>();

    private final int[] holders;
    private final BitSet repeated = new BitSet();
    private final BitSet factual = new BitSet();

    private Novelty(SentenceWords words, Pace pace) {
        this.words = words;
        this.pace = pace;
        holders = new int[words.count()];
    }

    /**
     * Judges sentences.
     *
     * @param sentences their texts, in order
     * @param words their words
     */
    static Novelty of(List<String> sentences, SentenceWords words, CompressionContext context) {
        Novelty novelty = new Novelty(words, context.pace());
        for (int i = 0; i < sentences.size(); i++) {
            novelty.judge(i, Facts.of(sentences.get(i)));
        }
        return novelty;
    }

    private void judge(int sentence, Facts facts) {
        factual.set(sentence, facts.any());
        if (isRepeated(sentence, facts)) {
            repeated.set(sentence);
        } else {
            for (int word : words.of(sentence)) {
                pace.step();
                holders[word]++;
            }
        }
    }

    /** Whether a sentence states a fact, see {@link Facts#any}. */
    boolean statesFact(int sentence) {
        return factual.get(sentence);
    }

    /** Whether an earlier sentence says the same. */
    boolean repeats(int sentence) {
        return repeated.get(sentence);
    }

    /** Whether a sentence has more than few words that no other has, but those that repeat one. */
    boolean hasOwnWords(int sentence) {
        int[] mine = words.of(sentence);
        int own = 0;
        for (int word : mine) {
            pace.step();
            own += holders[word] == 1 ? 1 : 0;
        }
        return own > OWN * mine.length;
    }

    private boolean isRepeated(int sentence, Facts facts) {
        pace.step();
        int[] mine = words.of(sentence);
        if (mine.length < MIN_WORDS) {
            return false;
        }
        int[] rarest = rarest(mine);
        if (rarest.length == 0) {
            return false;
        }
        String stated = facts.numbers() + "|" + facts.names() + "|" + facts.denies();
        Map<Integer, List<Integer>> alike = seen.computeIfAbsent(stated, key -> new HashMap<>());
        boolean found = false;
        for (int rare : rarest) {
            List<Integer> earlier = alike.computeIfAbsent(rare, key -> new ArrayList<>());
            found = found || earlier.stream().anyMatch(other -> isSame(mine, words.of(other)));
            if (!found && earlier.size() < MAX_COMPARED) {
                earlier.add(sentence);
            }
        }
        return found;
    }

    /** The rarest words but those that one sentence only holds, which find nothing. */
    private int[] rarest(int[] mine) {
        int from = 0;
        while (from < mine.length && mine[from] < words.single()) {
            from++;
        }
        return Arrays.copyOfRange(mine, from, Math.min(mine.length, from + RAREST));
    }

    private boolean isSame(int[] one, int[] other) {
        int common = 0;
        int at = 0;
        for (int word : one) {
            pace.step();
            while (at < other.length && other[at] < word) {
                at++;
            }
            common += at < other.length && other[at] == word ? 1 : 0;
        }
        return common >= SAME * (one.length + other.length - common);
    }
}
