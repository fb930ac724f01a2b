package io.github.headroom4j.eval.workload.codereview.reviewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueChecksTest {

    private static final String TEXT = """
        class Sample {
            static final int CAPACITY = 16;

            int length(String text) {
                if (text == null) {
                    return 0;
                }
                return text.length();
            }

            int code(String name) {
                return name.isEmpty() ? 404 : 200;
            }

            void copy(int source, int target) {
                move(source, target);
            }
        }
        """;

    @Test
    void should_name_a_missing_check_where_a_caller_passes_null() {
        String without = TEXT.replace("        if (text == null) {\n            return 0;\n        }\n", "");
        String caller = "class Caller {\n    int none() {\n        return new Sample().length(null);\n    }\n}\n";
        assertThat(Reviews.of(TEXT, without, Map.of("org/example/Caller.java", caller)))
                .containsExactly(Reviews.item(5, "missing-null-check"));
        assertThat(Reviews.of(TEXT, without)).isEmpty();
    }

    @Test
    void should_name_a_constant_on_which_others_rely() {
        String user = "class User {\n    int[] slots = new int[Sample.CAPACITY];\n    int mask = 0xF;\n}\n";
        String changed = TEXT.replace("CAPACITY = 16", "CAPACITY = 17");
        assertThat(Reviews.of(TEXT, changed, Map.of("org/example/User.java", user)))
                .containsExactly(Reviews.item(2, "constant-mismatch"));
        assertThat(Reviews.of(TEXT, changed)).isEmpty();
    }

    @Test
    void should_name_what_a_test_pins() {
        String test =
                "class SampleTest {\n    void codes() {\n        assertEquals(404, sample.code(\"\"));\n    }\n}\n";
        String changed = TEXT.replace("404", "400");
        assertThat(Reviews.of(TEXT, changed, Map.of("src/test/java/org/example/SampleTest.java", test)))
                .containsExactly(Reviews.item(12, "broken-contract"));
        assertThat(Reviews.of(TEXT, changed)).isEmpty();
    }

    @Test
    void should_name_arguments_in_the_wrong_order() {
        String mover = "class Mover {\n    static void move(int source, int target) {\n    }\n}\n";
        Map<String, String> others = Map.of("org/example/Mover.java", mover);
        assertThat(Reviews.of(TEXT, TEXT.replace("move(source, target);", "move(target, source);"), others))
                .containsExactly(Reviews.item(16, "swapped-arguments"));
        assertThat(Reviews.of(TEXT, TEXT.replace("move(source, target);", "move(source + 0, target);"), others))
                .isEmpty();
    }
}
