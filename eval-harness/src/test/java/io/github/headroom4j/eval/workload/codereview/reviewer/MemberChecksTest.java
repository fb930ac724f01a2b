package io.github.headroom4j.eval.workload.codereview.reviewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberChecksTest {

    private static final String TEXT = """
        class Sample extends Base {
            private int width;
            private int height;
            private int depth;

            Sample(Sample other) {
                this.width = other.width;
                this.height = other.height;
                this.depth = other.depth;
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Sample that
                        && width == that.width
                        && height == that.height
                        && depth == that.depth;
            }

            @Override
            public int hashCode() {
                return Objects.hash(width, height, depth);
            }

            @Override
            public boolean accepts(Visitor visitor) {
                return visitor.visit(this);
            }
        }
        """;

    @Test
    void should_name_a_field_that_counts_in_one_of_the_two_only() {
        assertThat(Reviews.of(TEXT, TEXT.replace("                && height == that.height\n", "")))
                .containsExactly(Reviews.item(16, "equals-hash-code"));
        assertThat(Reviews.of(TEXT, TEXT.replace("hash(width, height, depth)", "hash(width, height)")))
                .containsExactly(Reviews.item(22, "equals-hash-code"));
        String both = TEXT.replace("hash(width, height, depth)", "hash(width, height)")
                .replace("\n                && depth == that.depth;", ";");
        assertThat(Reviews.of(TEXT, both)).isEmpty();
    }

    @Test
    void should_name_a_field_that_a_copy_forgets() {
        assertThat(Reviews.of(TEXT, TEXT.replace("        this.height = other.height;\n", "")))
                .containsExactly(Reviews.item(8, "forgotten-field"));
        String gone =
                TEXT.replace("        this.height = other.height;\n", "").replace("    private int height;\n", "");
        assertThat(Reviews.of(TEXT, gone)).noneMatch(item -> item.contains("forgotten"));
    }

    @Test
    void should_name_a_method_that_overrides_nothing_any_more() {
        String base = """
            abstract class Base {
                public boolean accepts(Visitor visitor) {
                    return false;
                }
            }
            """;
        String lost = TEXT.replace(
                "    @Override\n    public boolean accepts(Visitor visitor)",
                "    public boolean accepts(SampleVisitor visitor)");
        assertThat(Reviews.of(TEXT, lost, Map.of("org/example/Base.java", base)))
                .containsExactly(Reviews.item(25, "lost-override"));
    }
}
