package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** Asks detectors in order; see {@link ContentDetectors#firstConfident}. */
record FirstConfidentDetector(List<ContentDetector> detectors) implements ContentDetector {

    FirstConfidentDetector {
        detectors = List.copyOf(detectors);
    }

    @Override
    public Optional<Detection> detect(String text) {
        return detect(text, () -> {});
    }

    @Override
    public Optional<Detection> detect(String text, Runnable checkpoint) {
        TextSample sample = TextSample.of(text);
        Optional<Detection> best = Optional.empty();
        for (ContentDetector detector : detectors) {
            checkpoint.run();
            Optional<Detection> found = find(detector, text, sample, checkpoint);
            if (found.isPresent() && found.get().confidence() >= ContentDetectors.CONFIDENT) {
                return found;
            }
            if (found.isPresent() && isBetter(found.get(), best)) {
                best = found;
            }
        }
        return best;
    }

    /**
     * Whether the answer may be one of {@link StandardSplitter#EVENTS}, which it can only be if a detector gives it that finds
     * them or of which is not known what it finds.
     */
    boolean mayFindEvents(String text, Runnable checkpoint) {
        TextSample sample = TextSample.of(text);
        for (ContentDetector detector : detectors) {
            checkpoint.run();
            boolean other = detector instanceof BuiltInDetector known && !known.findsEvents();
            if (!other && find(detector, text, sample, checkpoint).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Detection> find(
            ContentDetector detector, String text, TextSample sample, Runnable checkpoint) {
        return detector instanceof SampledDetector sampled ? sampled.detect(sample) : detector.detect(text, checkpoint);
    }

    private static boolean isBetter(Detection found, Optional<Detection> best) {
        return best.isEmpty() || found.confidence() > best.get().confidence();
    }
}
