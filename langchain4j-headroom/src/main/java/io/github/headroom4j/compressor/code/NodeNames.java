package io.github.headroom4j.compressor.code;

import java.util.Set;
import java.util.stream.IntStream;
import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;

/** How a language calls the nodes and fields that tree-sitter numbers. Immutable. */
final class NodeNames {

    /** The type of a node that the parser could not place; it has no number of the language's. */
    static final String ERROR = "ERROR";

    /** The fields that an outline asks for. A node of another one is none that it needs, and getting it takes time. */
    private static final Set<String> FIELDS = Set.of(
            "name",
            "type",
            "trait",
            "receiver",
            "body",
            "left",
            "right",
            "key",
            "property",
            "value",
            "operand",
            "argument",
            "object");

    private final String[] types;
    private final String[] fields;

    private NodeNames(String[] types, String[] fields) {
        this.types = types;
        this.fields = fields;
    }

    static NodeNames of(TSLanguage language) {
        return new NodeNames(
                IntStream.range(0, language.symbolCount())
                        .mapToObj(symbol -> isNamed(language, symbol) ? language.symbolName(symbol) : "")
                        .toArray(String[]::new),
                IntStream.rangeClosed(0, language.fieldCount())
                        .mapToObj(field -> field == 0 ? "" : language.fieldNameForId(field))
                        .map(name -> FIELDS.contains(name) ? name : "")
                        .toArray(String[]::new));
    }

    private static boolean isNamed(TSLanguage language, int symbol) {
        return language.symbolType(symbol) == TSSymbolType.TSSymbolTypeRegular;
    }

    /** The type of a node; empty for a mark or key word. */
    String type(int symbol) {
        return symbol < types.length ? types[symbol] : ERROR;
    }

    /** The name of a field; empty for none, and for one that nobody asks for. */
    String field(int id) {
        return fields[id];
    }
}
