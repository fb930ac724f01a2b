package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.Stems;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which units are shown, before a budget asks for fewer. */
final class Choice {

    /** The share of the best value that a unit needs which alone speaks of something that the question names. */
    private static final double SPEAKS_OF_IT = 0.5;

    /** A word of the question that more than this share of the passages has names nothing. */
    private static final double COMMON = 0.3;

    private final PassageSet set;
    private final double[] values;
    private final double best;

    Choice(PassageSet set, double[] values) {
        this.set = set;
        this.values = values;
        this.best = Arrays.stream(values).max().orElse(0);
    }

    /** Units in descending value, those first that are to be shown; ties keep the order of the passages. */
    int[] ranked() {
        return IntStream.range(0, values.length)
                .filter(i -> values[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** What is near the best, and for each rare word of the question that nothing of it speaks of, the best unit that does. */
    BitSet near(String question, double share) {
        BitSet near = new BitSet();
        for (int i = 0; i < values.length; i++) {
            near.set(i, values[i] > 0 && values[i] >= share * best);
        }
        for (String asked : new TreeSet<>(Stems.of(question))) {
            int[] holders = IntStream.range(0, values.length)
                    .filter(i -> values[i] > 0 && set.units().get(i).stems().contains(asked))
                    .toArray();
            long passages = Arrays.stream(holders)
                    .map(i -> set.units().get(i).passage())
                    .distinct()
                    .count();
            if (passages <= COMMON * set.passages().size()
                    && Arrays.stream(holders).noneMatch(near::get)) {
                Arrays.stream(holders)
                        .filter(i -> values[i] >= SPEAKS_OF_IT * best)
                        .boxed()
                        .max(Comparator.comparingDouble((Integer i) -> values[i])
                                .thenComparing(i -> -i))
                        .ifPresent(near::set);
            }
        }
        return near;
    }
}
