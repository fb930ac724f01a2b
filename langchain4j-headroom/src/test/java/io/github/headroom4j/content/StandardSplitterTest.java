package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StandardSplitterTest {

    private static final String BLOCK = "```json\n" + "{\"a\": 1, \"b\": [true, null]}\n".repeat(10) + "```\n";
    private static final String WORDS = "# Notes\n\nSee [these](notes.md) and `those`.\n\n" + "It is so.\n".repeat(60);
    private static final String LOG = "2026-01-01T10:00:00Z INFO started\n".repeat(20);

    private static List<ContentType> kinds(List<ContentDetector> detectors, String text) {
        return new StandardSplitter(ContentDetectors.firstConfident(detectors))
                .split(text).stream().map(section -> section.detection().type()).toList();
    }

    @Test
    void a_piece_of_markdown_that_tells_what_happened_should_be_told_from_the_rest() {
        assertThat(kinds(ContentDetectors.standard(), WORDS + BLOCK + WORDS + BLOCK + LOG))
                .startsWith(ContentType.MARKDOWN)
                .endsWith(ContentType.LOG)
                .filteredOn(ContentType.MARKDOWN::equals)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_detector_of_which_is_not_known_what_it_finds_should_be_asked_about_pieces_of_markdown() {
        List<ContentDetector> detectors = new ArrayList<>();
        detectors.add(text -> text.startsWith("# Notes") && !text.contains("{")
                ? Optional.of(Detection.of(ContentType.LOG, 1))
                : Optional.empty());
        detectors.addAll(ContentDetectors.standard());

        assertThat(kinds(detectors, WORDS + BLOCK + WORDS)).startsWith(ContentType.LOG);
    }
}
