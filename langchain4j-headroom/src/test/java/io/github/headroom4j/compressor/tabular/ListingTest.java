package io.github.headroom4j.compressor.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Listings in columns of blanks. */
class ListingTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    private static final String PROCESSES = """
            USER         PID %CPU    VSZ TTY      COMMAND
            root           1  0.0   1234 ?        /sbin/init splash
            root          22  0.0      0 ?        [kthreadd]
            postgres    4711 12.5 8984796 ?       postgres: writer
            www          812  0.1  55000 pts/0    nginx -g daemon off;
            verylongusername 9 0.0  100 ?         sh -c   two  blanks
            daemon        77  0.0      0 ?        cron
            daemon        78  0.0      0 ?        cron -f
            www         8123  0.1  55000 pts/11   nginx
            root         899  0.2   2000 ?        sh
            root         898  0.2   2000 ?        sh
            root         900  0.2      0 ?
            root         901  0.0      0 ?        [kworker/0:1]
            root         902  0.0      0 ?        [kworker/1:1]
            """;

    @Example
    void cells_at_the_left_and_right_of_their_columns_come_back() {
        String repacked = repacked(PROCESSES);

        assertThat(repacked)
                .startsWith("aligned at=0,<16,<21,<28,0,38 @ 13 rows\n")
                .contains("\t8984796\t\tpostgres: writer", "|verylongusername 9 0.0  100 ?");
        assertThat(TabularCompressor.decode(repacked)).contains(PROCESSES);
    }

    @Example
    void titles_that_stand_elsewhere_stay_as_they_are() {
        String text = """
                Name        Size     Kind
                alpha       1        file
                beta        20       file
                gamma       300      folder
                delta       4000     file
                epsilon     50000    file
                """.replace("Size     Kind", "  Size Kind  ");

        assertThat(TabularCompressor.decode(repacked(text))).contains(text);
        assertThat(repacked(text)).startsWith("Name          Size Kind  \naligned at=0,12,21 untitled @ 5 rows\n");
    }

    @Example
    void lines_around_and_between_rows_stay() {
        String text = "Tasks: 5 total, 1 running\n\n" + PROCESSES + "\n" + PROCESSES;

        assertThat(TabularCompressor.decode(repacked(text))).contains(text);
    }

    @Example
    void titles_of_two_words_and_line_ends_of_windows() {
        String text = """
                CONTAINER ID   IMAGE          STATUS
                0a1b2c3d4e5f   nginx:1.25     Up 2 hours
                1a1b2c3d4e5f   redis:7        Up 2 hours
                2a1b2c3d4e5f   postgres:16    Up 3 hours
                3a1b2c3d4e5f   app:latest     Restarting (1) 5 seconds ago
                """.replace("\n", "\r\n");

        assertThat(repacked(text)).contains("CONTAINER ID").contains("aligned at=0,15,30 crlf");
        assertThat(TabularCompressor.decode(repacked(text))).contains(text);
    }

    @Example
    void lists_without_titles_come_back_and_keep_their_largest() {
        String text = IntStream.range(0, 40)
                        .mapToObj(i -> (i == 23 ? 70_000 : 100 + i * 37 % 90) + " src/main/java/a/B" + i + ".java\n")
                        .collect(Collectors.joining())
                + "  75000 total\n";

        assertThat(repacked(text)).startsWith("aligned at=0,0 untitled ditto @ 41 rows\n");
        assertThat(TabularCompressor.decode(repacked(text))).contains(text);
        assertThat(selected(text, TokenBudget.asFarAsSafe()))
                .hasValueSatisfying(shown -> assertThat(shown).contains("70000", "B23.java", "total"));
    }

    @Example
    void what_fails_is_shown_and_the_rest_summed_up() {
        String text = TableSamples.listing();

        String shown = selected(text, TokenBudget.asFarAsSafe()).orElseThrow();

        assertThat(shown)
                .containsPattern("\\d+\t0/1\tCrashLoopBackOff\t41d")
                .contains("STATUS Running×")
                .doesNotContain("aligned");
        assertThat(COUNTER.count(shown)).isLessThan(COUNTER.count(text) / 4);
    }

    @Example
    void a_cell_is_never_cut_in_two_where_a_long_one_pushes_it_aside() {
        String text = TableSamples.listing();

        assertThat(read(text).repack())
                .hasValueSatisfying(repacked -> assertThat(repacked)
                        .containsPattern("a-very-long-name-7\t")
                        .containsPattern("a-very-long-name-36\t"));
    }

    @Property(tries = 500, seed = "9301", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void any_listing_that_is_repacked_comes_back(@ForAll long number) {
        String text = listing(new SplittableRandom(number));

        content(text)
                .flatMap(Selectable::repack)
                .ifPresent(repacked ->
                        assertThat(TabularCompressor.decode(repacked)).contains(text));
    }

    /** Columns of random widths and sides, with cells that are empty, too long, or of several words. */
    private static String listing(SplittableRandom random) {
        int columns = random.nextInt(2, 7);
        int[] widths = random.ints(columns, 4, 14).toArray();
        boolean[] left = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            left[i] = random.nextBoolean();
        }
        return IntStream.range(0, random.nextInt(4, 30))
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> {
                            String cell = row == 0 ? "TITLE" + column : cell(random);
                            String blanks = " ".repeat(Math.max(0, widths[column] - cell.length()));
                            return left[column] ? cell + blanks : blanks + cell;
                        })
                        .collect(Collectors.joining(random.nextInt(20) == 0 ? "  " : " ")))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "two words";
            case 2 -> "|bar";
            case 3 -> "far-too-long-a-cell";
            case 4 -> "ü~" + random.nextInt(5);
            default -> String.valueOf(random.nextInt(1_000));
        };
    }

    private static String repacked(String text) {
        return read(text).repack().orElseThrow();
    }

    private static Optional<String> selected(String text, TokenBudget budget) {
        return read(text).select(budget).map(selection -> selection.markedWith(OriginalMarker.of(text)));
    }

    private static Selectable read(String text) {
        return content(text).orElseThrow();
    }

    private static Optional<? extends Selectable> content(String text) {
        return new TabularCompressor().parse(text, CompressionContext.of(COUNTER));
    }
}
