package io.github.headroom4j.compressor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Proves the contract itself on the smallest compressor there is. */
final class LineCompressorTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new LineCompressor();
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(
                "first\nsecond\nthird",
                "one   \ntwo   \nthree   \nfour",
                IntStream.range(0, 300)
                        .mapToObj(i -> i == 77 ? "order-4711 failed: timeout" : "request " + i + " served")
                        .collect(Collectors.joining("\n")));
    }
}
