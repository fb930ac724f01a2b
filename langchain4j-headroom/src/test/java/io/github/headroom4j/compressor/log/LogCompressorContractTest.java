package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

class LogCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new LogCompressor();
    }

    @Override
    protected Optional<Function<String, Optional<String>>> decoder() {
        return Optional.of(LogCompressor::decode);
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(SampleLogs.shop(120), SampleLogs.trace(), SampleLogs.syslog(40), "one line without anything\n");
    }
}
