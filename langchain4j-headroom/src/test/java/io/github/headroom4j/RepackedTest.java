package io.github.headroom4j;

import static io.github.headroom4j.HeadroomFixture.TEXT;
import static io.github.headroom4j.HeadroomFixture.compressed;
import static io.github.headroom4j.HeadroomFixture.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When what is proposed is proven: once it is to be shown, and not before. */
final class RepackedTest {

    private static final String HALF = TEXT.substring(0, TEXT.length() / 2);
    private static final String FEW =
            "500 requests, of which number 300 failed by a timeout and all others were served";

    private int proofs;

    @Test
    void should_not_prove_what_a_selection_replaces() {
        Compressed result = compressed(headroom(HALF, Optional.of(HALF), Optional.of(FEW)), request());

        assertThat(result.step()).isEqualTo(Step.SELECTED);
        assertThat(proofs).isZero();
    }

    @Test
    void should_prove_what_it_shows() {
        Compressed result = compressed(headroom(HALF, Optional.of(HALF), Optional.empty()), request());

        assertThat(result.step()).isEqualTo(Step.REPACKED);
        assertThat(result.text()).isEqualTo(HALF);
        assertThat(proofs).isPositive();
    }

    @Test
    void should_show_nothing_that_is_not_proven() {
        Headroom headroom = headroom(HALF, Optional.empty(), Optional.empty());

        assertThat(unchanged(headroom, request()).reason()).isEqualTo(Reason.NO_SAVINGS);
    }

    @Test
    void should_show_what_is_proven_in_the_place_of_what_was_proposed() {
        Compressed result = compressed(headroom(FEW, Optional.of(HALF), Optional.empty()), request());

        assertThat(result.text()).isEqualTo(HALF);
        assertThat(result.tokensAfter())
                .isEqualTo(headroom(FEW, Optional.empty(), Optional.empty())
                        .counter()
                        .count(HALF));
    }

    @Test
    void should_prefer_a_selection_to_what_is_not_proven() {
        String few = FEW + " within two seconds";

        assertThat(compressed(headroom(FEW, Optional.of(FEW), Optional.of(few)), request())
                        .step())
                .isEqualTo(Step.REPACKED);
        assertThat(compressed(headroom(FEW, Optional.empty(), Optional.of(few)), request())
                        .step())
                .isEqualTo(Step.SELECTED);
    }

    @Test
    void should_not_make_what_a_selection_replaces_for_certain() {
        Selectable content = new Selectable() {
            @Override
            public Optional<String> repack() {
                throw new AssertionError("not needed");
            }

            @Override
            public boolean savesRepetitionAlone() {
                return true;
            }

            @Override
            public Optional<Selection> select(TokenBudget budget) {
                return Optional.of(Selection.of(FEW, 1, 500));
            }
        };
        Headroom headroom = new HeadroomFixture().compressing(context -> Optional.of(content));

        assertThat(compressed(headroom, request()).step()).isEqualTo(Step.SELECTED);
    }

    private static CompressionRequest request() {
        return CompressionRequest.of(TEXT);
    }

    private Headroom headroom(String proposed, Optional<String> proven, Optional<String> selected) {
        return new HeadroomFixture()
                .compressing(context -> Optional.of(new Selectable() {
                    @Override
                    public Optional<String> repack() {
                        return propose().flatMap(Proposal::proven);
                    }

                    @Override
                    public Optional<Proposal> propose() {
                        return Optional.of(new Proposal(proposed, () -> {
                            proofs++;
                            return proven;
                        }));
                    }

                    @Override
                    public Optional<Selection> select(TokenBudget budget) {
                        return selected.map(text -> Selection.of(text, 1, 500));
                    }
                }));
    }
}
