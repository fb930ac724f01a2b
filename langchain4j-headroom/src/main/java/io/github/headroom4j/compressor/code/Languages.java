package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.content.ContentDetector;
import io.github.headroom4j.content.ContentDetectors;
import io.github.headroom4j.content.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parsers in the order in which a text is given to them: first the one of its language, then those that read all. */
final class Languages {

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());
    private final OutlineParser java = new JavaOutlineParser();
    private final List<OutlineParser> any = List.of(new IndentOutlineParser(), new BraceOutlineParser());

    /** What the first parser that can read a text finds in it. */
    Optional<FileOutline> parse(SourceText source, CompressionContext context) {
        for (OutlineParser parser : parsers(source.text())) {
            Optional<FileOutline> outline = parser.parse(source, context);
            if (outline.isPresent()) {
                return outline;
            }
        }
        return Optional.empty();
    }

    private List<OutlineParser> parsers(String text) {
        String language = detector.detect(text).flatMap(Detection::language).orElse("");
        List<OutlineParser> parsers = new ArrayList<>();
        if (language.isEmpty() || language.equals("java")) {
            parsers.add(java);
        }
        parsers.addAll(any);
        return parsers;
    }
}
