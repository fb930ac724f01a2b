package io.github.headroom4j.compressor.code;

import java.util.List;
import java.util.Set;

/**
 * A pair of braces with what stands before it. Mutable while the scanner is inside it.
 */
final class Block {

    /** Words that make a block a container of declarations, if a name follows. */
    private static final Set<String> TYPE_WORDS = Set.of(
            "class",
            "interface",
            "enum",
            "record",
            "struct",
            "trait",
            "impl",
            "union",
            "namespace",
            "module",
            "mod",
            "object",
            "protocol",
            "extension");

    /** Of those, the ones that C also writes before a function's result type. */
    private static final List<String> RESULT_WORDS = List.of("struct", "enum", "union");

    /** An object literal, or a function given to a call (a module's wrapper, a test suite), is a container with so many. */
    private static final int CONTAINER_CHILDREN = 2;

    final int open;
    final int documentation;
    final int signature;
    final String header;
    private final boolean type;
    private final boolean callable;
    private final boolean argument;
    int close = -1;
    int callables;

    /**
     * A block that begins.
     *
     * @param open its brace
     * @param documentation where the documentation or else the header begins
     * @param signature where the header begins
     * @param header the code between the last statement and the brace
     */
    Block(int open, int documentation, int signature, String header) {
        this.open = open;
        this.documentation = documentation;
        this.signature = signature;
        this.header = header;
        this.type = isType(header);
        this.callable = !type && header.contains("(");
        this.argument = callable
                && header.chars().filter(c -> c == '(').count()
                        > header.chars().filter(c -> c == ')').count();
    }

    boolean isType() {
        return type;
    }

    boolean isCallable() {
        return callable;
    }

    boolean isContainer() {
        return type || ((!callable || argument) && callables >= CONTAINER_CHILDREN);
    }

    private static boolean isType(String header) {
        int depth = 0;
        int start = -1;
        for (int i = 0; i <= header.length(); i++) {
            char c = i < header.length() ? header.charAt(i) : ' ';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (Character.isJavaIdentifierPart(c)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                if (depth == 0 && namesType(header, start, i)) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    private static boolean namesType(String header, int start, int end) {
        String word = header.substring(start, end);
        boolean named = end + 1 < header.length()
                && (header.charAt(end) == '<'
                        || (header.charAt(end) == ' ' && Character.isJavaIdentifierStart(header.charAt(end + 1))));
        boolean goStyle = word.equals("struct") || word.equals("interface");
        boolean literal = start > 0 && header.charAt(start - 1) == '.';
        boolean result = RESULT_WORDS.contains(word) && header.endsWith(")");
        return TYPE_WORDS.contains(word) && !literal && !result && (named || (goStyle && end == header.length()));
    }
}
