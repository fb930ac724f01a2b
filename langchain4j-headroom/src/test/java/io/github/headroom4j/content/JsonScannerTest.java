package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[ ]",
                "{\"a\":1}",
                "[0,-1,2.5,1e9,1E-2,-0.0]",
                "[true,false,null]",
                "[\"\\\"]}\\u00e9\\n\"]",
                "[[[]],{\"a\":{}}]",
                "{\"a\":[],\"a\":[]}",
                "\t[\n1\r\n]"
            })
    void should_find_end_when_valid(String json) {
        String trimmed = json.strip();
        assertThat(end(trimmed)).isEqualTo(trimmed.length());
        assertThat(end(trimmed + " tail ]}")).isEqualTo(trimmed.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "\"a\"",
                "{",
                "[",
                "[1",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{\"a\":1,}",
                "[1 2]",
                "[}",
                "{]",
                "[01]",
                "[.5]",
                "[1.]",
                "[1e]",
                "[+1]",
                "[tru]",
                "[\"a\n\"]",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"a]",
                "{\"a\":1 \"b\":2}",
                "[NaN]",
                "{,}",
                "[:]",
                "{1:2}",
                "[\"\\",
                "[\"\\u1"
            })
    void should_find_none_when_invalid(String json) {
        assertThat(end(json)).isEqualTo(JsonScanner.NONE);
    }

    @Test
    void should_refuse_deeper_nesting_than_the_limit() {
        int deepest = JsonScanner.MAX_DEPTH;
        assertThat(end("[".repeat(deepest) + "]".repeat(deepest))).isEqualTo(2 * deepest);
        assertThat(end("[".repeat(deepest + 1) + "]".repeat(deepest + 1))).isEqualTo(JsonScanner.NONE);
        assertThat(end("[".repeat(1_000_000))).isEqualTo(JsonScanner.NONE);
    }

    private static int end(String json) {
        return new JsonScanner(json, ScanBudget.singlePass(json, () -> {})).endOfContainer(0);
    }
}
