package io.github.headroom4j.compressor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The terms or stems of one text after another. Texts of one kind say the same words again and again, so what a run of
 * characters comes to is remembered and found again without making a string of it. Gives exactly what {@link Terms#of} or
 * {@link Stems#of} gives.
 *
 * <p>Linear in the texts; holds at most {@value #MAX_RUNS} runs, the latest ones. Not thread-safe.
 */
public final class TermMemory {

    /** As many different words as a long article has; when there are more, what was remembered is forgotten. */
    private static final int MAX_RUNS = 1 << 13;

    /** Runs in one place; more are there of hostile words only, which must not cost quadratic time, and are read anew. */
    private static final int MAX_COLLISIONS = 16;

    private static final int FIRST_CAPACITY = 1 << 4;

    private final Function<String, List<String>> analyzer;
    private final Pace pace;
    private @Nullable Run[] table = new @Nullable Run[FIRST_CAPACITY];
    private int count;

    private record Run(
            String text,
            int hash,
            List<String> terms,
            @Nullable Run next) {}

    private TermMemory(Function<String, List<String>> analyzer, Pace pace) {
        this.analyzer = analyzer;
        this.pace = pace;
    }

    /**
     * As {@link Stems#of} reads texts.
     *
     * @param pace looks at the deadline
     * @return an empty memory
     */
    public static TermMemory ofStems(Pace pace) {
        return new TermMemory(Stems::ofRun, pace);
    }

    /**
     * As {@link Terms#of} reads texts.
     *
     * @param pace looks at the deadline
     * @return an empty memory
     */
    public static TermMemory ofTerms(Pace pace) {
        return new TermMemory(Terms::ofRun, pace);
    }

    /**
     * The terms of a text in their order, with repetitions.
     *
     * @param text any text
     * @return a new list of them
     */
    public List<String> of(CharSequence text) {
        List<String> terms = new ArrayList<>();
        forEach(text, terms::addAll);
        return terms;
    }

    /** Gives the terms of each run of a text, in order. */
    void forEach(CharSequence charSequence, Consumer<List<String>> action) {
        String text = charSequence.toString();
        int start = 0;
        while (start < text.length()) {
            int end = Terms.endOfRun(text, start);
            pace.step(end - start);
            if (end > start) {
                action.accept(terms(text, start, end));
            }
            start = end + 1;
        }
    }

    private List<String> terms(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        hash ^= hash >>> 16;
        int collisions = 0;
        for (Run run = table[hash & table.length - 1]; run != null; run = run.next) {
            if (run.hash == hash && run.text.length() == end - start && text.startsWith(run.text, start)) {
                return run.terms;
            }
            collisions++;
        }
        String run = text.substring(start, end);
        return collisions < MAX_COLLISIONS ? remember(run, hash) : analyzer.apply(run);
    }

    private List<String> remember(String text, int hash) {
        List<String> terms = analyzer.apply(text);
        if (text.length() <= Terms.MAX_RUN) {
            if (count == MAX_RUNS) {
                Arrays.fill(table, null);
                count = 0;
            } else if (count == table.length) {
                grow();
            }
            add(text, hash, terms);
            count++;
        }
        return terms;
    }

    private void add(String text, int hash, List<String> terms) {
        int place = hash & table.length - 1;
        table[place] = new Run(text, hash, terms, table[place]);
    }

    private void grow() {
        @Nullable Run[] old = table;
        table = new @Nullable Run[old.length * 2];
        for (Run first : old) {
            for (Run run = first; run != null; run = run.next) {
                add(run.text, run.hash, run.terms);
            }
        }
    }
}
