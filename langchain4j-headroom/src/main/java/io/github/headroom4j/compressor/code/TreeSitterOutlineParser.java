package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/**
 * A language of tree-sitter's, by its native library. It reads {@link PlainCode}, packed, in which there is no bait for a scanner of
 * literals and no unclosed bracket, and its {@link ParseCosts} are counted: a text that needs more than code does is given
 * up.
 *
 * <p>The parser keeps its own stack, so nesting costs heap. Each parse has a parser and a tree of its own, both freed at
 * once; the grammar is shared, since it is only read.
 */
final class TreeSitterOutlineParser implements OutlineParser {

    /** 512 Ki characters: a tree takes native memory, which no limit of the heap holds in, and longer files are generated. */
    static final int MAX_CHARS = 1 << 19;

    private static final int READ_BYTES = 1 << 16;

    static final int BYTES_PER_CHAR = 2;

    private final Grammar grammar;
    private final TSLanguage language;
    private final NodeNames names;

    private TreeSitterOutlineParser(Grammar grammar, TSLanguage language) {
        this.grammar = grammar;
        this.language = language;
        names = NodeNames.of(language);
    }

    /** The parser; fails in any way if the classes are not there or hold no library for this machine. */
    static OutlineParser of(Grammar grammar) throws ReflectiveOperationException {
        Class<?> type = Class.forName(grammar.languageClass(), true, TreeSitterOutlineParser.class.getClassLoader());
        TSLanguage language = (TSLanguage) type.getConstructor().newInstance();
        try (TSParser parser = new TSParser()) {
            if (!parser.setLanguage(language)) {
                throw new IllegalStateException("the library does not know this version of the grammar");
            }
        }
        return new TreeSitterOutlineParser(grammar, language);
    }

    @Override
    public Optional<FileOutline> parse(SourceText source, CompressionContext context) {
        if (source.text().length() > MAX_CHARS) {
            return Optional.empty();
        }
        Optional<PlainCode> plain = PlainCode.of(source.text(), grammar.notation(), context);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        Parsed parsed = parse(plain.get(), source, context);
        return parsed.lost() && !plain.get().isWhole()
                ? PlainCode.whole(source.text(), grammar.notation(), context)
                        .flatMap(code -> parse(code, source, context).outline())
                : parsed.outline();
    }

    private Parsed parse(PlainCode plain, SourceText source, CompressionContext context) {
        PackedCode code = PackedCode.of(plain.code());
        Utf16 input = new Utf16(code.text());
        ParseCosts costs = new ParseCosts(input.text(), context);
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(language);
            try (TSTree tree = parser.parseWithOptions(
                    new byte[READ_BYTES],
                    null,
                    (buffer, offset, position) -> input.read(buffer, offset),
                    TSInputEncoding.TSInputEncodingUTF16LE,
                    state -> costs.exceed(state.getCurrentByteOffset() / BYTES_PER_CHAR, state.hasError()))) {
                // A parser that was stopped has no tree; its object must not be asked for anything.
                if (costs.exceeded()) {
                    context.checkDeadline();
                    return new Parsed(Optional.empty(), false);
                }
                try (SyntaxTree nodes = new SyntaxTree(tree, source.text(), code, names)) {
                    Optional<FileOutline> outline =
                            new TreeSitterWalk(grammar, source, plain.comments()).outline(nodes);
                    return new Parsed(outline, outline.isEmpty() && nodes.hasErrors());
                }
            }
        }
    }

    /**
     * What a parse found.
     *
     * @param outline empty if that is nothing
     * @param lost whether that may be since the parser could not place something
     */
    private record Parsed(Optional<FileOutline> outline, boolean lost) {}

    /** A text as tree-sitter reads it; two bytes a character make its offsets ours. */
    private record Utf16(String text) {

        int read(byte[] buffer, int offset) {
            int from = offset / BYTES_PER_CHAR;
            int count = Math.max(0, Math.min(buffer.length / BYTES_PER_CHAR, text.length() - from));
            ByteBuffer bytes = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                bytes.putChar(text.charAt(from + i));
            }
            return count * BYTES_PER_CHAR;
        }
    }
}
