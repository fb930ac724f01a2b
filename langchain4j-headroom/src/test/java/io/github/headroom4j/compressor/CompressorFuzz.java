package io.github.headroom4j.compressor;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.hostile.FuzzedText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A compressor under a fuzzer that follows coverage; the contract of its tests is the oracle. What once broke it lies in
 * the folder of resources named after its class, and is replayed by every build.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CompressorFuzz {

    /** More would slow a try and give the fuzzer nothing new. */
    private static final int MAX_SEED_BYTES = 800;

    private final CompressorContract contract;

    /**
     * Fuzzes the compressor of a contract test.
     *
     * @param contract where the compressor, its decoder and the texts to start from are named
     */
    protected CompressorFuzz(CompressorContract contract) {
        this.contract = contract;
    }

    /** The compressor under test. */
    public final Compressor compressor() {
        return contract.compressor();
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/io/github/headroom4j/hostile/fuzz.dict")
    @FuzzTest
    final void any_text_keeps_the_contract(byte[] bytes) {
        contract.holdsFor(FuzzedText.of(bytes));
    }

    final Stream<byte[]> seeds() {
        return contract.typicalTexts().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(text -> Arrays.copyOf(text, Math.min(text.length, MAX_SEED_BYTES)))
                .distinct();
    }
}
