package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.CompressorFuzz;

final class BuildOutputCompressorFuzz extends CompressorFuzz {

    BuildOutputCompressorFuzz() {
        super(new BuildOutputCompressorContractTest());
    }
}
