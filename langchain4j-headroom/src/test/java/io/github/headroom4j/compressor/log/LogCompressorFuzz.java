package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressorFuzz;

final class LogCompressorFuzz extends CompressorFuzz {

    LogCompressorFuzz() {
        super(new LogCompressorContractTest());
    }
}
