package io.github.headroom4j.compressor.log;

import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The lines that a selection has shown in full, as models for later ones that are like them. A line told by a model is none
 * itself: a reader has to look at one other line, never at a chain of them. For one selection and one thread.
 */
final class LineModels {

    /** Stands between a line's number or count and the number of its model. */
    static final String SIGN = "=";

    /** So many lines back a model is looked for; its number has to be found by a reader, too. */
    private static final int MAX_MODELS = 40;

    /** Tokens that a line told by a model must be shorter. */
    private static final int MIN_SAVED = 4;

    private final TokenCounter counter;
    private final Deque<Model> models = new ArrayDeque<>();
    private boolean used;

    /** A line that is shown in full, and its number in the original. */
    private record Model(int number, List<String> words) {}

    /**
     * A line told by another one.
     *
     * @param text what differs, with ellipses
     * @param model the number of the other line
     */
    record Told(String text, int model) {}

    LineModels(TokenCounter counter) {
        this.counter = counter;
    }

    /** Whether a line was told by another one. */
    boolean isUsed() {
        return used;
    }

    /**
     * Tells a line by one that was shown before, if that is shorter; else the line becomes a model.
     *
     * @param number of the line in the original
     * @param line its text behind the number, with what parts them
     * @return empty if it is to be shown in full
     */
    Optional<Told> tell(int number, String line) {
        List<String> words = Likeness.words(line);
        Told best = null;
        for (Model model : models) {
            Optional<String> told = Likeness.tell(words, model.words());
            if (told.isPresent()
                    && (best == null || told.get().length() < best.text().length())) {
                best = new Told(told.get(), model.number());
            }
        }
        if (best != null && isShorter(best, line)) {
            used = true;
            return Optional.of(best);
        }
        models.addFirst(new Model(number, words));
        if (models.size() > MAX_MODELS) {
            models.removeLast();
        }
        return Optional.empty();
    }

    private boolean isShorter(Told told, String line) {
        return counter.count(SIGN + told.model() + told.text()) + MIN_SAVED <= counter.count(line);
    }
}
