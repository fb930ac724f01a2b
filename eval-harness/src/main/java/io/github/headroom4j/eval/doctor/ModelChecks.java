package io.github.headroom4j.eval.doctor;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.github.headroom4j.compressor.code.CodeCompressor;
import io.github.headroom4j.eval.reader.extractive.ExtractiveReader;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Models and native libraries. Stateless. */
final class ModelChecks {

    /** Environment variables of readers that are not offline, with what they are for. */
    static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "OPENAI_API_KEY", "--reader openai, unless its --base-url needs no key",
            "ANTHROPIC_API_KEY", "--reader anthropic"));

    private ModelChecks() {}

    static Finding grammars() {
        Collection<String> missing = CodeCompressor.missingGrammars();
        return missing.isEmpty()
                ? Finding.ok("tree-sitter", "every grammar loads")
                : Finding.warn(
                        "tree-sitter",
                        "no grammar for " + String.join(", ", missing),
                        "figures for code will not be those that are published; is there a native library for this machine?");
    }

    static Finding embeddings() {
        int dimension = new AllMiniLmL6V2QuantizedEmbeddingModel()
                .embed("one word")
                .content()
                .dimension();
        return Finding.ok("embedding model", "all-minilm-l6-v2-q loads, " + dimension + " dimensions");
    }

    static Finding reader() {
        new ExtractiveReader();
        return Finding.ok("part-of-speech model", "the extractive reader loads");
    }

    /** Whether it is set, and nothing else: a value is a secret. */
    static Finding key(String variable, String use, Map<String, String> environment) {
        return environment.getOrDefault(variable, "").isBlank()
                ? Finding.ok(variable, "not set; needed only by " + use)
                : Finding.ok(variable, "set, for " + use);
    }
}
