package io.github.headroom4j.eval.content;

import static io.github.headroom4j.eval.content.RoundTrip.Outcome.DIFFERENT;
import static io.github.headroom4j.eval.content.RoundTrip.Outcome.NOT_CHECKED;
import static io.github.headroom4j.eval.content.RoundTrip.Outcome.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.Headroom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentPageTest {

    private static final ContentReport REPORT = new ContentReport(
            List.of(
                    result("logs", "logs/b.log", "typical", 1000, 400, 60, SAME),
                    result("logs", "logs/a.log", "typical", 3000, 900, 120, SAME),
                    result("logs", "logs/c.log", "ceiling", 2000, 100, 50, SAME),
                    result("logs", "logs/lost.log", "near-unique", 500, 400, 90, DIFFERENT),
                    result("prose", "prose/grown.txt", "typical", 300, 300, 310, NOT_CHECKED),
                    failed()),
            List.of(new Sample("prose/tiny.txt", "prose", "a word", "", List.of())),
            List.of(new SampleTree.Skipped("prose/x.png", "binary"), new SampleTree.Skipped("prose/y.png", "binary")));

    @Test
    void the_page_reads_as_the_golden_one() throws IOException {
        try (InputStream in = ContentPageTest.class.getResourceAsStream("golden-content.md")) {
            assertThat(in).isNotNull();
            assertThat(new ContentPage(REPORT).text()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void problems_name_sample_policy_and_what_happened() {
        assertThat(REPORT.problems())
                .containsExactly(
                        "logs/lost.log, reversible: the original did not come back",
                        "prose/broken.txt, lossless: failed: java.lang.IllegalStateException: oops",
                        "prose/grown.txt, reversible: grew from 300 to 310 tokens");
    }

    @Test
    void json_is_the_same_if_values_their_order_and_digits_are() {
        assertThat(RoundTrip.sameJson("{\"a\": [1.0, \"\\u0062\"]}", "{\"a\":[1.0,\"b\"]}"))
                .isTrue();
        assertThat(RoundTrip.sameJson("{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}{\"a\":2}"))
                .isTrue();
        assertThat(RoundTrip.sameJson("{\"a\":1.0}", "{\"a\":1.00}")).isFalse();
        assertThat(RoundTrip.sameJson("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}")).isFalse();
        assertThat(RoundTrip.sameJson("[1]", "[1,2]")).isFalse();
        assertThat(RoundTrip.sameJson("[1]", "[1")).isFalse();
    }

    @Test
    void an_original_is_read_back_whole_whatever_its_lines_are_like() {
        String line = "2026-01-01T00:00:00Z INFO served request number ";
        StringBuilder text = new StringBuilder("[more with lines=1-2]\n");
        for (int i = 0; i < 4000; i++) {
            text.append(line)
                    .append(i)
                    .append(i % 700 == 0 ? " " + "x".repeat(40_000) : "")
                    .append('\n');
        }
        text.append("[more with lines=3-4]");
        Headroom headroom = Headroom.builder()
                .policies(CompressionPolicies.all(CompressionPolicy.reversible()))
                .withoutTimeout()
                .build();
        CompressionResult result = headroom.compress(CompressionRequest.of(text.toString()));
        assertThat(RoundTrip.retrieve(headroom, result.text(), text.toString())).isEqualTo(SAME);
        assertThat(RoundTrip.retrieve(headroom, result.text(), text + "\n")).isEqualTo(DIFFERENT);
        assertThat(RoundTrip.retrieve(headroom, "no marker", text.toString())).isEqualTo(DIFFERENT);
    }

    private static SampleResult result(
            String type,
            String name,
            String tier,
            int before,
            int lossless,
            int reversible,
            RoundTrip.Outcome outcome) {
        boolean unread = outcome == NOT_CHECKED;
        return new SampleResult(
                new Sample(name, type, "text of " + name, "", List.of("vital|one", "vital two")),
                tier,
                unread ? "html" : "log",
                unread ? 3 : 1,
                new Shrunk(before, lossless, unread ? "no savings" : "repacked", "", unread ? NOT_CHECKED : SAME),
                new Shrunk(before, reversible, "selected", "", outcome),
                tier.equals("ceiling") ? List.of("vital|one") : List.of());
    }

    private static SampleResult failed() {
        return new SampleResult(
                new Sample("prose/broken.txt", "prose", "text", "", List.of()),
                "typical",
                "prose",
                1,
                new Shrunk(700, 700, "failed", "java.lang.IllegalStateException: oops", NOT_CHECKED),
                new Shrunk(700, 700, "no compressor", "", NOT_CHECKED),
                List.of());
    }
}
