package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Folds source code to an outline: declarations, fields and the first sentence of each documentation comment stay,
 * bodies, imports and licence headers become notes with their line numbers. Bodies that the query is about stay whole.
 * The order of the file is kept, and in languages with braces the outline still parses, since a folded body is a
 * comment between its braces.
 *
 * <p>Language-neutral: blocks are found by braces (strings and comments do not count) or, where lines end in colons and
 * none in braces, by indentation. Text that begins as JSON is declined. No lossless step: code has little to say twice. Stateless and thread-safe; linear in
 * the text.
 */
public final class CodeCompressor implements Compressor {

    /** Deeper nesting is not code that a person wrote; it is left alone. */
    static final int MAX_DEPTH = 200;

    /** 8 Mi characters: larger files are generated, and folding them would need several times their size in memory. */
    static final int MAX_CHARS = 8 << 20;

    /** A new compressor; it has no settings. */
    public CodeCompressor() {}

    @Override
    public String name() {
        return "code";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.CODE);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        if (text.length() > MAX_CHARS || beginsAsJson(text)) {
            return Optional.empty();
        }
        SourceText source = new SourceText(text);
        List<Fold> folds = source.isIndented() ? IndentFolds.of(source) : BraceFolds.of(source, context);
        return folds.isEmpty() ? Optional.empty() : Optional.of(new Outline(source, folds, context));
    }

    /** JSON that was cut off looks like code to a detector, but its braces hold the values, which are all it says. */
    private static boolean beginsAsJson(String text) {
        int at = nextNonBlank(text, 0);
        boolean array = false;
        while (at < text.length() && text.charAt(at) == '[') {
            array = true;
            at = nextNonBlank(text, at + 1);
        }
        if (at < text.length() && text.charAt(at) == '{') {
            int name = nextNonBlank(text, at + 1);
            return name < text.length() && text.charAt(name) == '"';
        }
        return array && at < text.length() && "\"-0123456789".indexOf(text.charAt(at)) >= 0;
    }

    private static int nextNonBlank(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
