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
    void errors_of_one_kind_are_shown_once_and_listed_by_place_and_what_they_name() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 500; i++) {
            text.append("src/f").append(i % 7).append(".c:").append(i).append(":5: error: unknown type 't");
            text.append(i % 3).append("'\n   12 |   t x;\n      |   ^\n");
        }
        text.append("500 errors generated.\n");
        assertThat(BuildData.select(text.toString(), TokenBudget.tokens(1)))
                .contains("src/f1.c:1:5: error: unknown type 't1'\n   12 |   t x;\n      |   ^\n… 499 more like it:\n")
                .containsPattern("\nsrc/f3\\.c:3,24,[0-9,]*,486 t0; [0-9,]* t1; [0-9,]* t2\n")
                .containsPattern("\nf1\\.c:[0-9,]* t2; ")
                .contains("\n500 errors generated.\n");
    }

    @Test
    void errors_beyond_the_bound_are_counted_with_their_places() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 1500; i++) {
            text.append("src/f").append(i % 7).append(".c:").append(i).append(":5: error: unknown type 't'\n");
        }
        assertThat(BuildData.select(text.toString(), TokenBudget.tokens(1)))
                .contains("src/f1.c:1:5: error: unknown type 't'")
                .contains("… 1000 more like it:")
                .contains("… 497 errors not shown: ")
                .containsPattern("src/f3\\.c:[0-9,]*\\b1389\\b");
    }

    @Test
    void the_labels_below_an_error_are_part_of_what_it_names() {
        String text = """
                src/main/java/shop/Cart.java:12: error: cannot find symbol
                    Rate rate = null;
                    ^
                  symbol:   class Rate
                  location: class Cart
                src/main/java/shop/Cart.java:19: error: cannot find symbol
                    return rates.of(this);
                           ^
                  symbol:   variable rates
                  location: class Cart
                src/main/java/shop/Order.java:7: error: cannot find symbol
                    Rate rate = null;
                    ^
                  symbol:   class Rate
                  location: class Order
                src/main/java/shop/Order.java:9: error: ';' expected
                    int i = 1
                             ^
                4 errors
                """;
        assertThat(BuildData.select(text, TokenBudget.tokens(1))).startsWith("""
                src/main/java/shop/Cart.java:12: error: cannot find symbol
                    Rate rate = null;
                    ^
                  symbol:   class Rate
                  location: class Cart
                … 2 more like it:
                Cart.java:19 variable rates, class Cart
                src/main/java/shop/Order.java:7 class Rate, class Order
                … 10 lines (6-15)
                src/main/java/shop/Order.java:9: error: ';' expected
                    int i = 1
                             ^
                4 errors
                """);
    }

    @Test
    void two_files_of_one_name_are_told_by_their_paths() {
        String text = """
                a/util.c:3:1: error: unknown type name 'u8'
                b/util.c:4:1: error: unknown type name 'u8'
                a/util.c:9:1: error: unknown type name 'u16'
                make: *** [all] Error 1
                """;
        assertThat(BuildData.select(text, TokenBudget.tokens(1)))
                .contains("\nb/util.c:4 u8\n")
                .contains("\na/util.c:9 u16\n");
    }

    @Test
    void rules_keep_errors_apart_and_places_on_a_line_below_are_read() {
        String text = """
                error[E0425]: cannot find value `a` in this scope
                 --> src/lib.rs:3:5
                  |
                3 |     a
                  |     ^ not found in this scope

                error[E0425]: cannot find value `b` in this scope
                 --> src/lib.rs:7:5
                  |
                7 |     b
                  |     ^ not found in this scope

                error[E0433]: failed to resolve: use of undeclared type `Cart`
                 --> src/lib.rs:9:5
                  |
                9 |     Cart::new();
                  |     ^^^^ use of undeclared type `Cart`

                error: could not compile `shop` (lib) due to 3 previous errors
                """;
        assertThat(BuildData.select(text, TokenBudget.tokens(1)))
                .contains("… 1 more like it: lib.rs:7 b\n")
                .contains("error[E0433]: failed to resolve: use of undeclared type `Cart`\n --> src/lib.rs:9:5");
    }

    @Test
    void eslint_errors_are_told_with_the_file_in_their_heading() {
        String text = """
                /srv/shop/src/cart.js
                   3:7   error  'rate' is assigned a value but never used  no-unused-vars
                  14:1   error  Unexpected console statement               no-console

                /srv/shop/src/order.js
                   5:7   error  'total' is assigned a value but never used  no-unused-vars
                  21:3   error  Unexpected console statement                no-console

                ✖ 4 problems (4 errors, 0 warnings)
                """;
        assertThat(BuildData.select(text, TokenBudget.tokens(1)))
                .contains("3:7   error  'rate' is assigned a value but never used")
                .contains("… 1 more like it: /srv/shop/src/order.js:5 total\n")
                .contains("… 1 more like it: order.js:21\n")
                .contains("✖ 4 problems");
    }

    @Test
    void what_maven_prints_below_an_error_explains_it_and_advice_is_folded() {
        String text = """
                [ERROR] COMPILATION ERROR :
                [ERROR] /srv/shop/src/Cart.java:[7,20] cannot find symbol
                  symbol:   method rate()
                  location: class Cart
                [INFO] BUILD FAILURE
                [ERROR] Failed to execute goal compile on project shop: Compilation failure
                [ERROR] /srv/shop/src/Cart.java:[7,20] cannot find symbol
                [ERROR]   symbol:   method rate()
                [ERROR]   location: class Cart
                [ERROR] -> [Help 1]
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                [ERROR] For more information about the errors and possible solutions, please read the following articles:
                [ERROR] [Help 1] http://cwiki.example.org/MojoFailureException
                """;
        assertThat(BuildData.select(text, TokenBudget.tokens(1))).startsWith("""
                [ERROR] COMPILATION ERROR :
                [ERROR] /srv/shop/src/Cart.java:[7,20] cannot find symbol
                  symbol:   method rate()
                  location: class Cart
                [INFO] BUILD FAILURE
                [ERROR] Failed to execute goal compile on project shop: Compilation failure
                … 7 lines (7-13): 4 hints, 1 repeated
                """);
    }

    @Test
    void an_indented_explanation_behind_a_blank_line_belongs_to_its_error() {
        String text = "Collecting flask\n".repeat(9) + """
                ERROR: Cannot install flask==3.0.0 and werkzeug==2.0.0 because of conflicting dependencies.

                The conflict is caused by:
                    The user requested werkzeug==2.0.0
                    flask 3.0.0 depends on Werkzeug>=3.0.0

                To fix this you could try to:
                1. loosen the range of package versions you've specified
                2. remove package versions to allow pip attempt to solve the dependency conflict
                """;
        assertThat(BuildData.select(text, TokenBudget.tokens(1)))
                .contains(
                        "The conflict is caused by:\n    The user requested werkzeug==2.0.0\n    flask 3.0.0 depends");
    }

    @Test
    void pythons_marks_below_a_statement_do_not_make_every_call_a_failure_of_its_own() {
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            calls.append("  File \"/srv/lib/python3.11/site-packages/click/core.py\", line ")
                    .append(100 + i);
            calls.append(", in step").append(i).append("\n    return run(ctx)\n           ^^^^^^^^\n");
        }
        String text = "Traceback (most recent call last):\n" + calls
                + "  File \"/srv/shop/app.py\", line 7, in total\n    raise ValueError(1)\nValueError: 1\n";
        assertThat(BuildData.select(text, TokenBudget.tokens(1)))
                .contains("File \"/srv/shop/app.py\", line 7, in total\n    raise ValueError(1)\nValueError: 1")
                .doesNotContain("in step5");
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
