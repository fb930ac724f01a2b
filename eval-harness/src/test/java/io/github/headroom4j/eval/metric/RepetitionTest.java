package io.github.headroom4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    @Test
    void should_grow_with_what_is_said_twice() {
        assertThat(Repetition.share(List.of())).isZero();
        assertThat(Repetition.share(List.of("a b c d e", "a b c d e"))).isEqualTo(0.5);
    }

    @Test
    void should_sort_by_its_bounds() {
        Repetition tiers = new Repetition(0.25, 0.75);
        assertThat(tiers.tier(List.of("a b c d e f g h"))).isEqualTo("near-unique");
        assertThat(tiers.tier(List.of("a b c d e a b c d e f"))).isEqualTo("near-unique");
        assertThat(tiers.tier(List.of("a a a a a a"))).isEqualTo("typical");
        assertThat(tiers.tier(List.of("a a a a a a a a"))).isEqualTo("ceiling");
        assertThatIllegalArgumentException().isThrownBy(() -> new Repetition(0.5, 0.4));
    }
}
