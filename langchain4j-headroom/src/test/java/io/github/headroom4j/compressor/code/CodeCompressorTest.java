package io.github.headroom4j.compressor.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

class CodeCompressorTest extends CompressorContract {

    private static final String MANY = """
            class Pump {
                enum State {
                    OFF,
                    IDLE,
                    RUNNING,
                    BROKEN,
                    LOST;

                    boolean closesValve() {
                        return this == OFF || this == LOST;
                    }
                }

                private int pressure;
                private int rate;

                /** Starts it. */
                void start() {
                    pressure = rate * 2;
                    rate++;
                }

                void stop() {
                    rate = 0;
                    state = State.IDLE;
                    motor.standStill(rate, state);
                    motor.coolDownUntilItIsSafe(temperature);
                    log.info("stopped after {} turns", motor.turns());
                }

                static class Gauge {
                    int read(int from, int to) {
                        int sum = from + to;
                        return sum / 2;
                    }
                }


                void closeValve() {
                    valve.close();
                    pressure = 0;
                }
            }
            """;

    static final String JAVA = """
            /*
             * Copyright the authors.
             * Licensed under a licence of many lines
             * of which nobody reads the second.
             */
            package demo;

            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import java.util.Set;
            import java.util.function.Function;

            /**
             * Counts words. It is case-sensitive, and it counts what stands between spaces,
             * tabs and line breaks.
             *
             * @since 1.0
             */
            public final class WordCounter {

                private final Map<String, Integer> counts = Map.of("}{", 1);

                /**
                 * Counts the words of a text. A word is what stands between spaces, so that "don't" is one.
                 *
                 * @param text any text with { or } in it
                 * @return how many
                 */
                public int countWords(String text) {
                    int words = 0;
                    for (String word : text.split(" ")) {
                        words += word.isBlank() ? 0 : 1;
                        // an unbalanced { in a comment
                    }
                    return words;
                }

                /** Forgets everything that was counted until now. */
                public void reset() {
                    char brace = '{';
                    String block = "\\"{";
                    counts.clear();
                    System.out.println(block + brace + "{{{" + counts.size() + " entries");
                }

                record Pair(String word, int count) {
                    String shown() {
                        String shown = word + " stands " + count + " times in the text that was counted last";
                        return shown.strip();
                    }
                }
            }
            """;

    static final String PYTHON = """
            import os
            import re
            import sys
            import json
            from typing import List


            class WordCounter:
                \"""Counts words.\"""

                def count_words(self, text: str) -> int:
                    \"""Counts the words of a text.\"""
                    words = 0
                    for word in text.split(" "):
                        if word.strip():
                            words += 1
                    return words

                def reset(self):
                    self.counts = {}
                    self.total_number_of_words_that_were_counted = 0
                    self.log("forgot everything that was counted until now")
            """;

    static final String GO = """
            package demo

            type Counter struct {
            	counts map[string]int
            }

            // Count counts the words of a text.
            func (c *Counter) Count(text string) int {
            	words := 0
            	for _, word := range strings.Split(text, " ") {
            		if strings.TrimSpace(word) != "" { words++ }
            	}
            	c.counts[`raw { string`] = words
            	return words
            }
            """;

    @Override
    protected Compressor compressor() {
        return new CodeCompressor();
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(JAVA, PYTHON, GO);
    }

    @Example
    void should_fold_everything_but_declarations_without_a_query() {
        assertThat(outline(JAVA, "")).isEqualTo("""
                        /* … 5 lines (1-5) */
                        package demo;

                        // … 5 lines (8-12) of imports

                        /** Counts words. … 4 lines (15-18) */
                        public final class WordCounter {

                            private final Map<String, Integer> counts = Map.of("}{", 1);

                            /** Counts the words of a text. */
                            public int countWords(String text) { /* … 12 lines (25-36) */ }

                            /** Forgets everything that was counted until now. */
                            public void reset() { /* … 4 lines (41-44) */ }

                            record Pair(String word, int count) {
                                String shown() { /* … 2 lines (49-50) */ }
                            }
                        }
                        """);
    }

    @Example
    void should_keep_the_body_that_the_query_is_about() {
        assertThat(outline(JAVA, "forget what was counted"))
                .contains("counts.clear();")
                .contains("countWords(String text) { /* … 12 lines (25-36) */ }");
    }

