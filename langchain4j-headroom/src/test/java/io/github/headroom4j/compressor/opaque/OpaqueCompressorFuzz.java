package io.github.headroom4j.compressor.opaque;

import io.github.headroom4j.compressor.CompressorFuzz;

final class OpaqueCompressorFuzz extends CompressorFuzz {

    OpaqueCompressorFuzz() {
        super(new OpaqueCompressorContractTest());
    }
}
