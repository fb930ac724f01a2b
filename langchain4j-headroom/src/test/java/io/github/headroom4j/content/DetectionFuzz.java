package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.hostile.FuzzedText;
import io.github.headroom4j.hostile.SampleTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Splitting and detecting: every character is in one section, and the same text is always the same kind. */
final class DetectionFuzz {

    private static final int MAX_SEED_CHARS = 800;

    private final ContentSplitter splitter = ContentSplitters.standard();
    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/io/github/headroom4j/hostile/fuzz.dict")
    @FuzzTest
    void sections_are_the_text(byte[] bytes) {
        String text = FuzzedText.of(bytes);
        List<Section> sections = splitter.split(text);

        int end = 0;
        for (Section section : sections) {
            assertThat(section.start()).isEqualTo(end);
            assertThat(section.end()).isGreaterThan(end);
            end = section.end();
        }
        assertThat(end).isEqualTo(text.length());
        assertThat(splitter.split(text)).isEqualTo(sections);
        assertThat(detector.detect(text)).isEqualTo(detector.detect(text));
    }

    static Stream<byte[]> seeds() {
        return SampleTexts.all().stream()
                .map(text -> text.substring(0, Math.min(text.length(), MAX_SEED_CHARS)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
