package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressorFuzz;

final class CodeCompressorFuzz extends CompressorFuzz {

    CodeCompressorFuzz() {
        super(new CodeCompressorTest());
    }
}
