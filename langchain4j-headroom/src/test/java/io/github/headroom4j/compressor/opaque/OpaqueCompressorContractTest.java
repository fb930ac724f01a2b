package io.github.headroom4j.compressor.opaque;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class OpaqueCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new OpaqueCompressor();
    }

    @Override
    protected List<String> typicalTexts() {
        byte[] bytes = new byte[3_000];
        new Random(5).nextBytes(bytes);
        Random random = new Random(6);
        return List.of(
                Base64.getEncoder().encodeToString(bytes),
                Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes) + "\n",
                IntStream.range(0, 60)
                        .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()).toString())
                        .collect(Collectors.joining("\n")),
                IntStream.range(0, 100)
                        .mapToObj(i -> "function f" + i + "(a,b){return a[" + i + "]||b(a)};")
                        .collect(Collectors.joining()));
    }
}
