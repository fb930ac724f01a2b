package io.github.headroom4j.eval.reader.model.provider;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model is asked with. Immutable.
 *
 * @param model its name at its server, or the name of its file
 * @param temperature not negative; empty to leave it to the model
 * @param seed of the first draw, later ones count on from it; empty to send none
 * @param maxOutputTokens tokens of an answer at most
 * @param contextTokens tokens of request and answer together at most, where the model is told; 0 for the provider's default
 */
public record ModelSettings(
        String model, Optional<Double> temperature, Optional<Integer> seed, int maxOutputTokens, int contextTokens) {

    /** Validates. */
    public ModelSettings {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model must not be blank");
        }
        if (temperature.filter(value -> !(value >= 0)).isPresent()) {
            throw new IllegalArgumentException("temperature must not be negative, but was " + temperature.get());
        }
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("maxOutputTokens must be at least 1, but was " + maxOutputTokens);
        }
        if (contextTokens < 0) {
            throw new IllegalArgumentException("contextTokens must not be negative, but was " + contextTokens);
        }
    }

    /**
     * What goes along with every request.
     *
     * @return parameters that all providers understand
     */
    public ChatRequestParameters parameters() {
        DefaultChatRequestParameters.Builder<?> builder =
                ChatRequestParameters.builder().modelName(model).maxOutputTokens(maxOutputTokens);
        temperature.ifPresent(builder::temperature);
        return builder.build();
    }

    /**
     * For reports.
     *
     * @return for instance "temperature 0, seed 7, answers of at most 1024 tokens"
     */
    public String describe() {
        List<String> words = new ArrayList<>();
        words.add(temperature.map(value -> "temperature " + value).orElse("the model's own temperature"));
        seed.ifPresent(value -> words.add("seed " + value));
        words.add("answers of at most " + maxOutputTokens + " tokens");
        if (contextTokens > 0) {
            words.add("a context of " + contextTokens + " tokens");
        }
        return String.join(", ", words);
    }
}
