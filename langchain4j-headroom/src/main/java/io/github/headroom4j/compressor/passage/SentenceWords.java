package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.StemNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The different words of each sentence, by their stems, as numbers. The fewer sentences hold a word, the smaller its number is, so
 * that the rarest ones lead.
 */
final class SentenceWords {

    private final List<int[]> sentences = new ArrayList<>();
    private final int count;
    private final int single;

    /**
     * The words of sentences.
     *
     * @param stems the numbers of each sentence's stems
     * @param numbers what they were read by
     * @param pace looks at the deadline
     */
    SentenceWords(List<int[]> stems, StemNumbers numbers, Pace pace) {
        count = numbers.count();
        int[] holders = new int[count];
        List<int[]> distinct = distinct(stems, holders, pace);
        int[] rarestFirst = rarestFirst(holders, numbers.stems(), pace);
        int[] ranks = new int[count];
        for (int rank = 0; rank < count; rank++) {
            ranks[rarestFirst[rank]] = rank;
        }
        for (int[] some : distinct) {
            for (int i = 0; i < some.length; i++) {
                some[i] = ranks[some[i]];
            }
            Arrays.sort(some);
            sentences.add(some);
        }
        single = (int) Arrays.stream(holders).filter(held -> held <= 1).count();
    }

    /** Each sentence's different stems; counts for each stem the sentences that hold it. */
    private static List<int[]> distinct(List<int[]> stems, int[] holders, Pace pace) {
        List<int[]> distinct = new ArrayList<>(stems.size());
        int[] lastHolder = new int[holders.length];
        for (int i = 0; i < stems.size(); i++) {
            int[] some = stems.get(i).clone();
            pace.step(some.length);
            int found = 0;
            for (int stem : some) {
                if (lastHolder[stem] <= i) {
                    lastHolder[stem] = i + 1;
                    holders[stem]++;
                    some[found++] = stem;
                }
            }
            distinct.add(Arrays.copyOf(some, found));
        }
        return distinct;
    }

    /** Words of one sentence only find no other, so that their order among themselves is of no account. */
    private static int[] rarestFirst(int[] holders, String[] stems, Pace pace) {
        Comparator<Integer> rarestFirst =
                Comparator.comparingInt((Integer stem) -> holders[stem]).thenComparing(stem -> stems[stem]);
        IntStream single = IntStream.range(0, holders.length).filter(stem -> holders[stem] <= 1);
        IntStream shared = IntStream.range(0, holders.length)
                .filter(stem -> holders[stem] > 1)
                .boxed()
                .sorted((one, other) -> {
                    pace.step();
                    return rarestFirst.compare(one, other);
                })
                .mapToInt(Integer::intValue);
        return IntStream.concat(single, shared).toArray();
    }

    /** The words of a sentence, ascending. */
    int[] of(int sentence) {
        return sentences.get(sentence);
    }

    /** All numbers are less. */
    int count() {
        return count;
    }

    /** Words of which one sentence only has each: those with smaller numbers. */
    int single() {
        return single;
    }
}
