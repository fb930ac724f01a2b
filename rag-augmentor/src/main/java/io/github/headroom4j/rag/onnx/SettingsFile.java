package io.github.headroom4j.rag.onnx;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.rag.onnx.PruningFormat.Activation;
import io.github.headroom4j.rag.onnx.PruningFormat.WordScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The file that describes a model beside it: a JSON object with the family it is like under {@code "like"}, and under the names
 * of {@link PruningFormat}'s parts what differs.
 */
final class SettingsFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Supplier<PruningFormat>> FAMILIES = Map.of(
            "open-provence", PruningFormat::openProvence,
            "provence", PruningFormat::provence,
            "llmlingua-2", PruningFormat::llmLingua2,
            "kompress", PruningFormat::kompress);

    private static final List<String> NAMES = List.of(
            "like",
            "model",
            "readsQuestion",
            "output",
            "activation",
            "keepLabel",
            "maxTokens",
            "wordScore",
            "topShare",
            "threshold");

    private final JsonNode json;

    private SettingsFile(JsonNode json) {
        this.json = json;
    }

    /** The format that a file describes. */
    static PruningFormat read(Path file) {
        try {
            return new SettingsFile(JSON.readTree(file.toFile())).format();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can not be read as JSON: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private PruningFormat format() {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!NAMES.contains(name)) {
                throw wrong(name, String.join(", ", NAMES));
            }
        }
        Supplier<PruningFormat> family =
                FAMILIES.get(json.path("like").isTextual() ? json.path("like").textValue() : "");
        if (family == null) {
            throw wrong(
                    "like",
                    String.join(", ", FAMILIES.keySet().stream().sorted().toList()));
        }
        PruningFormat like = family.get();
        return new PruningFormat(
                text("model", like.model()),
                json.has("readsQuestion") ? truth() : like.readsQuestion(),
                text("output", like.output()),
                constant("activation", Activation.values(), like.activation()),
                (int) number("keepLabel", like.keepLabel()),
                (int) number("maxTokens", like.maxTokens()),
                constant("wordScore", WordScore.values(), like.wordScore()),
                number("topShare", like.topShare()),
                number("threshold", like.threshold()));
    }

    private @Nullable String text(String name, @Nullable String usual) {
        if (!json.has(name)) {
            return usual;
        }
        if (!json.get(name).isTextual()) {
            throw wrong(name, "a text");
        }
        return json.get(name).textValue();
    }

    private boolean truth() {
        if (!json.get("readsQuestion").isBoolean()) {
            throw wrong("readsQuestion", "true or false");
        }
        return json.get("readsQuestion").booleanValue();
    }

    private double number(String name, double usual) {
        if (!json.has(name)) {
            return usual;
        }
        if (!json.get(name).isNumber()) {
            throw wrong(name, "a number");
        }
        return json.get(name).doubleValue();
    }

    private <T extends Enum<T>> T constant(String name, T[] values, T usual) {
        String said = text(name, usual.name());
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> wrong(name, Arrays.toString(values).toLowerCase(Locale.ROOT)));
    }

    private IllegalArgumentException wrong(String name, String expected) {
        JsonNode value = json.path(name);
        return new IllegalArgumentException(
                name + " is " + (value.isMissingNode() ? "missing" : value) + ", but expected was: " + expected);
    }
}
