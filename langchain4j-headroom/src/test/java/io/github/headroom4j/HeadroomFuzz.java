package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.hostile.FuzzedText;
import io.github.headroom4j.hostile.Promises;
import io.github.headroom4j.hostile.SampleTexts;
import io.github.headroom4j.token.TokenBudget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole engine with its own detection, splitting and compressors, at every fidelity. */
final class HeadroomFuzz {

    private static final int MAX_SEED_CHARS = 800;

    private static final List<CompressionPolicy> POLICIES = List.of(
            eager(CompressionPolicy.reversible()),
            eager(CompressionPolicy.lossless()),
            eager(CompressionPolicy.reversible()).withBudget(TokenBudget.tokens(50)));

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/io/github/headroom4j/hostile/fuzz.dict")
    @FuzzTest
    void any_text_keeps_the_promises(byte[] bytes) {
        CompressionRequest request = CompressionRequest.of(FuzzedText.of(bytes)).withQuery("why did order-4711 fail?");
        for (CompressionPolicy policy : POLICIES) {
            CompressionResult result = Promises.check(headroom(policy), request);
            assertThat(headroom(policy).compress(request).text()).isEqualTo(result.text());
        }
    }

    static Stream<byte[]> seeds() {
        return SampleTexts.all().stream()
                .map(text -> text.substring(0, Math.min(text.length(), MAX_SEED_CHARS)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static Headroom headroom(CompressionPolicy policy) {
        return Headroom.builder()
                .policies(CompressionPolicies.all(policy))
                .withoutTimeout()
                .build();
    }

    private static CompressionPolicy eager(CompressionPolicy policy) {
        return policy.withMinTokens(0).withMinSavedFraction(0);
    }
}
