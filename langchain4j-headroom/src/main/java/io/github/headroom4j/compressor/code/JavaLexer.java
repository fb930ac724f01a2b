package io.github.headroom4j.compressor.code;

/** Where comments and literals of Java end. Stateless; each method is linear in what it skips. */
final class JavaLexer {

    private static final String TEXT_BLOCK = "\"\"\"";

    private JavaLexer() {}

    static boolean isComment(String text, int at) {
        return text.charAt(at) == '/'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == '*' || text.charAt(at + 1) == '/');
    }

    /** After a comment, its line break left out. */
    static int endOfComment(String text, int at) {
        boolean block = text.charAt(at + 1) == '*';
        int end = text.indexOf(block ? "*/" : "\n", at + 2);
        return end < 0 ? text.length() : block ? end + 2 : end;
    }

    /** After a comment or literal that begins here, or after this one character if none does. */
    static int next(String text, int at) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            return endOfLiteral(text, at);
        }
        return isComment(text, at) ? endOfComment(text, at) : at + 1;
    }

    /** A literal that does not end on its line ends with the line; a text block that does not end, with the text. */
    static int endOfLiteral(String text, int at) {
        boolean block = text.startsWith(TEXT_BLOCK, at);
        int i = at + (block ? TEXT_BLOCK.length() : 1);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (block && text.startsWith(TEXT_BLOCK, i)) {
                return i + TEXT_BLOCK.length();
            } else if (!block && c == '\n') {
                return i;
            } else if (!block && c == text.charAt(at)) {
                return i + 1;
            }
        }
        return text.length();
    }

    static int endOfWord(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
