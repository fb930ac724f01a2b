package io.github.headroom4j.eval.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlicesTest {

    @Test
    void should_read_a_whole_original_without_heading_and_hint() {
        assertThat(Slices.whole(
                        "[12 lines, 90 characters, log; what matters of it:]\none\ntwo\n[more with lines=1-12]"))
                .contains("one\ntwo");
        assertThat(Slices.whole("[lines 1-2 of 2]\none\ntwo")).contains("one\ntwo");
    }

    @Test
    void should_take_nothing_else_for_a_whole_original() {
        assertThat(Slices.whole("[grep /x/: 1 of 2 lines match, numbered:]\n1:x"))
                .isEmpty();
        assertThat(Slices.whole("[12 lines, 90 characters, log; it starts, numbered:]\n1: one"))
                .isEmpty();
        assertThat(Slices.whole("[an old result, left out]\n[headroom_retrieve ref=0123456789ab for all 9 lines]"))
                .isEmpty();
    }

    @Test
    void should_read_numbered_lines_without_their_numbers() {
        assertThat(Slices.lines("[grep /x/: 1 of 2 lines match, numbered:]\n1:x\n2-y\n--\n34@500:z"))
                .containsExactly("x", "y", "z");
    }

    @Test
    void should_read_lines_that_were_asked_for_without_heading_and_hint() {
        assertThat(Slices.exact("[lines 7-9 of 90]\none\ntwo\n")).contains("one\ntwo\n");
        assertThat(Slices.exact("[lines 7@500-9 of 90]\none\n[more with lines=9@200-9]"))
                .contains("one");
        assertThat(Slices.exact("[grep /x/: 1 of 2 lines match, numbered:]\n1:x"))
                .isEmpty();
    }
}
