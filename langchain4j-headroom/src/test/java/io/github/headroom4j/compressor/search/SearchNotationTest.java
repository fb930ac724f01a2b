package io.github.headroom4j.compressor.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.table.Notation;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the notations look like, and which texts are none of this compressor's business. */
final class SearchNotationTest {

    @Test
    void should_group_matches_by_file() {
        assertThat(repacked(SearchSamples.GREP)).isEqualTo("""
                [search hits by file; "N text" is line N, indented like the one above; under src/; files *.java]
                main/java/org/acme/text/
                Strings
                12 import java.util.Locale;
                40:    public static boolean isBlank(CharSequence text) {
                55 public static boolean isNotBlank(CharSequence text) {
                56:        return !isBlank(text);
                main/java/org/acme/io/
                Lines
                31,47:            if (Strings.isBlank(line)) {
                test/java/org/acme/text/
                StringsTest
                18:        assertTrue(Strings.isBlank(""));
                |Binary file target/classes/org/acme/text/Strings.class matches
                """);
    }

    @Test
    void should_number_only_where_context_starts() {
        assertThat(repacked(SearchSamples.CONTEXT)).isEqualTo("""
                [search hits by file; "N text" is line N, indented like the one above; under lib/; files *.js]
                parse-2-tokens
                10-/**
                - * Reads a token.
                12:function readToken(input) {
                -  let at = 0;
                -
                --
                40-  // the rest
                41 return readToken(rest);
                -}
                """);
    }

    @Test
    void should_list_counts_of_matches_by_directory() {
        String counts = """
                src/main/java/org/acme/text/Strings.java:12
                src/main/java/org/acme/text/Words.java:3
                src/main/java/org/acme/io/Lines.java:1
                src/test/java/org/acme/text/StringsTest.java:7
                """;
        assertThat(repacked(counts)).isEqualTo("""
                [paths; "d/*.x A B" is d/A.x d/B.x, "d/:" is d too, N blanks keep N directories; under src/]
                main/java/org/acme/text/ Strings.java:12 Words.java:3
                    io/ Lines.java:1
                test/java/org/acme/text/ StringsTest.java:7
                """);
        assertThat(SearchCompressor.decode(repacked(counts))).contains(counts);
    }

    @Test
    void should_list_names_by_directory_and_extension() {
        assertThat(repacked(SearchSamples.FIND)).isEqualTo("""
                [paths; "d/*.x A B" is d/A.x d/B.x, "d/:" is d too, N blanks keep N directories; under ./]
                ./ pom.xml
                src/main/:
                  java/: App.java
                   text/*.java: Lines Strings Words Words.test.java README.
                |./src/main/java/Main class.java
                 test/java/text/ StringsTest.java
                """);
    }

    @Test
    void should_draw_a_tree_again() {
        assertThat(repacked(SearchSamples.TREE)).isEqualTo("""
                [paths; "d/*.x A B" is d/A.x d/B.x, "d/:" is d too, N blanks keep N directories; tree]
                |src
                main/: app.ts
                 lib/: a.ts b.ts
                 ./ zed.ts
                test/: app.test.ts

                |3 directories, 5 files
                """);
    }

    @Test
    void should_show_what_the_query_asks_for_and_name_the_rest() {
        assertThat(selected(SearchSamples.GREP, "where is a blank text detected?", 45))
                .isEqualTo("""
                [search hits by file; "N text" is line N, indented like the one above; under src/; files *.java]
                main/java/org/acme/text/
                Strings
                40:    public static boolean isBlank(CharSequence text) {
                55 public static boolean isNotBlank(CharSequence text) {
                +2 more (lines 1-4)
                … 1 line (8)
                +./ 2 files 3 (lines 5-7)
                """);
    }

    @Test
    void should_count_paths_by_directory() {
        assertThat(selected(SearchSamples.find(3, 12), "everything in part1", 12))
                .isEqualTo("""
                [paths; "d/*.x A B" is d/A.x d/B.x, "d/:" is d too, N blanks keep N directories; under src/main/java/org/acme/]
                part1/ Type0.java
                +./ 35 files (lines 1-36)
                """);
    }

