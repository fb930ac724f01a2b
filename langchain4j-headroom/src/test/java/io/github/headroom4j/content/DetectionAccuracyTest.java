package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.content.DetectionCorpus.Mixed;
import io.github.headroom4j.content.DetectionCorpus.Range;
import io.github.headroom4j.content.DetectionCorpus.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Detection against {@code datasets/detection}, whose labels follow from how its texts were made. The matrices go to
 * the test's output and to {@code target/detection}.
 */
class DetectionAccuracyTest {

    private static final double MIN_ACCURACY = 0.97;
    private static final double MIN_RECALL = 0.90;

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void should_detect_types_of_corpus(String split) throws IOException {
        ConfusionMatrix types = new ConfusionMatrix();
        ConfusionMatrix languages = new ConfusionMatrix();
        for (Sample sample : DetectionCorpus.samples()) {
            if (sample.split().equals(split)) {
                Detection found = detector.detect(sample.text()).orElseThrow();
                types.add(sample.label(), found.type().name());
                if (!sample.language().isEmpty()) {
                    languages.add(sample.language(), found.language().orElse("none"));
                }
            }
        }
        report("detection-" + split, types.render(split) + languages.render(split + ", languages of code"));
        assertThat(types.accuracy()).isGreaterThanOrEqualTo(MIN_ACCURACY);
        assertThat(types.types())
                .hasSize(14)
                .allSatisfy(type -> assertThat(types.recall(type)).as(type).isGreaterThanOrEqualTo(MIN_RECALL));
    }

    @Test
    void should_find_sections_of_mixed_texts() throws IOException {
        List<String> differences = new ArrayList<>();
        List<Mixed> texts = DetectionCorpus.mixed();
        for (Mixed mixed : texts) {
            String expected =
                    mixed.sections().stream().map(DetectionAccuracyTest::show).collect(Collectors.joining(" "));
            String actual = show(mixed.text());
            if (!actual.equals(expected)) {
                differences.add(
                        mixed.id() + " " + mixed.origin() + "\n  expected " + expected + "\n  found    " + actual);
            }
        }
        double right = 1 - (double) differences.size() / texts.size();
        report(
                "splitting",
                String.format(
                        Locale.ROOT,
                        "mixed texts: n = %d, sections exactly right in %.1f %%%n%s%n",
                        texts.size(),
                        100 * right,
                        String.join("\n", differences)));
        assertThat(right).isGreaterThanOrEqualTo(MIN_RECALL);
    }

    private static String show(Range range) {
        return range.type() + "[" + range.first() + "-" + range.last() + "]";
    }

    /** Sections as "type[first line-last line]"; blank lines at a section's end belong to either side. */
    private static String show(String text) {
        StringBuilder shown = new StringBuilder();
        int line = 1;
        for (Section section : ContentSplitters.standard().split(text)) {
            int lines = (int) section.in(text).lines().count();
            shown.append(shown.isEmpty() ? "" : " ")
                    .append(show(new Range(section.detection().type().name(), line, line + lines - 1)));
            line += lines;
        }
        return shown.toString();
    }

    private static void report(String name, String text) throws IOException {
        System.out.println(text);
        Path folder = Path.of("target", "detection");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".txt"), text);
    }
}
