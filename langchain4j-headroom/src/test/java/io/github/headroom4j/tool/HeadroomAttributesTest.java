package io.github.headroom4j.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.original.OriginalId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadroomAttributesTest {

    private static final OriginalId ONE = OriginalId.of("one");

    private static final OriginalId OTHER = OriginalId.of("other");

    @Test
    void should_name_the_originals_in_their_order() {
        assertThat(HeadroomAttributes.originals(Map.of(HeadroomAttributes.ORIGINAL, ONE + "," + OTHER)))
                .containsExactly(ONE, OTHER);
    }

    @Test
    void should_name_none_when_there_is_no_list() {
        assertThat(HeadroomAttributes.originals(Map.of())).isEmpty();
        assertThat(HeadroomAttributes.originals(Map.of(HeadroomAttributes.ORIGINAL, 17)))
                .isEmpty();
    }

    @Test
    void should_leave_out_what_is_no_id() {
        String upper = ONE.sha256().replace('a', 'A');
        String list = ",," + ONE.shortForm() + "," + ONE + "0," + upper + ",\u0000," + OTHER + ",";

        assertThat(HeadroomAttributes.originals(Map.of(HeadroomAttributes.ORIGINAL, list)))
                .containsExactly(OTHER);
    }

    @Test
    void should_bound_what_it_reads_when_somebody_else_wrote_the_list() {
        String list = (ONE + ",").repeat(100_000);

        assertThat(HeadroomAttributes.originals(Map.of(HeadroomAttributes.ORIGINAL, list)))
                .hasSize(1_000)
                .containsOnly(ONE);
    }
}
