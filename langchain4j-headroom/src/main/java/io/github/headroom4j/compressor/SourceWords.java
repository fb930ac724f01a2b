package io.github.headroom4j.compressor;

import java.util.Set;

/**
 * Words that begin lines of source code, of the languages that people use most; for telling what a line does without
 * parsing its file. Words are compared as they stand, by case. No language reserves all of them, so each answer is a
 * guess that the rest of the line has to confirm. Stateless and thread-safe; each method takes constant time.
 */
public final class SourceWords {

    private static final Set<String> DECLARING = Set.of(
            "class",
            "interface",
            "enum",
            "record",
            "struct",
            "trait",
            "type",
            "def",
            "func",
            "fn",
            "fun",
            "function",
            "sub",
            "proc",
            "macro_rules!",
            "namespace",
            "module",
            "object",
            "protocol",
            "extension",
            "typedef",
            "union",
            "@interface",
            "impl",
            "macro");

    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "private",
            "protected",
            "internal",
            "static",
            "final",
            "abstract",
            "default",
            "synchronized",
            "native",
            "strictfp",
            "sealed",
            "non-sealed",
            "export",
            "async",
            "pub",
            "unsafe",
            "extern",
            "override",
            "virtual",
            "inline",
            "constexpr",
            "open",
            "suspend",
            "data",
            "partial",
            "readonly",
            "declare",
            "local",
            "const");

    private static final Set<String> STATEMENTS = Set.of(
            "return", "throw", "new", "else", "if", "for", "while", "switch", "case", "assert", "await", "yield", "do",
            "try", "catch", "raise", "go", "defer", "delete", "not", "and", "or", "in", "let", "var", "const", "val",
            "with", "match", "when", "elif", "except", "finally", "super", "this", "using", "lock");

    private static final Set<String> IMPORTING =
            Set.of("import", "package", "include", "#include", "use", "using", "require", "from");

    private SourceWords() {}

    /**
     * Whether a word introduces a name.
     *
     * @param word a word
     * @return true for instance for {@code class} and {@code def}
     */
    public static boolean declares(String word) {
        return DECLARING.contains(word);
    }

    /**
     * Whether a word may stand before one that introduces a name.
     *
     * @param word a word
     * @return true for instance for {@code public} and {@code async}
     */
    public static boolean modifies(String word) {
        return MODIFIERS.contains(word);
    }

    /**
     * Whether a word begins a statement, so that what follows is no declaration of a type or function.
     *
     * @param word a word
     * @return true for instance for {@code return} and {@code if}
     */
    public static boolean beginsStatement(String word) {
        return STATEMENTS.contains(word);
    }

    /**
     * Whether a word makes a name of elsewhere known.
     *
     * @param word a word
     * @return true for instance for {@code import} and {@code #include}
     */
    public static boolean imports(String word) {
        return IMPORTING.contains(word);
    }
}
