package io.github.headroom4j.compressor.diff;

import java.util.Set;

/** What a line of code or text tells without the lines around it. Any language; linear in the line. */
final class CodeLine {

    private static final Set<String> DECLARING = Set.of(
            "class",
            "interface",
            "enum",
            "record",
            "struct",
            "trait",
            "impl",
            "module",
            "namespace",
            "def",
            "func",
            "fn",
            "function",
            "fun",
            "object",
            "protocol",
            "contract",
            "describe",
            "it",
            "test",
            "create",
            "resource",
            "sub");

    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "private",
            "protected",
            "internal",
            "static",
            "final",
            "abstract",
            "async",
            "export",
            "default",
            "pub",
            "override",
            "sealed",
            "open",
            "data",
            "inline",
            "const",
            "virtual",
            "extern",
            "suspend",
            "declare",
            "synchronized",
            "native",
            "strictfp",
            "unsafe",
            "non-sealed");

    private static final Set<String> STATEMENTS = Set.of(
            "if", "for", "while", "switch", "catch", "else", "try", "do", "return", "throw", "new", "with", "match",
            "when", "case", "assert", "await", "yield", "elif", "except", "finally", "super", "this", "using", "lock");

    private static final Set<String> IMPORTING = Set.of("import", "package", "using", "use", "#include", "require");

    private CodeLine() {}

    /** The column of the first character that is not white space, or the largest integer for a blank line. */
    static int indent(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) > ' ') {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Whether a line tells where it stands: not blank, not brackets or a comment's frame alone, no import. */
    static boolean says(String line) {
        return line.chars().filter(Character::isLetterOrDigit).count() > 1
                && !IMPORTING.contains(firstWord(line.strip()));
    }

    /** Whether a line begins a type, a function or the like. */
    static boolean declares(String line) {
        String code = line.strip();
        String word = firstWord(code);
        boolean modified = false;
        while (MODIFIERS.contains(word)) {
            modified = true;
            code = code.substring(word.length()).strip();
            word = firstWord(code);
        }
        if (DECLARING.contains(word)) {
            return true;
        }
        if (STATEMENTS.contains(word) || word.isEmpty()) {
            return false;
        }
        int call = code.indexOf('(');
        boolean typed = call > 0 && code.lastIndexOf(' ', call) > 0 && code.lastIndexOf('=', call) < 0;
        boolean opens = code.endsWith("{") || code.endsWith(") throws") || (modified && !code.endsWith(";"));
        return opens && typed && isWord(code.charAt(0));
    }

    private static String firstWord(String code) {
        int end = 0;
        while (end < code.length() && (isWord(code.charAt(end)) || (end == 0 && code.charAt(end) == '#'))) {
            end++;
        }
        return code.substring(0, end);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
