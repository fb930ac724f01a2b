package io.github.headroom4j;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.build.BuildOutputCompressor;
import io.github.headroom4j.compressor.code.CodeCompressor;
import io.github.headroom4j.compressor.diff.DiffCompressor;
import io.github.headroom4j.compressor.html.HtmlCompressor;
import io.github.headroom4j.compressor.json.JsonCompressor;
import io.github.headroom4j.compressor.log.LogCompressor;
import io.github.headroom4j.compressor.markdown.MarkdownCompressor;
import io.github.headroom4j.compressor.opaque.OpaqueCompressor;
import io.github.headroom4j.compressor.prose.ProseCompressor;
import io.github.headroom4j.compressor.search.SearchCompressor;
import io.github.headroom4j.compressor.tabular.TabularCompressor;
import io.github.headroom4j.content.ContentSplitter;
import io.github.headroom4j.content.ContentSplitters;
import java.util.List;

/** The parts that come built in. A new content type is one line here. */
final class Defaults {

    private Defaults() {}

    static ContentSplitter splitter() {
        return ContentSplitters.standard();
    }

    static List<Compressor> compressors() {
        return List.of(
                new JsonCompressor(List.of(SearchCompressor::select)),
                new OpaqueCompressor(),
                new LogCompressor(),
                new SearchCompressor(),
                new CodeCompressor(),
                new DiffCompressor(),
                new BuildOutputCompressor(),
                new HtmlCompressor(),
                new MarkdownCompressor(),
                new ProseCompressor(),
                new TabularCompressor());
    }
}