    @Test
    void should_speak_of_the_original_lines_when_the_text_is_a_section() {
        CompressionContext context = CompressionContext.of(TokenCounter.o200k()).startingAt(501);
        String body = new SearchCompressor()
                .parse(SearchSamples.grep(20, 5), context)
                .flatMap((Selectable content) -> content.select(TokenBudget.tokens(30)))
                .map(selection -> selection.markedWith(OriginalMarker.of("x")))
                .orElseThrow();
        assertThat(body).contains("lines 50").doesNotContain("(lines 1-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-06T12:34:56Z INFO a\n2024-05-06T12:34:57Z INFO b\n2024-05-06T12:34:58Z INFO c\n",
                "2024-05-06 12:34:56,789 INFO a.b.C:12: x\n2024-05-06 12:34:56,790 INFO b\n2024-05-06 12:34:57,1 c\n",
                "12:34:56 started\n12:34:57 running\n12:34:58 stopped\n12:35:00 gone\n",
                "[12:34:56] started\n[12:34:57] running\n[12:34:58] stopped\n",
                "May  6 12:34:56 host sshd[1]: x\nMay  6 12:34:57 host sshd[1]: y\nMay  6 12:34:58 host z\n",
                "One sentence.\nAnother one, e.g. this.\nA third.\nA fourth.\nA fifth.\n",
                ""
            })
    void should_decline_what_no_search_tool_printed(String text) {
        assertThat(parse(text, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "text", "[search hits by file", "[paths;]", "[headroom ref=0123456789ab lines=3]"})
    void should_not_decode_what_is_not_the_notation(String text) {
        assertThat(SearchCompressor.decode(text)).isEmpty();
    }

    private static String repacked(String text) {
        String repacked = parse(text, "").flatMap(Selectable::repack).orElseThrow();
        assertThat(SearchCompressor.decode(repacked)).contains(text);
        return repacked;
    }

    private static String selected(String text, String query, int tokens) {
        String printed = parse(text, query)
                .flatMap(content -> content.select(TokenBudget.tokens(tokens)))
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElseThrow();
        return printed.substring(0, printed.lastIndexOf('\n') + 1);
    }

    private static Optional<? extends Selectable> parse(String text, String query) {
        return new SearchCompressor()
                .parse(text, CompressionContext.of(TokenCounter.o200k()).withQuery(query));
    }

    @Test
    void should_keep_the_line_that_opens_the_function() {
        assertThat(repacked(SearchSamples.SCOPES)).isEqualTo("""
                [search hits by file; "N text" is line N, indented like the one above; under src/; files *.java]
                Lines
                12=public final class Lines {
                40:    int count(String text) {
                77=    static class Cutter {
                80:        int count(String text) {
                """);
    }

    @Test
    void should_say_what_stands_before_names_when_it_changes() {
        assertThat(repacked(SearchSamples.LS_LONG)).isEqualTo("""
                [listing; what follows "%=" stands before each name below it, # is the number here; without a dot: .java; ls]
                src:
                |total 28
                %= drwxr-xr-x 2 dev dev#6 Jul  4 22:15\s
                4096 io.
                %1= -rw-r--r-- 1 dev dev#6 Jul  4 22:15\s
                13234 Lines
                799 Words
                %= -rw-r--r-- 1 dev dev#6 Mar 12  2023\s
                799 Trees
                %= lrwxrwxrwx 1 dev dev#6 Jul  4 22:15\s
                9 README -> ../README
                src/io:
                |total 4
                %1 2712 Files
                712 Two words
                """);
    }

    @Test
    void should_list_sizes_by_directory() {
        assertThat(repacked(SearchSamples.DU)).isEqualTo("""
                [listing; what follows "%=" stands before each name below it, # is the number here; under ./; without a dot: .java]
                src/io/
                %= #\t
                4.0K Files
                8.0K Paths
                src/
                12K io.
                16K Lines
                32K ./src.
                |36K\t.
                """);
        assertThat(repacked(SearchSamples.WC)).isEqualTo("""
                [listing; what follows "%=" stands before each name below it, # is the number here; under src/; without a dot: .java]
                io/
                %= #5\s
                12 Files
                120 Paths
                ./
                1207 Lines
                7 Words
                | 1346 total
                """);
    }

    @Test
    void should_write_a_letter_for_what_lines_share() {
        assertThat(repacked(SearchSamples.grep(2, 4))).isEqualTo("""
                [search hits by file; "N text" is line N, indented like the one above; under modules/orders/src/main/java/org/acme/orders/service/; files *.java; 2 letters stand for text]
                α=, Options.of("depth",
                β=this.repository.load(
                Service0
                37:        βorder1α 0));
                74 βorder2α 0));
                111 βorder3α 0));
                148 βorder4α 0));
                Service1
                38:        βorder1α 1));
                75 βorder2α 2));
                112 βorder3α 3));
                149 βorder4α 4));
                """);
    }

    @Test
    void should_rank_the_hits_that_an_editor_prints_as_json() {
        assertThat(selectedOfJson(SearchSamples.EDITOR_JSON, "where is countLines defined?"))
                .contains("40:    int countLines(String text) {\n")
                .contains("(rows 0-2)")
                .doesNotContain("import");
    }

    @Test
    void should_name_the_repository_of_hits_of_a_code_host() {
        assertThat(selectedOfJson(SearchSamples.CODE_HOST_JSON, "where is countLines defined?"))
                .isEqualTo("""
                [search hits by file; "N text" is line N, indented like the one above; under acme/lines/src/; files *.java; of JSON, which says more; rows from 0]
                |/items (total_count 3, incomplete_results false)
                Main
                :    countLines(text);
                +1 more (row 0)
                Lines
                :int countLines(String text) {
                +1 more (row 1)
                Words
                :  countLines(word);
                """);
    }

    @Test
    void should_leave_json_of_other_things_to_the_table_engine() {
        String json = "[" + "{\"path\":\"a/b.md\",\"text\":\"A document.\"},".repeat(9) + "1]";
        assertThat(selectedOfJson(json, "")).isEmpty();
    }

    @Test
    void should_show_the_largest_files() {
        assertThat(selected(SearchSamples.WC, "", 12)).contains("1207 ./Lines");
    }

    @Test
    void should_leave_json_to_the_table_engine_when_rows_tell_more_than_hits() {
        String rows = IntStream.range(0, 20)
                .mapToObj(i -> "{\"path\":\"a/B" + i + ".java\",\"line\":" + i + ",\"symbol\":\"B" + i
                        + "#find(String)\",\"snippet\":\"return find(x);\"}")
                .collect(Collectors.joining(","));

        assertThat(selectedOfJson("[" + rows + "]", "")).isEmpty();
        assertThat(selectedOfJson("[" + rows.replaceAll("B\\d+#find", "B#find") + "]", ""))
                .isNotEmpty();
    }

    private static String selectedOfJson(String json, String query) {
        CompressionContext context = CompressionContext.of(TokenCounter.o200k()).withQuery(query);
        String printed = Notation.read(json.replace("\n", ""))
                .flatMap(document -> SearchCompressor.select(document, context, TokenBudget.tokens(20)))
                .map(selection -> selection.markedWith(OriginalMarker.of(json)))
                .orElse("");
        return printed.substring(0, printed.lastIndexOf('\n') + 1);
    }
}
