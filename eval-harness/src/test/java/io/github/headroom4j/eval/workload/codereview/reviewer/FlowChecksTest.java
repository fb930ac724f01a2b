package io.github.headroom4j.eval.workload.codereview.reviewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowChecksTest {

    private static final String TEXT = """
        class Sample {
            long area(int width, int height) {
                return (long) width * height;
            }

            void read(Path path) {
                try {
                    open(path);
                } catch (IOException e) {
                    log.warn("not read", e);
                }
            }

            String name(int code) {
                String name;
                switch (code) {
                    case 1:
                        name = "one";
                        break;
                    case 2:
                        name = "two";
                        break;
                    default:
                        name = "many";
                }
                return name;
            }
        }
        """;

    @Test
    void should_name_an_exception_that_nobody_handles() {
        assertThat(Reviews.of(TEXT, TEXT.replace("            log.warn(\"not read\", e);\n", "")))
                .containsExactly(Reviews.item(9, "swallowed-exception"));
        assertThat(Reviews.of(TEXT, TEXT.replace("log.warn(\"not read\", e)", "throw new UncheckedIOException(e)")))
                .isEmpty();
    }

    @Test
    void should_name_a_case_that_falls_through() {
        assertThat(Reviews.of(TEXT, TEXT.replace("name = \"one\";\n                break;\n", "name = \"one\";\n")))
                .containsExactly(Reviews.item(19, "switch-fall-through"));
        assertThat(Reviews.of(TEXT, TEXT.replace("name = \"one\";\n                break;", "return \"one\";")))
                .isEmpty();
    }

    @Test
    void should_believe_a_compiler_that_warns_of_falling_through() {
        String before = TEXT.replace("case 2:", "/* the other one */ case 2:");
        String after = before.replace("name = \"one\";\n                break;\n", "name = \"one\";\n");
        String warning = Reviews.PATH + ":19: warning: [fallthrough] possible fall-through into case\n1 warning\n";

        assertThat(Reviews.ofBuilt(before, after, warning)).containsExactly(Reviews.item(19, "switch-fall-through"));
        assertThat(Reviews.ofBuilt(before, after, warning.replace(":19:", ":30:")))
                .isEmpty();
        assertThat(Reviews.ofBuilt(before, after, warning.replace("fallthrough", "rawtypes")))
                .isEmpty();
    }

    @Test
    void should_name_a_product_that_is_widened_too_late() {
        assertThat(Reviews.of(TEXT, TEXT.replace("(long) width * height", "width * height")))
                .containsExactly(Reviews.item(3, "integer-overflow"));
        assertThat(Reviews.of(TEXT, TEXT.replace("(long) width * height", "(long) (width * height)")))
                .containsExactly(Reviews.item(3, "integer-overflow"));
        assertThat(Reviews.of(TEXT, TEXT.replace("(long) width * height", "(long) width * this.height")))
                .isEmpty();
    }
}