    @Example
    void should_name_members_that_are_far_from_the_query_in_one_note() {
        assertThat(outline(MANY, "which method closes the valve?"))
                .contains("): start, stop, Gauge */")
                .contains("valve.close();")
                .as("used by what is shown")
                .contains("private int pressure;");
    }

    @Example
    void should_show_all_members_where_the_query_points_at_a_place() {
        assertThat(outline(MANY, "which method closes the valve? NullPointerException at Pump.java:20"))
                .contains("OFF,")
                .contains("void stop() { /* … 5 lines (24-28) */ }");
    }

    @Example
    void should_fold_python_by_indentation() {
        assertThat(outline(PYTHON, "")).isEqualTo("""
                        # … 5 lines (1-5) of imports


                        class WordCounter:
                            \"""Counts words.\"""

                            def count_words(self, text: str) -> int:
                                \"""Counts the words of a text.\"""
                                ...  # … 5 lines (13-17)

                            def reset(self):
                                ...  # … 3 lines (20-22)
                        """);
    }

    @Example
    void should_keep_the_fields_of_a_struct() {
        assertThat(outline(GO, ""))
                .contains("type Counter struct {\n\tcounts map[string]int\n}")
                .contains("func (c *Counter) Count(text string) int { /* … 6 lines (9-14) */ }");
    }

    @Example
    void should_leave_a_script_without_blocks_alone() {
        assertThat(new CodeCompressor().parse("SELECT 1;\nSELECT 2;\n", CompressionContext.of(TokenCounter.o200k())))
                .isEmpty();
    }

    private static String outline(String code, String query) {
        CompressionContext context = CompressionContext.of(TokenCounter.o200k()).withQuery(query);
        Optional<Selection> selection =
                new CodeCompressor().parse(code, context).flatMap(content -> content.select(TokenBudget.asFarAsSafe()));
        OriginalMarker marker = OriginalMarker.of(code);
        return selection.orElseThrow().markedWith(marker).replace(marker.render(), "");
    }

    @Example
    void json_that_was_cut_off_is_declined_since_its_braces_hold_all_it_says() {
        List<String> cut = List.of(
                "{\n  \"items\": [\n    {\n      \"id\": 1,\n      \"name\": \"ada\"\n    },\n    {\n      \"id\"",
                "[\n  {\n    \"id\": 1\n  },\n  {\n    \"id\": 2",
                "[[1, 2, {\n  \"a\": 3",
                " \n[\"a\", {\n");
        CompressionContext context = CompressionContext.of(TokenCounter.o200k());
        assertThat(cut)
                .allSatisfy(text ->
                        assertThat(new CodeCompressor().parse(text, context)).isEmpty());
    }

    @Example
    void attributes_and_blocks_at_the_start_are_still_code() {
        String body = """
                 class A {
                    int a() {
                        int longEnough = 1;
                        longEnough += other(longEnough, 2);
                        return longEnough * other(longEnough, 3);
                    }
                }
                """;
        CompressionContext context = CompressionContext.of(TokenCounter.o200k());
        assertThat(List.of("[Serializable]" + body, "[[nodiscard]]" + body))
                .allSatisfy(text ->
                        assertThat(new CodeCompressor().parse(text, context)).isPresent());
    }

    @Example
    void a_comment_behind_code_is_no_part_of_the_comment_above() {
        String python = """
                # Imported here, or threads that look up a host
                # deadlock while another one imports
                import encodings.idna  # noqa: F401
                import one_module_with_a_long_name
                import another_module_with_a_long_name
                import yet_another_module_with_a_long_name

                def f(a):
                    return a
                """;
        assertThat(outline(python, "")).contains("# … 4 lines (3-6) of imports");
    }

    @Example
    void documentation_may_stand_apart_and_its_empty_lines_go() {
        String script = """
                'use strict'

                /**
                 * Count the parameters.
                 *
                 * @param {string} body what was sent, as it was
                 * @api private
                 */

                function parameterCount (body, limit) {
                  var count = 0
                  while (count < limit && body.indexOf('&') > 0) count++
                  return count
                }
                """;
        assertThat(outline(script, ""))
                .contains("/** Count the parameters. */\n\nfunction parameterCount (body, limit) { /*");
        String go = script.substring(script.indexOf("function"))
                .replace("function", "// Counts them\n// all.\n//\n// Not more than\n// a limit.\nfunc");
        assertThat(outline(go, "")).startsWith("// Counts them\n// all.\nfunc parameterCount");
    }
}
