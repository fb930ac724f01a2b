package io.github.headroom4j.rag.onnx;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pruning model reads and what its numbers mean. There is one for each well-known family; a model of another kind
 * is described by changing one of them, in code or in a file {@value ModelFolder#SETTINGS} beside the model.
 *
 * @param model the file of the model below its folder, such as {@code onnx/model_int8.onnx}; null for {@code model.onnx}, or
 *     {@code onnx/model.onnx} if that is not there
 * @param readsQuestion whether it reads the question before the text, as a pair, or the text alone
 * @param output the output that has a number or several for each token; null for the model's only one
 * @param activation what makes probabilities of these numbers
 * @param keepLabel which of several numbers is that of a token that is kept, from 0
 * @param maxTokens how many tokens the model reads at once, the question and its own signs among them; at least {@value
 *     #MIN_TOKENS}
 * @param wordScore what the probabilities of its tokens make of a word's
 * @param topShare a sentence is worth the mean of this share of its words, the best ones; in (0, 1]. 1 for models that were
 *     trained on whole sentences, less for those that pick words
 * @param threshold the probability from which a word is kept; in [0, 1]
 */
public record PruningFormat(
        @Nullable String model,
        boolean readsQuestion,
        @Nullable String output,
        Activation activation,
        int keepLabel,
        int maxTokens,
        WordScore wordScore,
        double topShare,
        double threshold) {

    /** A model that reads less at once reads nothing in context: 16 tokens. */
    public static final int MIN_TOKENS = 16;

    /** What makes probabilities of a model's numbers. */
    public enum Activation {
        /** The numbers of all labels of a token together, of which there are at least two. */
        SOFTMAX,
        /** Each number by itself. */
        SIGMOID,
        /** None: they are probabilities. */
        NONE
    }

    /** What the probabilities of its tokens make of a word's. */
    public enum WordScore {
        /** Their mean. */
        MEAN,
        /** The greatest. */
        MAX,
        /** That of the first token. */
        FIRST
    }

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public PruningFormat {
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(wordScore, "wordScore");
        if (keepLabel < 0) {
            throw new IllegalArgumentException("keepLabel must not be negative, but was " + keepLabel);
        }
        if (maxTokens < MIN_TOKENS) {
            throw new IllegalArgumentException("maxTokens must be at least " + MIN_TOKENS + ", but was " + maxTokens);
        }
        if (!(topShare > 0 && topShare <= 1)) {
            throw new IllegalArgumentException("topShare must be in (0, 1], but was " + topShare);
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be in [0, 1], but was " + threshold);
        }
    }

    /**
     * OpenProvence, such as {@code hotchpotch/open-provence-reranker-xsmall-v1} (MIT): reads question and passage, output {@code
     * pruning_logits} of two labels, of which 1 is kept; 512 tokens; trained on sentences; threshold 0.1, its own default.
     *
     * @return the format
     */
    public static PruningFormat openProvence() {
        return new PruningFormat(null, true, "pruning_logits", Activation.SOFTMAX, 1, 512, WordScore.MEAN, 1, 0.1);
    }

    /**
     * Provence, such as {@code naver/provence-reranker-debertav3-v1} (CC BY-NC: not for commercial use): as {@link
     * #openProvence()}, but the output is {@code compression_logits}.
     *
     * @return the format
     */
    public static PruningFormat provence() {
        return openProvence().withOutput("compression_logits");
    }

    /**
     * LLMLingua-2, such as {@code microsoft/llmlingua-2-bert-base-multilingual-cased-meetingbank} and
     * other token classifiers: reads the text alone, output {@code logits} of two labels, of which 1 is kept; 512 tokens; a
     * word has the mean of its tokens. It does not know the question, so let it be one half of a {@link
     * io.github.headroom4j.rag.HybridScorer}.
     *
     * @return the format
     */
    public static PruningFormat llmLingua2() {
        return new PruningFormat(null, false, "logits", Activation.SOFTMAX, 1, 512, WordScore.MEAN, 0.5, 0.5);
    }

    /**
     * Kompress, such as {@code chopratejas/kompress-v2-base}, whose file below {@code onnx/} is named by {@link #withModel} and
     * whose {@code tokenizer.json} is that of {@code answerdotai/ModernBERT-base}: reads the text alone, output {@code
     * final_scores}, one probability a token; 512 tokens; a word has the greatest of its tokens'. It does not know the question,
     * either.
     *
     * @return the format
     */
    public static PruningFormat kompress() {
        return new PruningFormat(null, false, "final_scores", Activation.NONE, 0, 512, WordScore.MAX, 0.5, 0.5);
    }

    /**
     * The same of another file.
     *
     * @param file a path below the model's folder
     * @return the format
     */
    public PruningFormat withModel(String file) {
        return new PruningFormat(
                file, readsQuestion, output, activation, keepLabel, maxTokens, wordScore, topShare, threshold);
    }

    /**
     * The same with another output.
     *
     * @param name its name
     * @return the format
     */
    public PruningFormat withOutput(String name) {
        return new PruningFormat(
                model, readsQuestion, name, activation, keepLabel, maxTokens, wordScore, topShare, threshold);
    }

    /**
     * The same for a model that reads more or fewer tokens at once.
     *
     * @param tokens at least {@value #MIN_TOKENS}
     * @return the format
     * @throws IllegalArgumentException if it is less
     */
    public PruningFormat withMaxTokens(int tokens) {
        return new PruningFormat(
                model, readsQuestion, output, activation, keepLabel, tokens, wordScore, topShare, threshold);
    }

    /**
     * The same with another threshold: lower keeps more.
     *
     * @param probability in [0, 1]
     * @return the format
     * @throws IllegalArgumentException if it is not
     */
    public PruningFormat withThreshold(double probability) {
        return new PruningFormat(
                model, readsQuestion, output, activation, keepLabel, maxTokens, wordScore, topShare, probability);
    }
}
