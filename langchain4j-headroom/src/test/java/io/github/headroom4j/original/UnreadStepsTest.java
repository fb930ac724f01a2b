package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;

final class UnreadStepsTest {

    @Example
    void what_people_search_for_costs_next_to_nothing() {
        List.of(
                        "error",
                        "timeout|refused|reset by peer",
                        "(?i)\\b(?:order|user)[-_ ]?id\\s*[:=]\\s*\"?(\\d{4,12})\"?",
                        "^\\s*at [\\w.$]+\\(\\w+\\.java:\\d+\\)$",
                        "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z?",
                        "\\Qa.b(c)*\\E+",
                        "[^]a\\]\\Q]\\E-]+x",
                        "(?<name>a|b)\\k<name>(?<!c|de)(?!f)(?>g|h)\\p{Alpha}\\x{41}\\cA",
                        "(.*?)(a|b)*+c{2,}+d{3}?")
                .forEach(asked -> assertThat(UnreadSteps.of(asked)).as(asked).isLessThan(60));
    }

    @Example
    void ways_to_match_nothing_multiply() {
        assertThat(UnreadSteps.of("(|)")).isLessThan(10);
        assertThat(UnreadSteps.of("(|)".repeat(5))).isBetween(32L, 400L);
        assertThat(UnreadSteps.of("(|)".repeat(20))).isEqualTo(UnreadSteps.CAP);
        assertThat(UnreadSteps.of("(?:|){20}")).isEqualTo(UnreadSteps.CAP);
        assertThat(UnreadSteps.of("(?:|a){0,20}x")).isLessThan(60);
    }

    @Example
    void repeating_nothing_takes_as_many_steps_as_it_says() {
        assertThat(UnreadSteps.of("(?:){5000}")).isBetween(5_000L, 20_000L);
        assertThat(UnreadSteps.of("^{5000}")).isBetween(5_000L, 20_000L);
        assertThat(UnreadSteps.of("a{5000}")).isLessThan(10);
        assertThat(UnreadSteps.of("(?<=a{0,5000})")).isGreaterThan(5_000);
    }

    @Example
    void comments_are_not_understood_and_nothing_broken_is_read_past_its_end() {
        assertThat(UnreadSteps.of("(?x)a # b")).isEqualTo(UnreadSteps.CAP);
        List.of(
                        "",
                        "a",
                        "|",
                        "[a[b]&&[^c\\]]]",
                        "\\",
                        "(",
                        "(?",
                        "(?<",
                        "(?<a",
                        "a{",
                        "a{1",
                        "a{1,",
                        "[",
                        "[^",
                        "\\Q",
                        "\\p{",
                        "\\c",
                        "\\k<",
                        ")",
                        "(?i",
                        "(?i)",
                        "(?i:a)")
                .forEach(broken -> assertThat(UnreadSteps.of(broken)).isBetween(0L, UnreadSteps.CAP));
    }
}
