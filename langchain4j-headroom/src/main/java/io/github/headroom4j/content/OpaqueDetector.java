package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** Texts that are nothing but data for machines: most characters are in opaque runs, or most lines are opaque. */
final class OpaqueDetector implements SampledDetector {

    /** Share of the characters that opaque runs must have. */
    private static final double MIN_COVERED = 0.85;

    /** Share of the lines that must be of one opaque kind. */
    private static final double MIN_LINES = 0.9;

    /** Fewer lines are a few identifiers that somebody wants to read. */
    private static final int FEW_LINES = 12;

    private static final double CERTAINTY = 0.9;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        return isCovered(lines) || areOpaque(lines)
                ? Optional.of(Detection.of(ContentType.OPAQUE, CERTAINTY))
                : Optional.empty();
    }

    private static boolean isCovered(List<String> lines) {
        String text = String.join("\n", lines);
        int covered = 0;
        for (OpaqueRuns.Run run : OpaqueRuns.find(text)) {
            covered += run.end() - run.start();
        }
        return covered > 0 && covered >= text.length() * MIN_COVERED;
    }

    private static boolean areOpaque(List<String> lines) {
        if (lines.size() < FEW_LINES) {
            return false;
        }
        String kind = OpaqueLines.kind(lines.get(lines.size() / 2));
        return !kind.isEmpty()
                && SampledDetector.count(lines, line -> OpaqueLines.kind(line).equals(kind))
                        >= lines.size() * MIN_LINES;
    }
}
