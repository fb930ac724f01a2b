package io.github.headroom4j.compressor.code;

import org.treesitter.TSNode;

/** Where nodes stand in a text, and the names in it. Immutable. */
final class NodeText {

    /** Signs and conversions around a value. */
    private static final int MAX_OPERATORS = 3;

    private final String text;

    NodeText(String text) {
        this.text = text;
    }

    int start(TSNode node) {
        return Math.min(text.length(), node.getStartByte() / TreeSitterOutlineParser.BYTES_PER_CHAR);
    }

    /** Without the white space that some nodes end with. */
    int end(TSNode node) {
        int end = Math.min(text.length(), node.getEndByte() / TreeSitterOutlineParser.BYTES_PER_CHAR);
        int start = start(node);
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    String firstWord(int from, int to) {
        int start = from;
        while (start < to && !Character.isJavaIdentifierStart(text.charAt(start))) {
            start++;
        }
        return text.substring(start, Math.max(start, Math.min(to, JavaLexer.endOfWord(text, start))));
    }

    /** The last name outside of brackets: {@code c *Client[T]} is Client, {@code this.a.b} is b. */
    String lastWord(int from, int to) {
        int bracket = text.indexOf('[', from);
        int end = bracket > from && bracket < to ? bracket : to;
        while (end > from && !Character.isJavaIdentifierPart(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > from && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /** The first of some fields that a node has; a null node if it has none. */
    static TSNode first(TSNode node, String... fields) {
        TSNode found = node.getChildByFieldName(fields[0]);
        for (int i = 1; i < fields.length && found.isNull(); i++) {
            found = node.getChildByFieldName(fields[i]);
        }
        return found;
    }

    /** A value without what stands around it. */
    static TSNode operand(TSNode value) {
        TSNode operand = value;
        for (int i = 0; i < MAX_OPERATORS && !operand.isNull() && isOperator(operand.getType()); i++) {
            TSNode inner = first(operand, "operand", "value", "argument");
            operand = inner.isNull() ? operand.getNamedChild(0) : inner;
        }
        return operand;
    }

    private static boolean isOperator(String type) {
        return switch (type) {
            case "expression_list",
                    "unary_expression",
                    "reference_expression",
                    "as_expression",
                    "satisfies_expression",
                    "parenthesized_expression" -> true;
            default -> false;
        };
    }
}
