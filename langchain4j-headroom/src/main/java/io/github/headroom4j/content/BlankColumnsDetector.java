package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** A listing in columns that blanks part, under a line of titles near its top. */
final class BlankColumnsDetector implements SampledDetector {

    /** Lines before the titles, at most: what {@code top} and {@code dpkg -l} say first. */
    private static final int MAX_BEFORE = 8;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        for (int i = 0; i < Math.min(MAX_BEFORE, lines.size()); i++) {
            if (LineColumns.under(lines.get(i), lines.subList(i + 1, lines.size()))
                    .isPresent()) {
                return Optional.of(Detection.of(ContentType.TEXT_TABLE, 0.8));
            }
        }
        return Optional.empty();
    }
}
