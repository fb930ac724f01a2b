package io.github.headroom4j.compressor.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class PackedCodeTest {

    @Example
    void should_keep_one_blank_of_many() {
        assertThat(packed("f(      ) = 1")).isEqualTo("f( ) = 1");
    }

    @Example
    void should_keep_the_last_line_break_and_the_indentation_after_it() {
        assertThat(packed("a:   \n\n      \r\n    b")).isEqualTo("a:\n    b");
    }

    @Example
    void should_keep_the_indentation_that_a_text_begins_with() {
        assertThat(packed("    a\n    b")).isEqualTo("    a\n    b");
    }

    @Example
    void should_shorten_blanks_at_the_end() {
        assertThat(packed("a   ")).isEqualTo("a ");
        assertThat(packed("")).isEmpty();
    }

    @Example
    void should_end_what_is_before_blanks_where_it_ended() {
        PackedCode code = PackedCode.of("ab \n\n  c");
        assertThat(code.text()).isEqualTo("ab\n  c");
        assertThat(code.end(2)).isEqualTo(2);
        assertThat(code.start(5)).isEqualTo(7);
        assertThat(code.endBefore(5)).isEqualTo(2);
        assertThat(code.end(0)).isZero();
        assertThat(code.endBefore(0)).isZero();
    }

    @Property(tries = 300)
    void should_know_where_each_character_stood(
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') @Chars({' ', '\n', '\t'}) String code) {
        PackedCode packed = PackedCode.of(code);
        for (int i = 0; i < packed.text().length(); i++) {
            char c = packed.text().charAt(i);
            assertThat(code.charAt(packed.end(i + 1) - 1)).isEqualTo(c);
            assertThat(packed.start(i)).isEqualTo(c > ' ' ? packed.end(i + 1) - 1 : packed.end(i));
        }
        assertThat(packed.text().replaceAll("\\s", "")).isEqualTo(code.replaceAll("\\s", ""));
    }

    private static String packed(String code) {
        return PackedCode.of(code).text();
    }
}
