package io.github.headroom4j.eval.reader.extractive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** What each feature of a span is worth, as {@code span-weights.properties} says. Immutable. */
final class SpanWeights {

    private static final String FILE = "span-weights.properties";

    private final Map<String, Double> weights = new HashMap<>();

    SpanWeights() {
        Properties properties = new Properties();
        try (InputStream in = SpanWeights.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not beside " + SpanWeights.class.getName());
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
        properties
                .stringPropertyNames()
                .forEach(name -> weights.put(name, Double.parseDouble(properties.getProperty(name))));
    }

    /** The weighted sum; features without a weight count nothing. */
    double value(Map<String, Double> features) {
        return features.entrySet().stream()
                .mapToDouble(feature -> weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue())
                .sum();
    }
}
