package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** What is shown where many lines match. */
final class BestLinesTest {

    private static final Pattern SHOWN = Pattern.compile("^(\\d+)([:-])(.*)$", Pattern.MULTILINE);

    @Example
    void of_many_lines_with_any_of_several_words_those_with_most_of_them_are_shown() {
        String noise = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "the broker waits " + i + "\n\n\n\n\n\n")
                .collect(Collectors.joining());
        String text = noise + "Time before the BROKER has to acknowledge.\n" + noise;

        Slice slice = grep(text, "broker|acknowledge|lease");

        assertThat(slice.render())
                .startsWith(
                        "[grep /broker|acknowledge|lease/: 61 of 361 lines match, the 10 with most of it, numbered:]\n1:")
                .contains("\n181:Time before the BROKER has to acknowledge.\n", "lines=1-361");
        assertThat(SHOWN.matcher(slice.content())
                        .results()
                        .filter(shown -> shown.group(2).equals(":")))
                .hasSize(10);
        Slice all = OriginalText.of(text).slice(new Selector("1-361", "broker|acknowledge|lease", ""));
        assertThat(SHOWN.matcher(all.content())
                        .results()
                        .filter(shown -> shown.group(2).equals(":")))
                .hasSize(61);
    }

    @Property(seed = "5603", tries = 300)
    void the_best_lines_are_some_of_those_that_match(
            @ForAll @Chars({'a', 'b', 'c', ' ', '(', '\n'}) @StringLength(max = 200) String text) {
        Slice some = grep(text, "a|b|zz");
        List<String> all = lines(OriginalText.of(text).slice(new Selector("1-", "a|b|zz", "")));

        assertThat(all).containsAll(lines(some));
        assertThat(lines(some)).hasSizeGreaterThanOrEqualTo(Math.min(all.size(), BestLines.BEST));
    }

    private static List<String> lines(Slice slice) {
        return SHOWN.matcher(slice.content())
                .results()
                .filter(shown -> shown.group(2).equals(":"))
                .map(MatchResult::group)
                .toList();
    }

    @Example
    void lines_around_are_shown_where_there_is_room_and_of_many_matches_the_first() {
        String text = IntStream.rangeClosed(1, 600)
                .mapToObj(i -> (i % 100 == 0 ? "rare " : i % 5 == 0 ? "often " : "beat ") + i
                        + " of a rather long line of some log\n")
                .collect(Collectors.joining());
        assertThat(grep(text, "rare").content())
                .contains("100:rare 100 of a rather long line of some log\n101-beat 101 of");
        Slice often = grep(text, "often");
        assertThat(often.heading()).isEqualTo("[grep /often/: 114 of 600 lines match, numbered:]");
        assertThat(often.content())
                .startsWith("5:often 5 of a rather long line of some log\n10:often 10 of")
                .doesNotContain("beat", "--");
        assertThat(often.content().lines()).hasSize(60);
        assertThat(often.next()).isEqualTo("the same grep and lines=320-600");
        assertThat(OriginalText.of(text)
                        .slice(new Selector("5-", "often", ""))
                        .content()
                        .lines())
                .hasSize(114);
        assertThat(grep(text, "(rare|often).*").content().lines()).hasSize(60);
    }

    @Example
    void a_bar_within_brackets_asks_for_one_thing() {
        String text = "beat 1 tick\nbeat 2 tock\n".repeat(40);
        assertThat(grep(text, "beat|tick").heading()).contains("the 10 with most of it");
        assertThat(grep(text, "(beat|tick)").heading()).endsWith("80 of 80 lines match, numbered:]");
    }

    private static Slice grep(String text, String pattern) {
        return OriginalText.of(text).slice(Selector.grep(pattern));
    }
}
