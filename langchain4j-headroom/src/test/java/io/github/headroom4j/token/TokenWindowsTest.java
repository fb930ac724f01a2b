package io.github.headroom4j.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class TokenWindowsTest {

    private static final int WINDOW = TokenWindows.WINDOW_CHARS;

    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
    private static final List<Encoding> ENCODINGS =
            List.of(REGISTRY.getEncoding(EncodingType.O200K_BASE), REGISTRY.getEncoding(EncodingType.CL100K_BASE));

    @Property(seed = "7211", tries = 3_000)
    void the_parts_between_all_sure_cuts_count_what_the_whole_counts(@ForAll("texts") String text) {
        for (Encoding encoding : ENCODINGS) {
            int sum = 0;
            for (String part : partsBetweenCuts(text)) {
                sum += encoding.countTokensOrdinary(part);
            }
            assertThat(sum).as(encoding.getName()).isEqualTo(encoding.countTokensOrdinary(text));
        }
    }

    @Property(seed = "7212", tries = 500)
    void windows_are_bounded_end_at_cuts_and_leave_nothing_out(
            @ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 20) int window) {
        int from = 0;
        while (from < text.length()) {
            int end = TokenWindows.end(text, from, window);
            assertThat(end).isBetween(from + 1, from + window);
            from = end;
        }
        assertThat(from).isEqualTo(text.length());
    }

    /** Pieces in which the patterns differ: contractions, marks, numbers of several scripts, blanks, pairs of surrogates. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "B",
                        "word",
                        "Word",
                        "WORD",
                        "'",
                        "'s",
                        "'LL",
                        "1",
                        "234",
                        "½",
                        "٣",
                        "Ⅷ",
                        " ",
                        "  ",
                        "\t",
                        "\n",
                        "\r\n",
                        "\u00a0",
                        ".",
                        "/",
                        "==",
                        "漢",
                        "字",
                        "e\u0301",
                        "\u0301",
                        "\u20dd",
                        "ǅ",
                        "ʰ",
                        "\ud83d\ude00",
                        "\ud835\udfd8",
                        "\ud800\udf30",
                        "<|endoftext|>",
                        "_",
                        "-")
                .list()
                .ofMaxSize(60)
                .map(pieces -> String.join("", pieces));
    }

    @Example
    void a_cut_stands_after_letters_and_numbers_that_do_not_go_on() {
        assertThat(partsBetweenCuts("don't  stop3times, Zoë2 e\u0301: 12/34"))
                .containsExactly("don't", "  stop", "3", "times", ", Zoë", "2", " e\u0301: 12", "/34");
    }

    @Example
    void long_ordinary_text_is_counted_as_the_encoding_counts_it() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 5 * WINDOW; i++) {
            text.append("{\"id\":")
                    .append(i * 7_919L)
                    .append(",\"name\":\"it's Zoë\"},\r\n\t  漢字 ")
                    .append(i);
        }
        assertThat(TokenCounter.o200k().count(text.toString()))
                .isEqualTo(ENCODINGS.get(0).countTokensOrdinary(text.toString()));
        assertThat(TokenCounter.cl100k().count(text.toString()))
                .isEqualTo(ENCODINGS.get(1).countTokensOrdinary(text.toString()));
    }

    @Example
    void long_runs_are_counted_exactly_if_of_digits_and_nearly_so_if_not() {
        for (String unit : List.of("7", "x", " ", "=", "\n", "漢", "\ud83d\ude00")) {
            String run = unit.repeat(4 * WINDOW / unit.length() + 1);
            int exact = ENCODINGS.get(0).countTokensOrdinary(run);
            int most = unit.equals("7") ? exact : exact + 2 * 4;
            assertThat(TokenCounter.o200k().count(run)).as(unit).isBetween(exact, most);
        }
    }

    @Example
    void half_characters_count_as_the_question_marks_that_they_are_encoded_as() {
        String halves = "a\ud83d b\ude00\ud83d \ud83d\ude00\ude00 \ud83d";
        String marks = "a? b?? \ud83d\ude00? ?";
        assertThat(TokenCounter.o200k().count(halves))
                .isEqualTo(ENCODINGS.get(0).countTokensOrdinary(marks))
                .isEqualTo(ENCODINGS.get(0).countTokensOrdinary(halves));
        assertThat(TokenCounter.cl100k().count(halves))
                .isEqualTo(ENCODINGS.get(1).countTokensOrdinary(marks));
    }

    @Example
    void no_token_is_longer_than_the_bound_says() {
        for (Encoding encoding : ENCODINGS) {
            int longest = 0;
            for (int token = 0; token < 199_998; token++) {
                longest = Math.max(longest, length(encoding, token));
            }
            assertThat(longest).as(encoding.getName()).isEqualTo(JtokkitTokenCounter.MAX_CHARS_PER_TOKEN);
        }
    }

    @Example
    void a_text_far_above_a_limit_is_told_apart_without_counting() {
        String huge = " ".repeat(20 << 20);
        assertThat(TokenCounter.o200k().countsAtMost(huge, 100_000)).isFalse();
        assertThat(TokenCounter.o200k().countsAtMost(" ".repeat(1_280), 10)).isTrue();
        assertThat(TokenCounter.o200k().countsAtMost(" ".repeat(1_281), 10)).isFalse();
    }

    @Example
    void a_long_run_can_be_given_up_at_each_window() {
        AtomicInteger windows = new AtomicInteger();
        Runnable checkpoint = () -> {
            if (windows.incrementAndGet() > 3) {
                throw new CancellationException("enough");
            }
        };
        String run = "x".repeat(20 << 20);
        assertThatThrownBy(() ->
                        TokenCounter.o200k().cached(100).checking(checkpoint).count(run))
                .hasMessage("enough");
        assertThat(windows).hasValue(4);
    }

    @Example
    void checkpoints_run_before_each_way_of_counting() {
        List<String> ran = new ArrayList<>();
        TokenCounter plain = String::length;
        TokenCounter checked = plain.checking(() -> ran.add("own"));
        assertThat(checked.count("four")).isEqualTo(4);
        assertThat(checked.countsAtMost("four", 3)).isFalse();
        assertThat(ran).containsExactly("own", "own");
        assertThat(checked.count("four", () -> ran.add("other"))).isEqualTo(4);
        assertThat(ran).containsExactly("own", "own", "own", "other");
    }

    private static int length(Encoding encoding, int token) {
        IntArrayList tokens = new IntArrayList();
        tokens.add(token);
        try {
            return encoding.decode(tokens).length();
        } catch (RuntimeException e) {
            // A number that this vocabulary does not use.
            return 0;
        }
    }

    private static List<String> partsBetweenCuts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = 1; to < text.length(); to++) {
            if (TokenWindows.lastCut(text, to - 1, to) == to) {
                parts.add(text.substring(from, to));
                from = to;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
