package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Stems;
import io.github.headroom4j.compressor.passage.PassagePieces;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which units are shown, before a budget asks for fewer. */
final class Choice {

    /** The share of the best value that a unit needs which alone speaks of something that the question names. */
    private static final double SPEAKS_OF_IT = 0.4;

    /** A word of the question that more than this share of the passages has names nothing. */
    private static final double COMMON = 0.3;

    /** Characters from which the end of one passage and the beginning of another are taken for an overlap. */
    private static final int MIN_OVERLAP = 20;

    private final PassageSet set;
    private final double[] values;
    private final double best;

    Choice(PassageSet set, double[] values) {
        this.set = set;
        this.values = values;
        this.best = Arrays.stream(values).max().orElse(0);
    }

    /** Takes the value from what is said before, by another unit of any passage, or holds nothing but a part of one. */
    static void discountRepeated(PassageSet set, double[] values, CompressionContext context) {
        List<String> texts = set.units().stream().map(unit -> unit.text()).toList();
        PassagePieces.repeated(texts, context).stream().forEach(unit -> values[unit] = 0);
        for (int passage = 0; passage < set.passages().size(); passage++) {
            context.checkDeadline();
            int first = set.firstUnit(passage);
            int last = set.firstUnit(passage + 1) - 1;
            if (last >= first) {
                values[first] = isPartOfAnother(set, first) ? 0 : values[first];
                values[last] = isPartOfAnother(set, last) ? 0 : values[last];
            }
        }
    }

    /** Whether the unit at the edge of a chunk was cut out of, or stands also in, another passage; of two equal ones, the later. */
    private static boolean isPartOfAnother(PassageSet set, int unit) {
        int own = set.units().get(unit).passage();
        String text = set.units().get(unit).text().strip();
        for (int other = 0; text.length() >= MIN_OVERLAP && other < set.passages().size(); other++) {
            String passage = set.passages().get(other);
            boolean longer = other < own || !set.passages().get(own).contains(wholeUnitIn(set, other, text));
            if (other != own && longer && passage.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** The unit of a passage in which a text stands, or the text. */
    private static String wholeUnitIn(PassageSet set, int passage, String text) {
        for (int i = set.firstUnit(passage); i < set.firstUnit(passage + 1); i++) {
            if (set.units().get(i).text().contains(text)) {
                return set.units().get(i).text().strip();
            }
        }
        return text;
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
        List<Set<String>> stems = set.units().stream()
                .map(unit -> (Set<String>) new HashSet<>(Stems.of(unit.text())))
                .toList();
        for (String asked : new TreeSet<>(Stems.of(question))) {
            int[] holders = IntStream.range(0, values.length)
                    .filter(i -> values[i] > 0 && stems.get(i).contains(asked))
                    .toArray();
            long passages = Arrays.stream(holders)
                    .map(i -> set.units().get(i).passage())
                    .distinct()
                    .count();
            if (passages <= COMMON * set.passages().size() && Arrays.stream(holders).noneMatch(near::get)) {
                Arrays.stream(holders)
                        .filter(i -> values[i] >= SPEAKS_OF_IT * best)
                        .boxed()
                        .max(Comparator.comparingDouble((Integer i) -> values[i]).thenComparing(i -> -i))
                        .ifPresent(near::set);
            }
        }
        return near;
    }
}
