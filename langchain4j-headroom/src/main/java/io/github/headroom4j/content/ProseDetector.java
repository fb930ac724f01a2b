package io.github.headroom4j.content;

import java.util.Optional;

/** Whatever nothing else recognises. */
final class ProseDetector implements SampledDetector {

    /** Below {@link ContentDetectors#CONFIDENT}: any real recognition is worth more. */
    private static final double FALLBACK = 0.3;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        return Optional.of(Detection.of(ContentType.PROSE, FALLBACK));
    }
}
