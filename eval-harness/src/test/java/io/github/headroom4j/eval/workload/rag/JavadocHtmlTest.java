package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocHtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a {@code Map<String, {x}>} b | a Map&lt;String, {x}&gt; b
            see {@link Foo#bar(int, String)} | see Foo.bar(int, String)
            see {@link org.example.Foo#bar the <b>bar</b>} | see the <b>bar</b>
            see {@linkplain #go(org.example.Foo)} | see go(Foo)
            {@literal @}Test | @Test
            at most {@value #MAX} of | at most  of
            never closed {@code x | never closed x
            {@link Foo the {@code bar}} | the bar
            """)
    void should_show_what_inline_tags_stand_for(String comment, String html) {
        assertThat(JavadocHtml.of(comment)).isEqualTo(html);
    }

    @Test
    void should_drop_asterisks_and_block_tags_but_no_annotation_in_an_example() {
        assertThat(JavadocHtml.of(
                        "\n * Text.\r\n * <pre>{@code\n *   @Override\n * }</pre>\n *\n * @param x no\n * no\n"))
                .isEqualTo("\nText.\n<pre>\n  @Override\n</pre>\n\n");
    }

    @Test
    void should_show_snippets_as_code() {
        assertThat(JavadocHtml.of("So: {@snippet lang=java :\n  if (a < b) { c(); }\n}"))
                .isEqualTo("So: <pre>\n  if (a &lt; b) { c(); }\n</pre>");
    }
}
