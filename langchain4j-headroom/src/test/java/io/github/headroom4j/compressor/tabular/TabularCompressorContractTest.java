package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

class TabularCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new TabularCompressor();
    }

    @Override
    protected Optional<Function<String, Optional<String>>> decoder() {
        return Optional.of(TabularCompressor::decode);
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(
                TableSamples.orders(','),
                TableSamples.orders(';').replace("\n", "\r\n"),
                TableSamples.orders('\t'),
                TableSamples.quoted(),
                TableSamples.markdown(),
                TableSamples.psql(),
                TableSamples.box(),
                TableSamples.listing());
    }
}
