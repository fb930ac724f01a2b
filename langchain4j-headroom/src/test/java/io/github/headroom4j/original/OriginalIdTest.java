package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class OriginalIdTest {

    @Example
    void is_the_sha256_of_the_utf8_bytes() {
        assertThat(OriginalId.of("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(OriginalId.of("abc").shortForm()).isEqualTo("ba7816bf8f01");
        assertThat(OriginalId.of("")).isNotEqualTo(OriginalId.of(" "));
    }

    @Example
    void a_lone_surrogate_does_not_share_the_id_of_the_text_that_its_bytes_spell() {
        // The UTF-16 bytes D8 80 are the UTF-8 bytes of U+0600; the question mark is what UTF-8 puts for a lone
        // surrogate.
        assertThat(OriginalId.of("\ud880"))
                .isNotEqualTo(OriginalId.of("\u0600"))
                .isNotEqualTo(OriginalId.of("?"));
    }

    @Example
    void lone_surrogates_are_told_apart() {
        assertThat(OriginalId.of("a\ud800")).isNotEqualTo(OriginalId.of("a\ud801"));
    }

    @Property(seed = "5101")
    void different_texts_have_different_ids(@ForAll String one, @ForAll String other) {
        assertThat(OriginalId.of(one).equals(OriginalId.of(other))).isEqualTo(one.equals(other));
    }

    @Example
    void anything_but_64_lower_case_digits_is_refused() {
        assertThatThrownBy(() -> new OriginalId("BA7816"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'BA7816'");
        assertThatThrownBy(() -> new OriginalId("g".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }
}
