package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.content.OpaqueRuns.Run;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OpaqueRunsTest {

    @Property(tries = 500, seed = "7301")
    void any_bytes_in_base64_are_one_run(@ForAll @IntRange(min = 130, max = 4_000) int size, @ForAll long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);

        for (Base64.Encoder encoder : List.of(
                Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding(), Base64.getMimeEncoder(64, new byte[] {'\n'
                }))) {
            String data = encoder.encodeToString(bytes);
            assertThat(OpaqueRuns.find("body: " + (data.contains("\n") ? "\n" : "") + data + "\nend"))
                    .as(data)
                    .singleElement()
                    // The last line of wrapped data may be too short to be told from a word.
                    .satisfies(run -> assertThat(data.length() - (run.end() - run.start()))
                            .isBetween(0, 8));
        }
    }

    @Property(tries = 200, seed = "7302")
    void long_hexadecimal_is_one_run(@ForAll @IntRange(min = 90, max = 2_000) int size, @ForAll long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        String hex = HexFormat.of().formatHex(bytes);

        assertThat(OpaqueRuns.find("key=" + hex)).containsExactly(new Run(4, 4 + hex.length(), "hex"));
    }

    @Property(tries = 200, seed = "7303")
    void data_in_the_shortest_lines_should_be_found_wherever_the_first_line_begins(
            @ForAll @IntRange(max = 200) int indent, @ForAll long seed) {
        byte[] bytes = new byte[180];
        new Random(seed).nextBytes(bytes);
        String data = Base64.getMimeEncoder(48, new byte[] {'\n'}).encodeToString(bytes);

        assertThat(OpaqueRuns.find("a ".repeat(indent) + data + "\nend"))
                .containsExactly(new Run(2 * indent, 2 * indent + data.length(), "base64"));
    }

    @Example
    void the_bytes_of_text_are_opaque_too_once_encoded() {
        String text = "The quick brown fox jumps over the lazy dog, and then it rests. ".repeat(8);
        String data = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(OpaqueRuns.find("data:text/plain;base64," + data))
                .singleElement()
                .extracting(Run::kind)
                .isEqualTo("base64 text/plain");
        assertThat(OpaqueRuns.find(data)).hasSize(1);
    }

    @Example
    void names_paths_words_and_single_hashes_are_none() {
        List<String> readable = List.of(
                "3d21ec53a331a6f037a91c368710b99387d012c1",
                "sha512-Jv4hCLmLxLNeRpRFvSDbLEgkOOwhkZyXkTFZqkZ7xyY0fSgbUSQ6oAXMP0mU0WlQwq3uRm4QyBpzmFXzvPFhwA==",
                "ee26b0dd4af7e749aa1a8ee3c10ae9923f618980772e473f8819a5d4940e0db27ac185f8a0e1d5f84f88bc887fd67b143732c304cc5fa9ad8e6f57f50028a8ff",
                "/src/main/java/io/github/headroom4j/compressor".repeat(12),
                "AbstractSingletonProxyFactoryBeanWithVeryLongNameAndHandler".repeat(6),
                "com/fasterxml/jackson/databind/deser/std/StdDeserializer2".repeat(8),
                "CONSTANT_NAME_OF_SOMETHING_4_".repeat(20),
                "0123456789".repeat(40),
                "a".repeat(2_000),
                "-".repeat(500),
                "=".repeat(500),
                "libc6_2.36-9-deb12u4_amd64/".repeat(12),
                "https://example.org/search?q=kotlin+coroutines+flow&page=12&sort=updated".repeat(5),
                "dependency-resolver-plugin-3-6-1-".repeat(9));

        assertThat(readable)
                .allSatisfy(text -> assertThat(OpaqueRuns.find(text)).as(text).isEmpty());
    }

    /** Samples of fourteen kinds, none of which was made to be opaque. */
    @Example
    void no_sample_of_another_kind_is_taken_for_opaque() {
        ContentDetector detector = new OpaqueDetector();

        assertThat(DetectionCorpus.samples())
                .allSatisfy(sample -> assertThat(detector.detect(sample.text()))
                        .as(sample.id())
                        .isEmpty());
    }

    @Example
    void minified_code_is_opaque_and_written_code_is_not() {
        String minified = IntStream.range(0, 60)
                .mapToObj(i -> "function f" + i + "(a,b){return a[" + i + "]||b(a)};")
                .collect(Collectors.joining());
        String written = IntStream.range(0, 60)
                .mapToObj(i -> "    function f" + i + "(a, b) {\n        return a[" + i + "] || b(a);\n    }\n")
                .collect(Collectors.joining());

        assertThat(OpaqueRuns.find("/*! licence */\n" + minified))
                .containsExactly(new Run(15, 15 + minified.length(), "minified code"));
        assertThat(OpaqueRuns.find(written)).isEmpty();
        assertThat(OpaqueRuns.find(written.replace("\n", " "))).isEmpty();
    }

    @Property(tries = 2_000, seed = "7303")
    void runs_are_in_order_within_the_text_and_long(@ForAll("texts") String text) {
        int end = 0;
        for (Run run : OpaqueRuns.find(text)) {
            assertThat(run.start()).isGreaterThanOrEqualTo(end);
            assertThat(run.end() - run.start()).isGreaterThanOrEqualTo(OpaqueRuns.MIN_RUN);
            end = run.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abcXYZ0189+/=-_ \n\r:;,{}()\"")
                .ofMinLength(100)
                .ofMaxLength(3_000);
    }
}
