package io.github.headroom4j.eval.reader.model.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a model is reached. Prints neither key nor the user in a URL. Immutable.
 *
 * @param baseUrl what the paths of the interface are appended to
 * @param key the secret; empty for servers that want none
 * @param timeout of a whole answer
 */
public record Endpoint(String baseUrl, Optional<String> key, Duration timeout) {

    /** Validates. */
    public Endpoint {
        String scheme = scheme(baseUrl);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the base URL must begin with http:// or https://");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be positive, but was " + timeout.toSeconds() + " s");
        }
        key = key.filter(text -> !text.isBlank());
    }

    private static String scheme(String url) {
        try {
            String scheme = URI.create(url).getScheme();
            return scheme == null ? "" : scheme;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * A text without the key in it.
     *
     * @param text for instance what a server said
     * @return the text with asterisks in place of the key
     */
    public String redacted(String text) {
        return key.map(secret -> text.replace(secret, "***")).orElse(text);
    }

    /** Host and port alone. */
    @Override
    public String toString() {
        URI uri = URI.create(baseUrl);
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
