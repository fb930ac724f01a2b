package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** A listing without titles: lines whose words are of the same kinds in the same order. */
final class WordColumnsDetector implements SampledDetector {

    /** Share of the lines that must be alike in full. */
    private static final double NEARLY_ALL = 0.9;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        return LineColumns.ofWords(lines)
                .filter(columns -> SampledDetector.isShare(
                        NEARLY_ALL, lines, line -> columns.cells(line).isPresent()))
                .map(columns -> Detection.of(ContentType.TEXT_TABLE, 0.65));
    }
}
