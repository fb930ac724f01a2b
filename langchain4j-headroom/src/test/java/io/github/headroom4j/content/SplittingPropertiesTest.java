package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SplittingPropertiesTest {

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());
    private final ContentSplitter splitter = ContentSplitters.standard();

    @Property(seed = "7340215")
    void any_string_gets_one_and_the_same_detection(@ForAll String text) {
        assertThat(detector.detect(text)).isPresent().isEqualTo(detector.detect(text));
    }

    @Property(seed = "7340216")
    void sections_cover_text_without_gap_or_overlap_and_end_at_line_ends(@ForAll("mixed") String text) {
        int end = 0;
        for (Section section : splitter.split(text)) {
            assertThat(section.start()).isEqualTo(end);
            end = section.end();
            assertThat(end == text.length() || text.charAt(end - 1) == '\n').isTrue();
        }
        assertThat(end).isEqualTo(text.length());
    }

    @Property(seed = "7340217", tries = 200)
    void splitting_is_deterministic(@ForAll("mixed") String text) {
        assertThat(splitter.split(text)).isEqualTo(ContentSplitters.standard().split(text));
    }

    /** Texts put together from pieces that open, close and resemble every kind of block. */
    @Provide
    Arbitrary<String> mixed() {
        Arbitrary<String> pieces = Arbitraries.of(
                "```json\n",
                "```\n",
                "~~~\n",
                "{\n",
                "}\n",
                "[\n",
                "]\n",
                "{\"a\": [1, 2, \"}\"]}\n",
                "\n",
                " \n",
                "\r\n",
                "\t",
                "|",
                "| a | b |\n|---|---|\n| 1 | 2 |\n",
                "java.lang.Exception: x\n",
                "\tat a.B.c(B.java:1)\n".repeat(5),
                "2026-01-01T10:00:00Z INFO x\n",
                "src/A.java:1:x\n",
                "Some words of prose, and more.\n",
                "# Title\n",
                "@@ -1,2 +1,2 @@\n",
                "{\"k\": \"" + "v".repeat(250) + "\"}\n",
                "[\n" + "1,\n".repeat(250) + "1]\n",
                "x",
                "\u001b[31m",
                "\0");
        return pieces.list().ofMaxSize(40).map(List::stream).map(stream -> stream.reduce("", String::concat));
    }
}
