package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.original.NamedParts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Folds source code to an outline: declarations and the first sentence of their documentation stay; bodies, imports,
 * licence headers and runs of members whose names say all (accessors, {@code equals}, {@code toString}, loggers) become
 * notes with their line numbers. Bodies stay whole that the query points at, by a position ({@code Foo.java:123}, a stack
 * frame, a hunk of a diff), or a diff that the session has shown before, or a name written as code ({@code Foo#bar}, {@code bar()}, {@code fooBar}), and those that it
 * is about by its words. The order of the file is kept, and Java that parsed before parses after.
 *
 * <p>Java is read by JavaParser, also methods without their class and files that were cut off; it sees declarations only,
 * so neither deep nesting nor broken or newer code within bodies stops it. Python, JavaScript, TypeScript, Go and Rust are
 * read by tree-sitter where its optional jars are on the class path and work. Anything else, and what does not parse, is
 * read by its braces (strings and comments do not count) or, where lines end in colons and not in braces, by its
 * indentation. Text that begins as JSON is declined.
 *
 * <p>Declarations can be read back by name, as {@code Outer.Inner#method}. No lossless step: code has little to say twice.
 * Stateless and thread-safe; linear in the text.
 */
public final class CodeCompressor implements Compressor, NamedParts {

    /** Deeper nesting is not code that a person wrote; it is left alone. */
    static final int MAX_DEPTH = 200;

    /** 8 Mi characters: larger files are generated, and folding them would need several times their size in memory. */
    static final int MAX_CHARS = 8 << 20;

    private final Languages languages;

    /** A new compressor; it has no settings. */
    public CodeCompressor() {
        this(new Languages());
    }

    CodeCompressor(Languages languages) {
        this.languages = languages;
    }

    /**
     * The languages that tree-sitter could read, but whose optional grammars are not on the class path or do not work on this
     * machine; they are outlined by braces and indentation instead. Loads the others.
     *
     * @return names of languages, in alphabetical order; empty if all are read
     */
    public static SortedSet<String> missingGrammars() {
        return Grammar.languages().stream()
                .filter(language -> TreeSitter.parsers(language).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

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
        context.checkDeadline();
        SourceText source = new SourceText(text, context.pace());
        return languages
                .parse(source, context)
                .map(outline -> new Outline(source, outline, context))
                .filter(Outline::folds);
    }

    @Override
    public List<Part> partsOf(String text) {
        if (text.length() > MAX_CHARS || beginsAsJson(text)) {
            return List.of();
        }
        CompressionContext unbounded = CompressionContext.of(String::length);
        return languages.parse(new SourceText(text), unbounded).stream()
                .flatMap(outline -> outline.declarations().stream())
                .filter(declaration -> !declaration.name().isEmpty())
                .map(declaration -> new Part(
                        declaration.path(),
                        declaration.whole().start(),
                        declaration.whole().end()))
                .toList();
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
