package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Finds the texts within lines that are worth saying once. Sorts what begins at each word, so that equal beginnings are
 * neighbours, and takes the texts that save most one after another, each without what the ones before took.
 */
final class RepeatedTexts {

    /** Longer ones are found in pieces. Words and marks. */
    private static final int MAX_WORDS = 40;

    /** Texts are looked for in the beginning of a long notation, and used in all of it. Words and marks. */
    private static final int MAX_LEARNED = 60_000;

    /** A word's number and a place are at most {@link #MAX_LEARNED}. */
    private static final int BITS = 16;

    /** So many fit in a number beside a place. */
    private static final int WORDS_AT_ONCE = 3;

    /** What it takes to say what a letter stands for, beside the text. Tokens. */
    private static final int DEFINITION = 3;

    /** A letter that saves less is not worth looking up. Tokens. */
    private static final int MIN_SAVED = 4;

    /** Less than this is sooner read than looked up. Tokens. */
    private static final int MIN_TOKENS = 3;

    /** The shortest word that makes a text one to remember. Letters in a row. */
    private static final int MIN_LETTERS = 2;

    /** No word has fewer characters per token, by and large; for a first guess. */
    private static final double CHARS_PER_TOKEN = 4.5;

    /** When so many places have been looked at, what was found by then is enough. */
    private static final int MAX_PLACES = 2_000_000;

    /** Longer texts are data. Characters. */
    static final int MAX_CHARS = 1000;

    /** Equal words from each of some places on: those at {@code order[from..to)}. */
    private record Repeat(int words, int from, int to, int saved) {}

    private static final Comparator<Repeat> BEST_FIRST = Comparator.comparingInt((Repeat repeat) -> -repeat.saved)
            .thenComparingInt(repeat -> -repeat.words)
            .thenComparingInt(Repeat::from);

    private final String text;
    private final CompressionContext context;
    private final Pace pace;
    private final int[] starts;
    private final int[] words;
    private final int[] order;
    private final BitSet taken = new BitSet();

    RepeatedTexts(String text, CompressionContext context) {
        this.text = text;
        this.context = context;
        pace = context.pace();
        starts = starts(text);
        words = numbered(text, starts);
        order = sorted(
                IntStream.range(0, words.length).filter(i -> words[i] > 0).toArray());
    }

    /** The texts that save most, at most so many. */
    List<String> best(int limit) {
        List<String> best = new ArrayList<>();
        PriorityQueue<Repeat> guesses = new PriorityQueue<>(BEST_FIRST);
        guesses.addAll(guesses());
        for (int looked = 0; looked < MAX_PLACES && best.size() < limit && !guesses.isEmpty(); ) {
            context.checkDeadline();
            Repeat guess = guesses.remove();
            looked += guess.to - guess.from;
            List<Integer> places = places(guess);
            int saved = saved(guess.words, places);
            if (saved < MIN_SAVED) {
                continue;
            }
            Repeat next = guesses.peek();
            if (next != null && saved < next.saved) {
                guesses.add(new Repeat(guess.words, guess.from, guess.to, saved));
            } else {
                add(written(places.get(0), guess.words), best);
                places.forEach(place -> taken.set(place, place + guess.words));
            }
        }
        return best;
    }

    /** The same words may be other ones at the beginning of a line, where no blank is before them. */
    private static void add(String repeated, List<String> best) {
        if (!best.contains(repeated)) {
            best.add(repeated);
        }
    }

    private int saved(int length, List<Integer> places) {
        if (places.size() < 2) {
            return 0;
        }
        String repeated = written(places.get(0), length);
        int tokens = context.counter().count(repeated);
        if (tokens < MIN_TOKENS || !saysSomething(repeated)) {
            return 0;
        }
        return places.size() * (tokens - 1) - tokens - DEFINITION;
    }

    /** Marks alone, as between arguments, would make riddles of lines. */
    private static boolean saysSomething(String text) {
        int letters = 0;
        for (int i = 0; i < text.length() && letters < MIN_LETTERS; i++) {
            letters = Character.isLetter(text.charAt(i)) ? letters + 1 : 0;
        }
        return letters == MIN_LETTERS;
    }

    /** Where the repeat stands and nothing is taken yet; none of them overlap. */
    private List<Integer> places(Repeat repeat) {
        int[] sorted = Arrays.copyOfRange(order, repeat.from, repeat.to);
        Arrays.sort(sorted);
        List<Integer> places = new ArrayList<>();
        int end = 0;
        for (int place : sorted) {
            int firstTaken = taken.nextSetBit(place);
            if (place >= end && (firstTaken < 0 || firstTaken >= place + repeat.words)) {
                places.add(place);
                end = place + repeat.words;
            }
        }
        return places;
    }

