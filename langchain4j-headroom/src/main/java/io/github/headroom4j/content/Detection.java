package io.github.headroom4j.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a detector found. Immutable.
 *
 * @param type the kind of text
 * @param confidence how sure the detector is, in [0, 1]
 * @param languageOrNull the programming language in lower case ("java", "python") when the type is code and it is known
 */
public record Detection(
        ContentType type, double confidence, @Nullable String languageOrNull) {

    /** Validates the confidence. */
    public Detection {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], but was " + confidence);
        }
    }

    /**
     * A detection without a language.
     *
     * @param type the kind of text
     * @param confidence in [0, 1]
     * @return the detection
     */
    public static Detection of(ContentType type, double confidence) {
        return new Detection(type, confidence, null);
    }

    /**
     * The programming language, if known.
     *
     * @return for instance "java"
     */
    public Optional<String> language() {
        return Optional.ofNullable(languageOrNull);
    }
}
