package io.github.headroom4j.rag.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.rag.onnx.Windows.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How probable it is that each word of a text is needed. A text of any length is read in overlapping windows; a token that two
 * windows have in common gets the greater of its probabilities, since what one of them takes for an answer must stay.
 * Thread-safe until it is closed.
 */
final class WordScores implements AutoCloseable {

    /** A question's tokens are a third of a window at most, or too little of the text would be read with it. */
    private static final int QUESTION_SHARE = 3;

    private final TokenModel model;
    private final HuggingFaceTokenizer tokenizer;
    private final int batch;
    private final double overlap;

    private WordScores(TokenModel model, HuggingFaceTokenizer tokenizer, int batch, double overlap) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.batch = model.batch(batch);
        this.overlap = overlap;
    }

    /** Opens the model and the tokenizer of a folder, and tries them on two words. */
    static WordScores open(ModelFolder folder, @Nullable PruningFormat told, int threads, int batch, double overlap) {
        PruningFormat described =
                told == null && folder.settings() != null ? SettingsFile.read(folder.settings()) : told;
        HuggingFaceTokenizer tokenizer = tokenizer(folder);
        TokenModel model = null;
        try {
            model = TokenModel.open(folder.model(described == null ? null : described.model()), described, threads);
            WordScores scores = new WordScores(model, tokenizer, batch, overlap);
            scores.of("a", Words.of("a b"), Deadline.none());
            return scores;
        } catch (RuntimeException e) {
            tokenizer.close();
            if (model != null) {
                model.close();
            }
            throw e instanceof IllegalStateException ? new IllegalArgumentException(e.getMessage(), e) : e;
        }
    }

    private static HuggingFaceTokenizer tokenizer(ModelFolder folder) {
        try {
            // What a tokenizer's file says of cutting and filling up is for training.
            return HuggingFaceTokenizer.builder()
                    .optTokenizerPath(folder.tokenizer())
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(folder, e);
        }
    }

    private static IllegalArgumentException unreadable(ModelFolder folder, Exception e) {
        return new IllegalArgumentException(
                folder.tokenizer().toAbsolutePath() + " can not be read as a tokenizer of Hugging Face: "
                        + e.getMessage(),
                e);
    }

    PruningFormat format() {
        return model.format();
    }

    /**
     * The probability of each word.
     *
     * @param deadline checked before each batch of windows
     */
    double[] of(String question, Words words, Deadline deadline) {
        int maxTokens = model.maxTokens();
        Tokens tokens = Tokens.of(
                tokenizer, model.format().readsQuestion() ? question : null, words, maxTokens / QUESTION_SHARE);
        int capacity = maxTokens - tokens.around();
        if (capacity < 2) {
            throw new IllegalStateException("a model that reads " + maxTokens
                    + " tokens at once has no room for a text beside " + tokens.around()
                    + " of its own and the question's");
        }
        List<Window> windows = tokens.windows(capacity, (int) (capacity * overlap));
        double[] keep = new double[tokens.count()];
        for (int from = 0; from < windows.size(); from += batch) {
            deadline.check();
            List<Window> some = windows.subList(from, Math.min(windows.size(), from + batch));
            double[][] said = model.keep(some.stream().map(tokens::inside).toList());
            for (int i = 0; i < some.size(); i++) {
                merge(some.get(i), said[i], tokens.before(), keep);
            }
        }
        return words(tokens, keep, words.count());
    }

    private static void merge(Window window, double[] said, int before, double[] keep) {
        for (int token = window.from(); token < window.to(); token++) {
            keep[token] = Math.max(keep[token], said[before + token - window.from()]);
        }
    }

    /** A word that the tokenizer has no token for, such as a sign it drops, has the score of the word before it. */
    private double[] words(Tokens tokens, double[] keep, int count) {
        List<List<Double>> ofWords = new ArrayList<>();
        for (int word = 0; word < count; word++) {
            ofWords.add(new ArrayList<>());
        }
        for (int token = 0; token < keep.length; token++) {
            if (!tokens.isBlank(token)) {
                ofWords.get(tokens.word(token)).add(keep[token]);
            }
        }
        double[] scores = new double[count];
        for (int word = 0; word < count; word++) {
            scores[word] = ofWords.get(word).isEmpty() ? (word == 0 ? 0 : scores[word - 1]) : pooled(ofWords.get(word));
        }
        return scores;
    }

    private double pooled(List<Double> tokens) {
        return switch (model.format().wordScore()) {
            case FIRST -> tokens.get(0);
            case MAX -> tokens.stream().mapToDouble(d -> d).max().orElse(0);
            case MEAN -> tokens.stream().mapToDouble(d -> d).average().orElse(0);
        };
    }

    @Override
    public void close() {
        tokenizer.close();
        model.close();
    }
}
