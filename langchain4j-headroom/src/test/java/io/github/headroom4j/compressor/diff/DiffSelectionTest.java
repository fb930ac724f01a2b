package io.github.headroom4j.compressor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffSelectionTest {

    private static final String INDENTED_JAVA = """
            diff --git a/src/A.java b/src/A.java
            --- a/src/A.java
            +++ b/src/A.java
            @@ -1,6 +1,6 @@ class A {
             void a() {
            -  one();
            -  two();
            +    one();
            +    two();
             }
             // the end of a
             void b() {
            """;

    @Test
    void should_keep_changes_and_their_places_when_asked_for_a_commit() {
        assertThat(select(DiffSamples.commit(), "")).isEqualTo("""
                        [diff, context trimmed: "=== path | original's lines", "@@ new line"]
                        === text 6
                        commit 1f0c7e5d2b9a4c83e6f1a7d05b3c9e8f2a6d4b17
                        Author: Ada <ada@example.org>
                        Date:   Mon Mar 2 10:00:00 2026 +0000

                            Count refunds once

                        === src/main/java/shop/Ledger.java | 7-37
                        @@ 4
                        +import java.util.Set;
                        @@ 8 public final class Ledger {
                        -    private int refunds;
                        +    private final Set<String> refunds;
                        @@ 45 void refund(Order order) {
                        -        refunds++;
                        +        if (!refunds.add(id)) {
                        +            return;
                        +        }
                        @@ 52 private void send(long cents) {
                        -        bank.pay(cents);
                        +        bank.pay(cents, clock);
                        === src/test/java/shop/LedgerTest.java | new 38-46
                        @@ 1
                        +class LedgerTest {
                        +    // order-4711 was refunded twice
                        +}
                        === web/package-lock.json | lockfile +1 -1 … 13 lines (47-59)
                        === docs/Refunds.md => docs/refunds.md | 100% no-lines
                        """);
    }

    @Test
    void should_give_a_diff_with_right_headers_when_a_selection_is_decoded() {
        String shown = select(DiffSamples.commit(), "");

        assertThat(DiffCompressor.decode(shown).orElseThrow())
                .contains("@@ -3,0 +4 @@\n+import java.util.Set;\n@@ -7 +8 @@ public final class Ledger {\n")
                .contains("@@ -44 +45,3 @@ void refund(Order order) {\n-        refunds++;\n")
                .contains("--- /dev/null\n+++ b/src/test/java/shop/LedgerTest.java\n@@ -0,0 +1,3 @@\n");
    }

    @Test
    void should_shorten_headers_alone_when_repacking() {
        assertThat(read(DiffSamples.commit(), "").repack().orElseThrow())
                .contains("\n=== src/main/java/shop/Ledger.java | 8cf030d9..0338732f\n@@ 1\n package shop;\n")
                .contains(
                        "\n=== src/test/java/shop/LedgerTest.java | new 00000000..5d1c2b3a\n@@ 1\n+class LedgerTest {\n")
                .endsWith("\n=== docs/Refunds.md => docs/refunds.md | 100% no-lines\n");
    }

    @Test
    void should_keep_the_context_of_the_hunk_that_the_query_names() {
        assertThat(select(DiffSamples.commit(), "why is order.total() sent?"))
                .contains("         String id = order.id();\n-        refunds++;\n")
                .contains("         send(order.total());\n");
    }

    @Test
    void should_show_a_lockfile_when_the_query_names_it() {
        assertThat(select(DiffSamples.commit(), "which versions does package-lock.json pin?"))
                .contains("+      \"version\": \"1.3.0\",");
    }

    @Test
    void should_show_the_same_changes_when_the_budget_is_too_small_for_them() {
        String tight = read(DiffSamples.commit(), "")
                .select(TokenBudget.tokens(1))
                .orElseThrow()
                .markedWith(OriginalMarker.of(DiffSamples.commit()));

        assertThat(tight).contains("+import java.util.Set;\n", "-        refunds++;\n", "+class LedgerTest {\n");
    }

    @Test
    void should_fold_indentation_where_it_means_nothing_and_keep_it_where_it_does() {
        assertThat(select(INDENTED_JAVA, "")).contains("… 4 lines (6-9) white space only +2 -2\n");
        assertThat(select(INDENTED_JAVA.replace("A.java", "a.py"), "")).contains("+    one();\n");
        assertThat(select(INDENTED_JAVA.replace("A.java", "Makefile"), "")).contains("+    one();\n");
    }

    @Test
    void should_keep_a_change_of_blanks_between_quotes() {
        String quoted =
                INDENTED_JAVA.replace("+    one();", "+  one(\"a  b\");").replace("-  one();", "-  one(\"a b\");");

        assertThat(select(quoted, "")).contains("+  one(\"a  b\");\n");
    }

    @Test
    void should_honour_counts_when_changed_lines_look_like_headers() {
        assertThat(select(DiffSamples.plain(), ""))
                .contains("--- the old remark\n-drop table a;\n+++ counter;\n")
                .contains("=== text 1\nOnly in new: extra.sql\n");
    }

    @Test
    void should_fold_a_binary_patch_and_a_diffstat_and_keep_the_mail() {
        assertThat(select(DiffSamples.mail(), ""))
                .contains("Subject: [PATCH] Draw the icon\n")
                .contains("… 3 lines (6-8) diffstat\n")
                .contains("=== icon.png | new binary … 10 lines (11-20)\n")
                .contains("=== run.sh | mode:100644>100755 no-lines\n")
                .contains("-draw(1)\n+draw(2)\n=== text 3\n-- \n2.39.5\n");
    }

    @Test
    void should_keep_a_merge_with_counts_for_every_parent() {
        assertThat(select(DiffSamples.merge(), "")).contains("""
                        @@@ -9 -9 +9 @@@ final class Stems {
                        -     private static final int MIN = 2;
                         -    private static final int MIN = 4;
                        ++    private static final int MIN = 3;
                        """);
    }

    @Test
    void should_read_a_diff_that_was_cut_off() {
        String cut = DiffSamples.commit().substring(0, DiffSamples.commit().indexOf("    private void send"));

        assertThat(select(cut, "")).contains("-        refunds++;\n+        if (!refunds.add(id)) {\n");
        assertThat(read(cut, "").repack().flatMap(DiffCompressor::decode)).contains(cut);
    }

    @Test
    void should_keep_what_stands_below_a_hunk_whose_counts_are_too_small() {
        String wrong = DiffSamples.subversion().replace("-3,5 +3,5", "-3,3 +3,2");

        assertThat(select(wrong, "")).contains("-  i = 1;\n=== text 3\n+  i = 2;\n");
        assertThat(read(wrong, "").repack().flatMap(DiffCompressor::decode)).contains(wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vendor/lib/a.c",
                "web/node_modules/x/index.ts",
                "target/generated-sources/A.java",
                "api/order.pb.go",
                "web/app.min.js",
                "go.sum",
                "sub/Cargo.lock"
            })
    void should_fold_files_that_nobody_reads(String path) {
        String diff = INDENTED_JAVA.replace("src/A.java", path).replace("+    one();", "+  three();");

        assertThat(select(diff, "")).contains("=== " + path + " | ", " +2 -2 … 12 lines (1-12)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/vendors.c", "src/Generator.java", "docs/lock.md", "src/generated.c", "a.json"})
    void should_not_fold_files_whose_names_only_sound_so(String path) {
        String diff = INDENTED_JAVA.replace("src/A.java", path).replace("+    one();", "+  three();");

        assertThat(select(diff, "")).contains("+  three();\n");
    }

    @Test
    void should_decline_when_there_is_no_diff() {
        assertThat(new DiffCompressor().parse("@@ an e-mail @@\n--- \n+++ \n", context("")))
                .isEmpty();
    }

    private static String select(String diff, String query) {
        OriginalMarker marker = OriginalMarker.of(diff);
        return read(diff, query)
                .select(TokenBudget.asFarAsSafe())
                .orElseThrow()
                .markedWith(marker)
                .replace(marker.render(), "");
    }

    private static Selectable read(String diff, String query) {
        return new DiffCompressor().parse(diff, context(query)).orElseThrow();
    }

    private static CompressionContext context(String query) {
        return CompressionContext.of(TokenCounter.o200k()).withQuery(query);
    }
}
