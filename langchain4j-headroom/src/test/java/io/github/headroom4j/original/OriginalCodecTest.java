package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
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
    void damaged_bytes_are_an_error_and_never_another_text() {
        byte[] plain = OriginalCodec.encode("short");
        byte[] deflated = OriginalCodec.encode("INFO request served\n".repeat(1000));
        byte[] longer = deflated.clone();
        longer[4]++;
        byte[] format = plain.clone();
        format[0] = 17;
        for (byte[] damaged : new byte[][] {
            {},
            {1, 2, 3},
            format,
            longer,
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
