package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;

class LogCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new LogCompressor();
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(SampleLogs.shop(120), SampleLogs.trace(), SampleLogs.syslog(40), "one line without anything\n");
    }
}
