package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorFuzz;
import java.lang.reflect.Constructor;
import net.jqwik.api.Example;

/** A compressor that comes built in cannot be forgotten when fuzzing. */
final class FuzzTargetsTest {

    @Example
    void every_built_in_compressor_is_fuzzed() {
        assertThat(Defaults.compressors())
                .allSatisfy(compressor -> assertThat(fuzzed(compressor)).hasSameClassAs(compressor));
    }

    private static Compressor fuzzed(Compressor compressor) throws ReflectiveOperationException {
        Class<?> target = Class.forName(compressor.getClass().getName() + "Fuzz");
        Constructor<?> constructor = target.getDeclaredConstructor();
        constructor.setAccessible(true);
        return ((CompressorFuzz) constructor.newInstance()).compressor();
    }
}
