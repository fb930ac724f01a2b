package io.github.headroom4j.compressor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.token.TokenCounter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is told of entries that are not shown. */
class HiddenKindsTest {

    private static final Pattern OTHERS = Pattern.compile("… (\\d+) entries of \\d+ other kinds .*");

    @Example
    void a_log_that_begins_with_an_empty_line_is_told_of_like_any_other() {
        String log = "\n" + unlike("INFO", 300);
        assertThat(counted(LogSelectionTest.spelledOut(LogSelectionTest.select(log, ""))))
                .isBetween(300L, 301L);
    }

    @Example
    void of_more_kinds_of_errors_than_can_be_shown_the_others_are_told_by_line_number() {
        String log = unlike("ERROR", 3_000);
        String selected = LogSelectionTest.spelledOut(LogSelectionTest.select(log, ""));
        Set<Integer> told = toldLines(selected);
        for (int line = 1; line <= 3_000; line++) {
            assertThat(told).contains(line);
        }
        assertThat(selected).contains(" other kinds of errors start in lines ");
        int before = TokenCounter.o200k().count(log);
        assertThat(TokenCounter.o200k().count(selected)).isLessThan(before * 3 / 4);
    }

    @Example
    void a_flood_of_unlike_warnings_hides_no_error() {
        String log = unlike("WARN", 2_000) + "2026-03-01T11:00:00Z ERROR ledger corrupt, refusing writes\n"
                + unlike("WARN", 500);
        String selected = LogSelectionTest.spelledOut(LogSelectionTest.select(log, ""));
        assertThat(selected)
                .contains("\n2001: 2026-03-01T11:00:00Z ERROR ledger corrupt, refusing writes\n")
                .contains(" other kinds of warnings start in lines ")
                .doesNotContain("kinds of errors");
    }

    /** Entries no two of which are of a kind: each has words of its own. */
    private static String unlike(String level, int count) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < count; i++) {
            log.append("2026-03-01T10:")
                    .append(10 + i / 60)
                    .append(':')
                    .append(10 + i % 50)
                    .append("Z ");
            log.append(level)
                    .append(' ')
                    .append(word(i))
                    .append(' ')
                    .append(word(i * 31 + 7))
                    .append(" lost ");
            log.append(word(i * 17 + 3))
                    .append(" while ")
                    .append(word(i * 7 + 1))
                    .append('\n');
        }
        return log.toString();
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 11; rest > 0; rest /= 19) {
            word.append("bcdfghjklmnpqrstvwz".charAt(rest % 19)).append("aeiou".charAt(rest % 5));
        }
        return word.toString();
    }

    /** The lines that stand in a selection, and those whose numbers it tells. */
    private static Set<Integer> toldLines(String selected) {
        Set<Integer> told = new HashSet<>();
        Matcher line = Pattern.compile("(?m)^(\\d+)( ×|: |≈ )").matcher(selected);
        while (line.find()) {
            told.add(Integer.parseInt(line.group(1)));
        }
        Matcher list = Pattern.compile(" start in lines (.*)").matcher(selected);
        while (list.find()) {
            for (String range : List.of(list.group(1).split(", ", -1))) {
                int dash = range.indexOf('-');
                int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
                int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
                IntStream.rangeClosed(from, to).forEach(told::add);
            }
        }
        return told;
    }

    @Property(tries = 150, seed = "7203")
    void the_counts_add_up_to_all_entries(@ForAll(supplier = SampleLogs.Systems.class) String log) {
        String selected = LogSelectionTest.spelledOut(LogSelectionTest.select(log, ""));
        if (!selected.equals(log)) {
            assertThat(counted(selected)).isEqualTo(log.lines().count());
        }
    }

    @Example
    void every_kind_of_a_short_log_is_told_with_its_count_and_rare_ones_by_example() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 240; i++) {
            String message = i == 77
                    ? "Fan of rack 9 replaced"
                    : i % 3 == 0
                            ? "Served item " + i
                            : word(i % 24) + " queue of " + word(i % 24 + 40) + " drained " + i;
            log.append("2026-03-01 10:00:")
                    .append(10 + i % 50)
                    .append(" host app[1")
                    .append(i)
                    .append("]: ");
            log.append(message).append('\n');
        }
        String selected = LogSelectionTest.spelledOut(LogSelectionTest.select(log.toString(), ""));
        assertThat(counted(selected)).isEqualTo(240);
        assertThat(selected)
                .doesNotContain("other kinds")
                .contains("\n78: 2026-03-01 10:00:37 host app[177]: Fan of rack 9 replaced\n")
                .containsPattern("\n\\d+ ×\\d+-\\d+(?:≈ |: .*host ?)app\\[");
    }

    @Example
    void the_outline_of_kinds_that_differ_tells_what_they_share() {
        String log = IntStream.range(0, 300)
                .mapToObj(i -> "2026-03-01 10:00:00 INFO "
                        + (i % 20 == 0 ? "moved shard " + i : "node " + word(i % 25) + " up " + i))
                .collect(Collectors.joining("\n"));
        String selected = LogSelectionTest.select(log, "");
        assertThat(selected).contains("INFO node ").containsPattern("(?m)^\\d+ ×\\d+-\\d+");
        assertThat(counted(LogSelectionTest.spelledOut(selected))).isEqualTo(300);
    }

    /** How many entries a selection shows, lists and counts. */
    private static long counted(String selected) {
        long count = 0;
        for (String line : selected.lines().toList()) {
            Matcher shown = LogSelectionTest.SHOWN.matcher(line);
            Matcher listed = LogSelectionTest.LISTED.matcher(line);
            Matcher others = OTHERS.matcher(line);
            if (others.matches()) {
                count += Long.parseLong(others.group(1));
            } else if (listed.matches()) {
                count += listed.group(2) == null ? 1 : Long.parseLong(listed.group(2));
            } else if (shown.matches() && !line.contains(" ×: ")) {
                count += shown.group(2) == null ? 1 : Long.parseLong(shown.group(2));
            }
        }
        return count;
    }
}
