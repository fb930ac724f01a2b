package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class OriginalCodecTest {

    @Property(seed = "5201")
    void every_text_comes_back_exactly(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int times) {
        String repeated = text.repeat(times);
        assertThat(OriginalCodec.decode(OriginalCodec.encode(repeated))).isEqualTo(repeated);
    }

    @Example
    void lone_surrogates_and_byte_order_marks_come_back_exactly() {
        for (String text : new String[] {"\ud800", "a\udc00b".repeat(300), "\ufeffabc", "\u0000", ""}) {
            assertThat(OriginalCodec.decode(OriginalCodec.encode(text))).isEqualTo(text);
        }
    }

    @Example
    void large_texts_are_deflated_and_small_ones_are_not() {
        assertThat(OriginalCodec.encode("INFO request served\n".repeat(1000))).hasSizeLessThan(500);
        assertThat(OriginalCodec.encode("short")).hasSize(5 + 5);
    }

    @Example
    void texts_of_several_parts_come_back_exactly_wherever_they_are_cut() {
        for (int before = TextParts.PART_CHARS - 2; before <= TextParts.PART_CHARS + 1; before++) {
            for (String middle : new String[] {"\ud83d\ude00", "\ud83d", "\ude00", "\ud83d\ud83d\ude00", "é"}) {
                String text = "a".repeat(before) + middle + "b".repeat(TextParts.PART_CHARS);
                assertThat(OriginalCodec.decode(OriginalCodec.encode(text))).isEqualTo(text);
            }
        }
    }

    @Example
    void what_cannot_be_deflated_is_kept_plain_whatever_its_length() {
        StringBuilder random = new StringBuilder();
        new Random(5402).ints(3L * TextParts.PART_CHARS, 0, 0x10000).forEach(unit -> random.append((char) unit));
        // Lone surrogates are among them, so these are the units.
        byte[] plain = OriginalCodec.units(random.toString());
        assertThat(OriginalCodec.encode(random.toString()))
                .hasSize(5 + plain.length)
                .endsWith(plain);
    }

    @Example
    void who_is_in_a_hurry_can_give_up_between_parts() {
        String text = "INFO request served\n".repeat(20_000);
        byte[] encoded = OriginalCodec.encode(text);
        for (int inTime = 0; inTime < text.length() / TextParts.PART_CHARS; inTime++) {
            int checks = inTime;
            assertThatThrownBy(() -> OriginalCodec.encode(text, new GivesUp(checks)))
                    .isInstanceOf(GaveUpException.class);
            assertThatThrownBy(() -> OriginalCodec.decode(encoded, new GivesUp(checks)))
                    .isInstanceOf(GaveUpException.class);
            assertThatThrownBy(() -> OriginalId.of(text, new GivesUp(checks))).isInstanceOf(GaveUpException.class);
        }
    }

    private static final class GaveUpException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Throws at the check after so many. */
    private static final class GivesUp implements Runnable {
        private int left;

        GivesUp(int checks) {
            left = checks;
        }

        @Override
        public void run() {
            if (left-- == 0) {
                throw new GaveUpException();
            }
        }
    }

    @Example
    void damaged_bytes_are_an_error_and_never_another_text() {
        byte[] plain = OriginalCodec.encode("short");
        byte[] deflated = OriginalCodec.encode("INFO request served\n".repeat(1000));
        byte[] longer = deflated.clone();
        longer[4]++;
        byte[] shorter = deflated.clone();
        shorter[4]--;
        byte[] negative = deflated.clone();
        negative[1] = -1;
        byte[] huge = deflated.clone();
        huge[1] = 127;
        byte[] format = plain.clone();
        format[0] = 17;
        for (byte[] damaged : new byte[][] {
            {},
            {1, 2, 3},
            format,
            longer,
            shorter,
            negative,
            huge,
            Arrays.copyOf(plain, plain.length - 1),
            Arrays.copyOf(deflated, deflated.length - 9),
            {1, 0, 0, 0, 9, 7, 7, 7, 7}
        }) {
            assertThatThrownBy(() -> OriginalCodec.decode(damaged))
                    .isInstanceOf(OriginalStoreException.class)
                    .hasMessageContaining("damaged");
        }
    }
}