    private String written(int place, int length) {
        // The blank before it stays where it is: it costs nothing beside a letter, and keeps lines readable.
        return text.substring(starts[place], starts[place + length]).stripLeading();
    }

    /** The longest texts of each set of places, with what they would save if all places were free. */
    private List<Repeat> guesses() {
        List<Repeat> guesses = new ArrayList<>();
        int[] lengths = new int[order.length + 1];
        int[] froms = new int[order.length + 1];
        int open = 0;
        for (int i = 1; i <= order.length; i++) {
            int shared = i == order.length ? 0 : shared(order[i - 1], order[i]);
            int from = i - 1;
            while (open > 0 && lengths[open - 1] > shared) {
                open--;
                from = froms[open];
                guess(lengths[open], from, i, guesses);
            }
            if (shared > 0 && (open == 0 || lengths[open - 1] < shared)) {
                lengths[open] = shared;
                froms[open++] = from;
            }
        }
        return guesses;
    }

    private void guess(int length, int from, int to, List<Repeat> guesses) {
        int place = order[from];
        int chars = starts[place + length] - starts[place];
        double tokens = Math.max(length / 2.0, chars / CHARS_PER_TOKEN) + 2;
        int saved = (int) ((to - from) * (tokens - 1) - tokens - DEFINITION);
        if (saved >= MIN_SAVED && chars <= MAX_CHARS) {
            guesses.add(new Repeat(length, from, to, saved));
        }
    }

    /** Places in the order of the words that begin there; where those are the same, in their own order. */
    private int[] sorted(int[] places) {
        long[] keys = Arrays.stream(places).mapToLong(place -> place).toArray();
        sort(keys, 0, keys.length, 0);
        return Arrays.stream(keys).mapToInt(RepeatedTexts::place).toArray();
    }

    /** Sorts keys by the words some words behind their places: by as many as a number can say, then by those behind these. */
    private void sort(long[] keys, int from, int to, int behind) {
        for (int i = from; i < to; i++) {
            pace.step();
            int place = place(keys[i]);
            // The highest bit would be a sign.
            keys[i] = (wordsAt(place, behind) << BITS | place) ^ Long.MIN_VALUE;
        }
        Arrays.sort(keys, from, to);
        if (behind + WORDS_AT_ONCE >= MAX_WORDS) {
            return;
        }
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || keys[i] >>> BITS != keys[start] >>> BITS) {
                if (i - start > 1 && wordAt(place(keys[start]) + behind + WORDS_AT_ONCE - 1) > 0) {
                    sort(keys, start, i, behind + WORDS_AT_ONCE);
                }
                start = i;
            }
        }
    }

    private static int place(long key) {
        return (int) (key & (1 << BITS) - 1);
    }

    /** The numbers of some words after one another, 0 from the end of their line on and beyond {@link #MAX_WORDS}. */
    private long wordsAt(int place, int behind) {
        long numbers = 0;
        boolean ended = false;
        for (int i = behind; i < behind + WORDS_AT_ONCE; i++) {
            ended |= i >= MAX_WORDS || wordAt(place + i) == 0;
            numbers = numbers << BITS | (ended ? 0 : wordAt(place + i));
        }
        return numbers;
    }

    private int wordAt(int place) {
        return place < words.length ? words[place] : 0;
    }

    private int shared(int one, int other) {
        int shared = 0;
        while (shared < MAX_WORDS && wordAt(one + shared) > 0 && wordAt(one + shared) == wordAt(other + shared)) {
            shared++;
        }
        return shared;
    }

    /** Where words and marks begin, each with the blank before it, and where the last one ends. */
    private int[] starts(String text) {
        IntStream.Builder starts = IntStream.builder();
        int at = 0;
        for (int count = 0; at < text.length() && count < MAX_LEARNED; count++) {
            pace.step();
            starts.add(at);
            at = wordEnd(text, at);
        }
        return starts.add(at).build().toArray();
    }

    private static int wordEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at > start + 1) {
            return at - 1;
        }
        if (at == text.length() || (text.charAt(at) == '\n' && at > start)) {
            return at;
        }
        if (!isWordPart(text.charAt(at))) {
            return at + Character.charCount(text.codePointAt(at));
        }
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isWordPart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    /** A number for each word, the same for equal ones; 0 for the ends of lines and for what is blank. */
    private int[] numbered(String text, int[] starts) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[starts.length - 1];
        for (int i = 0; i < numbered.length; i++) {
            pace.step();
            String word = text.substring(starts[i], starts[i + 1]);
            numbered[i] = word.isBlank() ? 0 : numbers.computeIfAbsent(word, key -> numbers.size() + 1);
        }
        return numbered;
    }
}
