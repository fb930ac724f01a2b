package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.content.ContentDetector;
import io.github.headroom4j.content.ContentDetectors;
import io.github.headroom4j.content.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The parsers in the order in which a text is given to them: first the one of its language, then those that read all. */
final class Languages {

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());
    private final OutlineParser java = new JavaOutlineParser();
    private final BiFunction<String, Deadline, List<OutlineParser>> grammars;
    private final List<OutlineParser> any = List.of(new IndentOutlineParser(), new BraceOutlineParser());

    Languages() {
        this(TreeSitter::parsers);
    }

    /**
     * With other parsers between the one for Java and those that read all.
     *
     * @param grammars for the name of a language the parsers that may read it
     */
    Languages(BiFunction<String, Deadline, List<OutlineParser>> grammars) {
        this.grammars = grammars;
    }

    /** What the first parser that can read a text finds in it. */
    Optional<FileOutline> parse(SourceText source, CompressionContext context) {
        String language = context.language().isEmpty() ? detect(source, context) : context.language();
        return first(ofLanguage(language, context), source, context)
                .or(() -> first(ofSigns(language, source, context), source, context))
                .or(() -> first(any, source, context));
    }

    private static Optional<FileOutline> first(
            List<OutlineParser> parsers, SourceText source, CompressionContext context) {
        for (OutlineParser parser : parsers) {
            Optional<FileOutline> outline = parser.parse(source, context);
            if (outline.isPresent()) {
                return outline;
            }
        }
        return Optional.empty();
    }

    private List<OutlineParser> ofLanguage(String language, CompressionContext context) {
        List<OutlineParser> parsers = new ArrayList<>();
        if (language.isEmpty() || language.equals("java")) {
            parsers.add(java);
        }
        parsers.addAll(grammars.apply(language, context.deadline()));
        return parsers;
    }

    /** The signs are looked for only where nobody could read the text. */
    private List<OutlineParser> ofSigns(String language, SourceText source, CompressionContext context) {
        return LanguageSigns.read(source)
                .filter(sign -> !sign.equals(language))
                .map(sign -> grammars.apply(sign, context.deadline()))
                .orElse(List.of());
    }

    private String detect(SourceText source, CompressionContext context) {
        return detector.detect(source.text(), context::checkDeadline)
                .flatMap(Detection::language)
                .orElse("");
    }
}
