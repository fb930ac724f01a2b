package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class OriginalTextGrepTest {

    private static final Pattern SHOWN = Pattern.compile("^(\\d+)([:-])(.*)$", Pattern.MULTILINE);

    private static final Pattern PIECE = Pattern.compile("(?m)^1(?:@(\\d+))?:(.*)$");

    private static final String TWENTY =
            IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

    @Example
    void shows_matches_with_their_neighbours() {
        assertThat(grep(TWENTY, "line (5|7|20)$").render()).isEqualTo("""
                        [grep /line (5|7|20)$/: 3 of 20 lines match, numbered:]
                        3-line 3
                        4-line 4
                        5:line 5
                        6-line 6
                        7:line 7
                        8-line 8
                        9-line 9
                        --
                        18-line 18
                        19-line 19
                        20:line 20
                        """);
    }

    @Example
    void ignores_case_in_every_language() {
        assertThat(grep("straße ÄRGER title\n", "ärger TITLE").content()).isEqualTo("1:straße ÄRGER title\n");
    }

    @Example
    void says_how_many_lines_were_searched_when_nothing_matches() {
        assertThat(grep(TWENTY, "column").render())
                .isEqualTo("[grep /column/ matches none of the 20 lines searched; "
                        + "try a shorter word, another spelling, or lines= to read on]\n");
    }

    @Example
    void what_is_no_expression_is_taken_literally() {
        assertThat(grep("int[] a = foo(bar;\n", "foo(bar").render()).isEqualTo("""
                        [grep /foo(bar/ as plain text: 1 of 1 lines match, numbered:]
                        1:int[] a = foo(bar;
                        """);
    }

    @Example
    void an_expression_that_finds_nothing_is_tried_literally() {
        assertThat(grep("call foo(bar) now\n", "foo(bar)").render()).isEqualTo("""
                        [grep /foo(bar)/ as plain text: 1 of 1 lines match, numbered:]
                        1:call foo(bar) now
                        """);
    }

    /** None of these is counted by the characters it looks at: they would be tried for longer than anybody waits. */
    @Example
    void an_expression_that_works_forever_without_looking_is_taken_literally() {
        List.of(
                        "(|)".repeat(80) + "(?!)",
                        "(?:a?|b?)".repeat(50) + "(?!)",
                        "(?:){2000000000}x",
                        "(?:(?:(?:){1000}){1000}){1000}x",
                        "(?:^|^)".repeat(60) + "(?!)",
                        "(?=(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(?!))",
                        "(?<=(?!)x{0,1000000})y",
                        "(a*)*".repeat(60) + "(?!)",
                        "()\\1{2000000000}x",
                        "(?>(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(?!))",
                        "(?x)" + "( | )".repeat(60) + "(?!)")
                .forEach(hostile -> {
                    String answer = grep("hello\n" + hostile + "\n", hostile).render();
                    assertThat(answer).as(hostile).contains("as plain text: 1 of 2 lines match");
                });
    }

    @Example
    void an_expression_that_backtracks_forever_is_given_up_and_taken_literally() {
        String hostile = "(a+)+$";
        String text = "a".repeat(40) + "!\n" + hostile + "\n";
        assertThat(grep(text, hostile).render()).isEqualTo("""
                        [grep /(a+)+$/ as plain text: 1 of 2 lines match, numbered:]
                        1-%s!
                        2:(a+)+$
                        """.formatted("a".repeat(40)));
    }

    @Example
    void an_expression_that_recurses_too_deep_is_given_up() {
        String text = "ab".repeat(200_000) + "\n";
        assertThat(grep(text, "(a|b)*c").heading()).contains("as plain text matches none of the 1 lines");
    }

    @Example
    void a_quadratic_expression_is_given_up_over_many_lines() {
        String text = "a".repeat(2_000).concat("\n").repeat(500) + "a*a*b\n";
        assertThat(grep(text, "a*a*b").render())
                .startsWith("[grep /a*a*b/ as plain text: 1 of 501 lines match, numbered:]\n");
    }

    @Example
    void an_endless_pattern_is_refused() {
        assertThatThrownBy(() -> grep("text", "x".repeat(501)))
                .isInstanceOf(InvalidSelectorException.class)
                .hasMessage("grep must have at most 500 characters, but had 501");
    }

    @Example
    void is_searched_within_the_lines_given() {
        Slice slice = OriginalText.of(TWENTY).slice(new Selector("10-12", "line", ""));
        assertThat(slice.render()).isEqualTo("""
                        [grep /line/: 3 of 3 lines match, numbered:]
                        10:line 10
                        11:line 11
                        12:line 12
                        """);
    }

    @Example
    void is_searched_within_the_value_given() {
        String json = "{\"a\": \"port 1\",\n \"b\": [\"port 2\",\n  \"port 3\"], \"c\": \"port 4\"}";
        assertThat(OriginalText.of(json).slice(new Selector("", "port", "/b")).content())
                .isEqualTo("2@6:[\"port 2\",\n3:  \"port 3\"]\n");
    }

    @Example
    void of_a_giant_line_only_the_surroundings_of_matches_are_shown() {
        String line = "x".repeat(1_000) + "needle" + "y".repeat(1_000) + "needle" + "z".repeat(1_000);
        Slice slice = grep("before\n" + line + "\n" + "w".repeat(700) + "\n", "needle");
        assertThat(slice.content())
                .isEqualTo("1-before\n"
                        + "2@800:" + line.substring(800, 1_206) + "\n"
                        + "2@1806:" + line.substring(1_806, 2_212) + "\n"
                        + "3-(701 characters)\n");
    }

    @Example
    void of_a_giant_line_a_match_is_shown_to_its_end() {
        String match = "from " + "m".repeat(700) + " to";
        String line = "x".repeat(1_000) + match + "y".repeat(1_000);
        assertThat(grep(line, "from .* to").content())
                .isEqualTo("1@800:" + "x".repeat(200) + match + "y".repeat(200) + "\n");
    }

    @Example
    void of_a_giant_match_both_ends_are_shown() {
        String line = "x".repeat(1_000) + "from " + "m".repeat(40_000) + " to" + "y".repeat(1_000);
        assertThat(grep(line, "from .* to").content())
                .isEqualTo("1@800:" + "x".repeat(200) + "from " + "m".repeat(495) + "\n" + "1@40508:" + "m".repeat(497)
                        + " to" + "y".repeat(200) + "\n");
    }

    @Example
    void a_match_that_begins_in_what_is_shown_and_ends_behind_it_is_shown_anew() {
        String second = "b" + "c".repeat(300);
        String line = "x".repeat(1_000) + "a" + "-".repeat(150) + second + "y".repeat(1_000);
        assertThat(grep(line, "a|bc+").content())
                .isEqualTo("1@800:" + line.substring(800, 1_201) + "\n" + "1@1151:" + second + "y".repeat(200) + "\n");
    }

    @Property(seed = "5602", tries = 300)
    void every_match_of_a_giant_line_is_shown_whole_and_within_the_bound(
            @ForAll("giants") String line, @ForAll("spans") String pattern) {
        Slice slice = grep(line, pattern);
        List<MatchResult> shown = PIECE.matcher(slice.content()).results().toList();
        assertThat(slice.content().length()).isLessThanOrEqualTo(OriginalText.MAX_SLICE_CHARS);
        for (MatchResult piece : shown) {
            int at = piece.group(1) == null ? 0 : Integer.parseInt(piece.group(1));
            assertThat(line.startsWith(piece.group(2), at)).isTrue();
        }
        for (MatchResult match :
                Pattern.compile(pattern).matcher(line).results().toList()) {
            assertThat(shown).as(match.group()).anyMatch(piece -> piece.group(2).contains(match.group()));
        }
    }

    @Example
    void more_matches_than_fit_are_found_by_going_on() {
        String text = IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> "match " + i + "\n")
                .collect(Collectors.joining());
        Slice first = grep(text, "match");
        assertThat(first.heading()).isEqualTo("[grep /match/: 5000 of 5000 lines match, numbered:]");
        assertThat(first.content().length()).isLessThanOrEqualTo(OriginalText.MAX_SLICE_CHARS);
        int last = (int) first.content().lines().count();
        assertThat(first.next()).isEqualTo("the same grep and lines=" + (last + 1) + "-5000");
    }

    @Example
    void matches_in_one_giant_line_are_found_by_going_on() {
        String line = ("match" + "-".repeat(995)).repeat(1_000);
        String read = "";
        String lines = "1";
        while (!lines.isEmpty()) {
            Slice slice = OriginalText.of(line).slice(new Selector(lines, "match", ""));
            assertThat(slice.content().length()).isBetween(1, OriginalText.MAX_SLICE_CHARS);
            read += slice.content();
            lines = slice.next().replace("the same grep and lines=", "");
        }
        assertThat(Pattern.compile("match").matcher(read).results().count()).isEqualTo(1_000);
    }

    @Property(seed = "5601", tries = 300)
    void shown_lines_have_the_numbers_and_the_characters_of_the_original(
            @ForAll("texts") String text, @ForAll("patterns") String pattern) {
        Slice slice = grep(text, pattern);
        String[] lines = text.split("\n", -1);
        for (MatchResult shown : SHOWN.matcher(slice.content()).results().toList()) {
            assertThat(shown.group(3)).isEqualTo(lines[Integer.parseInt(shown.group(1)) - 1]);
        }
        assertThat(slice.heading()).isNotBlank();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abc (\n").ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab.*(|)[]^$\\+?").ofMinLength(1).ofMaxLength(8);
    }

    /** Lines of 700 to 3,000 characters in which matches stand near each other, at the ends too, with characters of two halves. */
    @Provide
    Arbitrary<String> giants() {
        return Arbitraries.of("a", "b", "ab", "aab", "-".repeat(40), "-".repeat(230), "😀")
                .list()
                .ofMinSize(5)
                .ofMaxSize(40)
                .map(parts -> "-".repeat(300) + String.join("", parts) + "-".repeat(301));
    }

    @Provide
    Arbitrary<String> spans() {
        return Arbitraries.of("a", "ab", "a+b", "a[^b]{0,400}b", "b-*a", "-{100,250}");
    }

    private static Slice grep(String text, String pattern) {
        return OriginalText.of(text).slice(Selector.grep(pattern));
    }
}
