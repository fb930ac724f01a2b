package io.github.headroom4j.compressor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of characters of one text after another come to. Texts of one kind say the same words again and again, so what
 * a caller makes of the terms or stems of a run is remembered and found again without making a string of it. The terms are
 * exactly those of {@link Terms#of} or {@link Stems#of}.
 *
 * <p>Linear in the texts; holds at most {@value #MAX_RUNS} runs, the latest ones. Not thread-safe.
 *
 * @param <T> what is made of a run; depends on its terms alone
 */
public final class TermMemory<T> {

    /** As many different words as a long article has; when there are more, what was remembered is forgotten. */
    private static final int MAX_RUNS = 1 << 13;

    /** Runs in one place; more are there of hostile words only, which must not cost quadratic time, and are read anew. */
    private static final int MAX_COLLISIONS = 16;

    private static final int FIRST_CAPACITY = 1 << 4;

    private final Function<String, T> analyzer;
    private final Pace pace;
    private @Nullable Run<T>[] table = newTable(FIRST_CAPACITY);
    private int count;

    private record Run<T>(
            String text, int hash, T made, @Nullable Run<T> next) {}

    private TermMemory(Function<String, T> analyzer, Pace pace) {
        this.analyzer = analyzer;
        this.pace = pace;
    }

    /**
     * A memory of what is made of stems.
     *
     * @param use what is made of the stems of a run
     * @param pace looks at the deadline
     * @param <T> what is made of a run
     * @return an empty memory
     */
    public static <T> TermMemory<T> ofStems(Function<List<String>, T> use, Pace pace) {
        return new TermMemory<>(run -> use.apply(Stems.ofRun(run)), pace);
    }

    /**
     * A memory of what is made of terms.
     *
     * @param use what is made of the terms of a run
     * @param pace looks at the deadline
     * @param <T> what is made of a run
     * @return an empty memory
     */
    public static <T> TermMemory<T> ofTerms(Function<List<String>, T> use, Pace pace) {
        return new TermMemory<>(run -> use.apply(Terms.ofRun(run)), pace);
    }

    /**
     * Gives what each run of a text comes to.
     *
     * @param charSequence any text
     * @param action takes it, in the order of the text, with repetitions
     */
    public void forEach(CharSequence charSequence, Consumer<? super T> action) {
        String text = charSequence.toString();
        int start = 0;
        while (start < text.length()) {
            int hash = 0;
            int end = start;
            while (end < text.length() && Terms.isOfRun(text.charAt(end))) {
                hash = 31 * hash + text.charAt(end);
                end++;
            }
            pace.step(end - start);
            if (end > start) {
                action.accept(made(text, start, end, hash ^ hash >>> 16));
            }
            start = end + 1;
        }
    }

    private T made(String text, int start, int end, int hash) {
        int collisions = 0;
        for (Run<T> run = table[hash & table.length - 1]; run != null; run = run.next) {
            if (run.hash == hash && run.text.length() == end - start && text.startsWith(run.text, start)) {
                return run.made;
            }
            collisions++;
        }
        String run = text.substring(start, end);
        return collisions < MAX_COLLISIONS ? remember(run, hash) : analyzer.apply(run);
    }

    private T remember(String text, int hash) {
        T made = analyzer.apply(text);
        if (text.length() <= Terms.MAX_RUN) {
            if (count == MAX_RUNS) {
                Arrays.fill(table, null);
                count = 0;
            } else if (count == table.length) {
                grow();
            }
            add(text, hash, made);
            count++;
        }
        return made;
    }

    private void add(String text, int hash, T made) {
        int place = hash & table.length - 1;
        table[place] = new Run<>(text, hash, made, table[place]);
    }

    private void grow() {
        @Nullable Run<T>[] old = table;
        table = newTable(old.length * 2);
        for (Run<T> first : old) {
            for (Run<T> run = first; run != null; run = run.next) {
                add(run.text, run.hash, run.made);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Run<T>[] newTable(int capacity) {
        return (Run<T>[]) new Run<?>[capacity];
    }
}
