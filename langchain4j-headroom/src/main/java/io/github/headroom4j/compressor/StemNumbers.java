package io.github.headroom4j.compressor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stems of texts as numbers, so that whoever asks several things of the words of a text reads them once. Equal stems have
 * equal numbers; they ascend from 0 in the order in which the stems are met.
 *
 * <p>Linear in the texts; holds every different stem once. Not thread-safe.
 */
public final class StemNumbers {

    private static final int FIRST_CAPACITY = 64;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final TermMemory<int[]> runs;
    private int[] read = new int[FIRST_CAPACITY];
    private int count;

    /**
     * Numbers of no stems yet.
     *
     * @param pace looks at the deadline as texts are read
     */
    public StemNumbers(Pace pace) {
        runs = TermMemory.ofStems(this::numbersOf, pace);
    }

    private int[] numbersOf(List<String> stems) {
        int[] some = new int[stems.size()];
        for (int i = 0; i < some.length; i++) {
            Integer known = numbers.putIfAbsent(stems.get(i), numbers.size());
            some[i] = known == null ? numbers.size() - 1 : known;
        }
        return some;
    }

    /**
     * Reads a text.
     *
     * @param text any text
     * @return the numbers of {@link Stems#of} it, in the order of the text, with repetitions
     */
    public int[] of(CharSequence text) {
        count = 0;
        runs.forEach(text, this::add);
        return Arrays.copyOf(read, count);
    }

    private void add(int[] some) {
        if (count + some.length > read.length) {
            read = Arrays.copyOf(read, Math.max(2 * read.length, count + some.length));
        }
        System.arraycopy(some, 0, read, count, some.length);
        count += some.length;
    }

    /**
     * How many different stems were read.
     *
     * @return more than the highest number
     */
    public int count() {
        return numbers.size();
    }

    /**
     * The stems that were read.
     *
     * @return a new array of them, each in the place of its number
     */
    public String[] stems() {
        String[] stems = new String[numbers.size()];
        numbers.forEach((stem, number) -> stems[number] = stem);
        return stems;
    }

    /** The number of a stem, or -1 if it was not read. */
    int find(String stem) {
        return numbers.getOrDefault(stem, -1);
    }
}
