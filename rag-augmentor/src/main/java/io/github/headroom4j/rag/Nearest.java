package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.passage.PassageScorer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which sentences a model is asked about, where it can not be asked about all. */
final class Nearest {

    private Nearest() {}

    /** The places of sentences that have a character which is no blank, at most so many, those nearest by words; ascending. */
    static int[] byWords(String query, List<String> sentences, int most) {
        int[] all = IntStream.range(0, sentences.size())
                .filter(i -> !sentences.get(i).isBlank())
                .toArray();
        if (all.length <= most) {
            return all;
        }
        double[] near = PassageScorer.lexical().score(query, sentences);
        return Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -near[i]))
                .limit(most)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
    }

    /** The value itself, a limit that was set. */
    static int positive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, but was " + value);
        }
        return value;
    }
}
