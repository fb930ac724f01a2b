package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.hostile.HostileTexts;
import io.github.headroom4j.hostile.Promises;
import io.github.headroom4j.hostile.SampleTexts;
import io.github.headroom4j.hostile.TextMutator;
import io.github.headroom4j.token.TokenBudget;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The whole engine with its own detection, splitting and compressors, on texts made or broken to defeat it. */
class HeadroomHostilityTest {

    private static final List<CompressionPolicy> POLICIES = List.of(
            eager(CompressionPolicy.reversible()),
            eager(CompressionPolicy.lossless()),
            eager(CompressionPolicy.reversible()).withBudget(TokenBudget.tokens(50)));

    private final TextMutator mutator = new TextMutator(SampleTexts.all(), SampleTexts.all());

    @Property(seed = "8801", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void real_texts_broken_and_joined_at_random_keep_the_promises(@ForAll long number) {
        String text = number % 3 == 0 ? mutator.text(number) + mutator.text(~number) : mutator.text(number);
        CompressionPolicy policy = POLICIES.get((int) Math.floorMod(number, (long) POLICIES.size()));

        Promises.check(headroom(policy).withoutTimeout().build(), CompressionRequest.of(text));
    }

    @Example
    void hostile_texts_keep_the_promises() {
        HostileTexts.all()
                .values()
                .forEach(text -> Promises.check(
                        headroom(POLICIES.get(0)).withoutTimeout().build(), CompressionRequest.of(text)));
    }

    @Example
    void huge_texts_are_compressed_or_left_alone_in_time() {
        HostileTexts.huge().forEach((name, text) -> {
            CompressionResult result = headroom(POLICIES.get(0))
                    .timeout(Duration.ofMillis(200))
                    .build()
                    .compress(CompressionRequest.of(text));
            if (result instanceof Unchanged unchanged) {
                assertThat(unchanged.reason()).as(name).isNotEqualTo(Reason.FAILED);
            } else {
                assertThat(result.text().length()).as(name).isLessThan(text.length());
            }
        });
    }

    private static CompressionPolicy eager(CompressionPolicy policy) {
        return policy.withMinTokens(0).withMinSavedFraction(0);
    }

    private static Headroom.Builder headroom(CompressionPolicy policy) {
        return Headroom.builder().policies(CompressionPolicies.all(policy));
    }
}
