package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.CompressorFuzz;

final class JsonCompressorFuzz extends CompressorFuzz {

    JsonCompressorFuzz() {
        super(new JsonCompressorTest());
    }
}
