package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressorFuzz;

final class SearchCompressorFuzz extends CompressorFuzz {

    SearchCompressorFuzz() {
        super(new SearchCompressorTest());
    }
}
