package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocRemovalTest {

    @Test
    void should_drop_lines_that_hold_only_javadoc_when_a_member_follows() {
        ShownFile file = ShownFile.of("A.java", """
                class A {
                    /**
                     * Counts things.
                     */
                    @Deprecated
                    int count() { return 1; }
                }
                """);

        assertThat(file.text()).isEqualTo("""
                        class A {
                            @Deprecated
                            int count() { return 1; }
                        }
                        """);
        assertThat(file.javadocBefore(2, 5)).contains("Counts things.");
        assertThat(file.javadocBefore(3, 5)).isNull();
    }

    @Test
    void should_keep_the_code_of_a_line_when_javadoc_stands_beside_it() {
        assertThat(shown("class A { /** One. */ int a; int b; /** Two. */ }")).isEqualTo("class A {  int a; int b;  }");
    }

    @Test
    void should_keep_other_comments_and_literals_when_they_look_like_javadoc() {
        String source = """
                /* licence */
                class A {
                    // not /** javadoc */
                    /**/
                    String a = "/** text */";
                    char q = '"'; char e = '\\''; String b = "\\"/** text */";
                    String c = \"""
                        /** text \\\""" */
                        \""";
                }
                """;

        assertThat(shown(source)).isEqualTo(source);
    }

    @Test
    void should_attach_the_nearest_javadoc_when_several_stand_before_a_member() {
        ShownFile file = ShownFile.of("A.java", "/** Far. */\n/** Near. */\n// note\nclass A {}\n");

        assertThat(file.text()).isEqualTo("// note\nclass A {}\n");
        assertThat(file.javadocBefore(2, 1)).isEqualTo(" Near. ");
    }

    @Test
    void should_end_with_the_source_when_a_comment_or_literal_is_not_closed() {
        assertThat(shown("class A { /** open")).isEqualTo("class A { ");
        assertThat(shown("class A { /* open")).isEqualTo("class A { /* open");
        assertThat(shown("String s = \"open")).isEqualTo("String s = \"open");
        assertThat(shown("a /**")).isEqualTo("a ");
        assertThat(shown("// end")).isEqualTo("// end");
    }

    @Test
    void should_count_lines_alike_when_they_end_in_carriage_return_and_line_feed() {
        ShownFile file = ShownFile.of("A.java", "class A {\r\n  /** Does. */\r\n  void a() {}\r\n}\r\n");

        assertThat(file.lines()).containsExactly("class A {", "  void a() {}", "}");
        assertThat(file.javadocBefore(2, 3)).isEqualTo(" Does. ");
    }

    private static String shown(String source) {
        return ShownFile.of("A.java", source).text();
    }
}
