package io.github.headroom4j.rag.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The models that {@code src/test/onnx/build_tiny_models.py} builds, and says what they do. */
final class TinyModels {

    /** Reads a question: keeps what is at most four tokens away from one of its words. */
    static final Path PAIR_WORDPIECE = at("pair-wordpiece");

    /** The same with another tokenizer, and without types of tokens. */
    static final Path PAIR_UNIGRAM = at("pair-unigram");

    /** Reads the text alone: keeps long words of its vocabulary. */
    static final Path TEXT_BPE = at("text-bpe");

    /** Reads the text alone: keeps words of its vocabulary that are no stop words. */
    static final Path TEXT_WORDPIECE = at("text-wordpiece");

    /** The same, for one text of 64 tokens at once. */
    static final Path TEXT_FIXED = at("text-fixed");

    static final Path RERANKER = at("reranker");

    static final Path PICTURE = at("picture");

    static final String QUESTION = "What is the default size of the pool?";

    private TinyModels() {}

    private static Path at(String name) {
        return Path.of("src", "test", "resources", "onnx", name);
    }

    /** Sentences that have to do with nothing. */
    static List<String> filler(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? "The harbour office opens at seven." : "The pilot boat is called Gull.")
                .toList();
    }
}
