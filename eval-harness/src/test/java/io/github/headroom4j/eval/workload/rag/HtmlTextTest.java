package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void should_put_each_paragraph_on_one_line() {
        assertThat(HtmlText.of("One\n  two.<p>Three <em>four</em>&nbsp;<a href='x'>five</a>.<br>Six</p>"))
                .isEqualTo("One two.\n\nThree four five.\n\nSix");
    }

    @Test
    void should_mark_items_and_indent_what_is_nested() {
        assertThat(HtmlText.of("Stem:<ul><li>a<ol><li>b<li>c</ol><li><p>d</p><p>more of d</p></ul>After"))
                .isEqualTo("Stem:\n\n- a\n  1. b\n  2. c\n- d\n  more of d\n\nAfter");
    }

    @Test
    void should_indent_what_a_list_defines() {
        assertThat(HtmlText.of("<dl><dt>windowSize<dd>how far back<dt>maxOffset</dl>"))
                .isEqualTo("- windowSize\n  how far back\n- maxOffset");
    }

    @Test
    void should_keep_headings_and_code_apart() {
        assertThat(HtmlText.of("<h3>Use</h3>So:<pre>\n \n    int i;\n      j();</pre><h1>Top</h1>"))
                .isEqualTo("### Use\n\nSo:\n\n```\nint i;\n  j();\n```\n\n## Top");
    }

    @Test
    void should_draw_tables_with_a_line_below_their_first_row() {
        assertThat(HtmlText.of(
                        "<table><caption>Sizes</caption><tr><th>k</th><th>v</th></tr><tr><td>a|b</td><td><p>1</p></td></tr>"
                                + "</table>"))
                .isEqualTo("Sizes\n\n| k | v |\n|---|---|\n| a\\|b | 1 |");
    }

    @Test
    void should_keep_powers_and_indices_readable() {
        assertThat(HtmlText.of("2<sup>31</sup> and x<sub>i</sub>")).isEqualTo("2^31 and x_i");
    }

    @Test
    void should_be_empty_when_there_is_nothing_to_read() {
        assertThat(HtmlText.of("<p> </p><script>x()</script><pre> </pre>")).isEmpty();
    }
}
