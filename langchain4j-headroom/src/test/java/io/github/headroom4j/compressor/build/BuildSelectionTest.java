package io.github.headroom4j.compressor.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BuildSelectionTest {

    @Test
    void maven_shows_the_failing_test_its_cause_and_the_verdict() {
        String shown = BuildData.select(BuildSamples.maven(), TokenBudget.tokens(1));
        assertThat(shown)
                .contains("org.example.shop.CartTest.discount -- Time elapsed: 0.01 s <<< FAILURE!")
                .contains("org.opentest4j.AssertionFailedError: expected: <90> but was: <100>")
                .contains("\tat org.example.shop.CartTest.discount(CartTest.java:31)")
                .contains("Caused by: java.lang.ArithmeticException: / by zero")
                .contains("\tat org.example.shop.Rate.of(Rate.java:12)")
                .contains("[ERROR] Tests run: 80, Failures: 1, Errors: 0, Skipped: 0")
                .contains("[INFO] BUILD FAILURE")
                .contains("120 downloads")
                .contains("12 passed")
                .doesNotContain("Method.invoke")
                .doesNotContain("Part7Test");
    }

    @Test
    void pytest_shows_name_statement_comparison_and_place_without_colours() {
        String shown = BuildData.select(BuildSamples.pytest(), TokenBudget.tokens(1));
        assertThat(shown)
                .contains("__________________ test_discount __________________")
                .contains(">       assert cart.total() == 90")
                .contains("E       assert 100 == 90")
                .contains("tests/test_cart.py:17: AssertionError")
                .contains("FAILED tests/test_cart.py::test_discount - assert 100 == 90")
                .contains("=========== 1 failed, 40 passed in 0.31s ============")
                .contains("40 passed")
                .doesNotContain("\u001b")
                .doesNotContain("cart.add");
    }

    @Test
    void a_flood_of_warnings_is_counted_and_does_not_hide_the_error() {
        String shown = BuildData.select(BuildSamples.actions(), TokenBudget.tokens(1));
        assertThat(shown)
                .contains("\ncart.c:31:12: error: 'rat' undeclared")
                .contains("   31 |     return rat * 2;")
                .contains("make: *** [Makefile:7: cart.o] Error 1")
                .contains("##[error]Process completed with exit code 2.")
                .contains("30 progress, 30 warnings")
                .doesNotContain("2026-01-31T")
                .doesNotContain("gets");
    }

    @Test
    void a_report_shows_the_failing_case_with_its_message_and_counts_the_others() {
        String shown = BuildData.select(BuildSamples.junit(), TokenBudget.tokens(1));
        assertThat(shown)
                .contains("tests=\"31\" failures=\"1\"")
                .contains("name=\"discount\"")
                .contains("<failure message=\"expected: <90>")
                .contains("but was: <100>")
                .contains("\tat org.example.CartTest.discount(CartTest.java:31)")
                .contains("30 passed")
                .doesNotContain("item7");
    }

    @Test
    void overwritten_progress_is_folded_and_every_error_of_npm_stays() {
        String shown = BuildData.select(BuildSamples.npm(), TokenBudget.tokens(1));
        assertThat(shown)
                .contains("npm error ERESOLVE unable to resolve dependency tree")
                .contains("npm error peer react@\"^16.8.0\" from shop-ui@3.1.0")
                .contains("20 warnings")
                .doesNotContain("42% idealTree")
                .doesNotContain("\r");
    }

    @Test
    void what_the_query_names_is_shown() {
        CompressionContext context =
                CompressionContext.of(BuildData.COUNTER).withQuery("did org.example.shop.Part7Test run?");
        String text = BuildSamples.maven();
        assertThat(new BuildOutputCompressor()
                        .parse(text, context)
                        .orElseThrow()
                        .select(TokenBudget.tokens(1))
                        .orElseThrow()
                        .markedWith(OriginalMarker.of(text)))
                .contains("[INFO] Running org.example.shop.Part7Test");
    }

    @Test
    void errors_beyond_the_bound_are_counted_with_their_places() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 500; i++) {
            text.append("src/f").append(i % 7).append(".c:").append(i).append(":5: error: unknown type 't");
            text.append(i).append("'\n");
        }
        assertThat(BuildData.select(text.toString(), TokenBudget.tokens(1)))
                .contains("src/f1.c:1:5: error: unknown type 't1'")
                .contains("… 298 errors not shown: ")
                .containsPattern("src/f3\\.c:[0-9,]*\\b500\\b");
    }

    @Test
    void a_repeated_error_is_shown_once() {
        String text = "[ERROR] /a/Shop.java:[7,17] cannot find symbol\n[INFO] 1 error\n".repeat(40);
        assertThat(BuildData.select(text, TokenBudget.asFarAsSafe()))
                .containsOnlyOnce("Shop.java:[7,17]")
                .contains("repeated");
    }

    @Property(tries = 60, seed = "5201")
    void every_failing_test_is_visible_whatever_the_budget(
            @ForAll @IntRange(max = 60) int failing,
            @ForAll @IntRange(max = 200) int passing,
            @ForAll @IntRange(min = 1, max = 500) int budget) {
        StringBuilder text = new StringBuilder("test session starts\n");
        for (int i = 0; i < Math.max(failing, passing); i++) {
            text.append(i < passing ? "tests/test_a.py::test_good_" + i + " PASSED [ 1%]\n" : "");
            text.append(i < failing ? "tests/test_a.py::test_bad_" + i + " FAILED [ 1%]\n" : "");
        }
        String shown = BuildData.select(text.toString(), TokenBudget.tokens(budget));
        for (int i = 0; i < failing; i++) {
            assertThat(shown).contains("test_bad_" + i + " FAILED");
        }
    }
}
