package io.github.headroom4j.eval.workload.codereview.reviewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionChecksTest {

    private static final String LOOP = """
        class Sample {
            int sum(int[] values, int limit) {
                int sum = 0;
                for (int i = 0; i < limit; i++) {
                    if (values[i] > 0 && isOpen(values[i])) {
                        sum += values[i];
                    }
                }
                return sum;
            }

            boolean same(String one, String other) {
                return one.equals(other);
            }
        }
        """;

    @Test
    void should_name_a_bound_that_moved_by_one() {
        assertThat(Reviews.of(LOOP, LOOP.replace("i < limit", "i <= limit")))
                .containsExactly(Reviews.item(4, "off-by-one"));
        assertThat(Reviews.of(LOOP, LOOP.replace("int i = 0", "int i = 1")))
                .containsExactly(Reviews.item(4, "off-by-one"));
        assertThat(Reviews.of(LOOP, LOOP.replace("return sum", "return sum - 1")))
                .containsExactly(Reviews.item(9, "off-by-one"));
    }

    @Test
    void should_name_a_loop_that_runs_over_the_end_where_all_is_new() {
        String added = LOOP.replace("    boolean same", """
                void clear(int[] a) {
                    for (int i = 0; i <= a.length; i++) {
                        a[i] = 0;
                    }
                }

                boolean same\
            """);
        assertThat(Reviews.of(LOOP, added)).containsExactly(Reviews.item(13, "off-by-one"));
        assertThat(Reviews.of(LOOP, added.replace("<= a", "< a"))).isEmpty();
    }

    @Test
    void should_name_a_condition_that_says_the_opposite() {
        assertThat(Reviews.of(LOOP, LOOP.replace("&& isOpen", "&& !isOpen")))
                .containsExactly(Reviews.item(5, "negated-condition"));
        assertThat(Reviews.of(LOOP, LOOP.replace("values[i] > 0", "values[i] <= 0")))
                .containsExactly(Reviews.item(5, "negated-condition"));
    }

    @Test
    void should_name_objects_that_are_compared_by_identity() {
        assertThat(Reviews.of(LOOP, LOOP.replace("one.equals(other)", "one == other")))
                .containsExactly(Reviews.item(13, "reference-equality"));
    }

    @Test
    void should_say_nothing_of_other_changes_of_conditions() {
        assertThat(Reviews.of(LOOP, LOOP.replace("i < limit", "i < values.length")))
                .isEmpty();
        assertThat(Reviews.of(LOOP, LOOP.replace("one.equals(other)", "Objects.equals(one, other)")))
                .isEmpty();
        assertThat(Reviews.of(LOOP, LOOP.replace("isOpen", "isVisible"))).isEmpty();
    }
}
