package io.github.headroom4j;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.code.CodeCompressor;
import io.github.headroom4j.content.ContentSplitter;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import java.util.List;

/** The parts that come built in. A new content type is one line here. */
final class Defaults {

    private Defaults() {}

    static ContentSplitter splitter() {
        return text -> text.isEmpty()
                ? List.of()
                : List.of(new Section(0, text.length(), Detection.of(ContentType.PROSE, 0.5)));
    }

    static List<Compressor> compressors() {
        return List.of(new CodeCompressor());
    }
}
