package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    void is_that_of_all_bytes_of_a_long_text_wherever_its_parts_are_cut() throws NoSuchAlgorithmException {
        for (int before = TextParts.PART_CHARS - 2; before <= TextParts.PART_CHARS; before++) {
            String text = "a".repeat(before) + "\ud83d\ude00é".repeat(TextParts.PART_CHARS);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            assertThat(OriginalId.of(text).sha256()).isEqualTo(HexFormat.of().formatHex(hash));
        }
    }

    @Example
    void of_a_long_text_with_a_lone_surrogate_is_that_of_a_byte_that_no_text_has_and_its_units()
            throws NoSuchAlgorithmException {
        String text = "aé".repeat(TextParts.PART_CHARS) + "\ud83d";
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 0xFF);
        digest.update(text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_16BE));
        digest.update(new byte[] {(byte) 0xD8, 0x3D});
        assertThat(OriginalId.of(text).sha256()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
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
