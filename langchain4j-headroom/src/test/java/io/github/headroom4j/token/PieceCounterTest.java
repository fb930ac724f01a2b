package io.github.headroom4j.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What pieces count together is what the encoding counts of the whole. */
final class PieceCounterTest {

    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final Vocabulary VOCABULARY = vocabulary();
    private static final PieceCounter PIECES = new PieceCounter(new BytePairs(VOCABULARY)::count);

    private static Vocabulary vocabulary() {
        try (InputStream in = Encodings.class.getResourceAsStream("o200k_base.tiktoken")) {
            return Vocabulary.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of each kind that the pattern tells apart, and the letters of contractions. */
    private static final String KINDS = "aZsl3'./ \t\n\u001féΩ…漢\u0301½\u00a0\u0085ǅ";

    private static void assertCounted(String text) {
        assertThat(PIECES.count(text, 0, text.length()))
                .as("tokens of '%s'", text)
                .isEqualTo(ENCODING.countTokensOrdinary(text));
    }

    @Example
    void every_order_of_four_kinds_should_be_split_as_the_pattern_splits_it() {
        String asciiOnly = "aZsTrelL3'./ \t\n\r\u000b\u001f~";
        everyOrderOfFour(KINDS);
        everyOrderOfFour(asciiOnly);
    }

    private static void everyOrderOfFour(String all) {
        int kinds = all.length();
        for (int i = 0; i < kinds * kinds * kinds * kinds; i++) {
            char[] text = {
                all.charAt(i % kinds),
                all.charAt(i / kinds % kinds),
                all.charAt(i / kinds / kinds % kinds),
                all.charAt(i / kinds / kinds / kinds)
            };
            assertCounted(new String(text));
        }
    }

    @Example
    void every_pair_of_ascii_should_be_split_as_the_pattern_splits_it() {
        for (char first = 0; first < 128; first++) {
            for (char second = 0; second < 128; second++) {
                assertCounted("x" + first + second + "Yes 12");
            }
        }
    }

    @Example
    void every_character_of_one_unit_should_be_split_as_the_pattern_splits_it() {
        for (char c = 128; c < Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate(c)) {
                assertCounted("x" + c + "Yes " + c + c + "/12" + c + " it'" + c + "s A" + c + "A \t" + c + "\n" + c);
            }
        }
    }

    @Property(seed = "7213", tries = 5_000)
    void texts_of_all_scripts_should_count_as_a_whole(@ForAll("texts") String text) {
        assertCounted(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.of(
                "word",
                "We'll",
                "'ſ",
                "é",
                "naïve",
                "漢字",
                "👍🏽",
                "\u00a0",
                "\u2028",
                "\u0085",
                "½",
                "٣",
                "Ⅷ",
                "e\u0301",
                "ǅ",
                "ʰ",
                "     ",
                "\r\n\r\n",
                "://",
                "0x7fffffff",
                "--------------------------------------------",
                "{\"a\":1}");
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, ascii), net.jqwik.api.Tuple.of(2, any))
                .list()
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }

    @Example
    void real_outputs_of_tools_should_count_as_a_whole() throws IOException {
        Path content = Path.of("..", "datasets", "content");
        List<Path> files;
        try (Stream<Path> all = Files.walk(content)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(200);
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            assertThat(PIECES.count(text, 0, text.length()))
                    .as(file.toString())
                    .isEqualTo(ENCODING.countTokensOrdinary(text));
        }
    }

    @Example
    void more_pieces_than_are_remembered_should_be_counted_as_well() {
        String text = IntStream.range(0, 200_000)
                .mapToObj(i -> Integer.toString(i * 7919, 36))
                .collect(Collectors.joining(" "));

        for (int round = 0; round < 2; round++) {
            assertThat(PIECES.count(text, 0, text.length())).isEqualTo(ENCODING.countTokensOrdinary(text));
        }
    }

    @Example
    void part_of_a_text_should_be_counted_without_what_surrounds_it() {
        String text = "the word's own 12345 / end";
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= text.length(); to++) {
                assertThat(PIECES.count(text, from, to))
                        .isEqualTo(ENCODING.countTokensOrdinary(text.substring(from, to)));
            }
        }
    }
}
