package io.github.headroom4j.eval.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final List<String> ARMS = List.of("none", "lossless", "headroom", "headroom-lexical");

    @Test
    void should_suggest_what_was_probably_meant() {
        assertThat(Names.nearest("headrom", ARMS)).contains("headroom");
        assertThat(Names.nearest("Head", ARMS)).contains("headroom");
        assertThat(Names.nearest("losless", ARMS)).contains("lossless");
        assertThat(Names.nearest("zip", ARMS)).isEmpty();
        assertThat(Names.nearest("", ARMS)).isEmpty();
        assertThat(Names.nearest("x", List.of())).isEmpty();
    }

    @Test
    void should_list_what_is_known() {
        assertThatNoException().isThrownBy(() -> Names.require("arm", "none", ARMS));
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> Names.require("arm", "headrom", ARMS))
                .withMessage("unknown arm 'headrom'; known are none, lossless, headroom, headroom-lexical."
                        + " Did you mean 'headroom'?")
                .returns(EvalException.USAGE, EvalException::exitCode);
    }
}
