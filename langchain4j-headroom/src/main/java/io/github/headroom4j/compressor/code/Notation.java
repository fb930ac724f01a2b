package io.github.headroom4j.compressor.code;

import java.util.Set;

/** How a language writes comments and literals. */
enum Notation {
    PYTHON("#", " r b u f t rb br fr rf rt tr ", "\"'", "", "$?`"),
    SCRIPT("//", "", "\"'", "`", "\\"),
    GO("//", "", "\"'", "`", "@#$?\\"),
    RUST("//", " b c r br cr ", "", "\"", "`\\");

    /** Words after which a slash opens a regular expression. */
    private static final Set<String> BEFORE_REGEX_WORDS = Set.of(
            "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "yield", "await");

    /** Marks after one of which it does, too. */
    private static final String BEFORE_REGEX_MARKS = "(,=:[!&|?{;>";

    private final String lineComment;
    private final String prefixes;
    private final String lineQuotes;
    private final String textQuotes;
    private final String others;

    Notation(String lineComment, String prefixes, String lineQuotes, String textQuotes, String others) {
        this.lineComment = lineComment;
        this.prefixes = prefixes;
        this.lineQuotes = lineQuotes;
        this.textQuotes = textQuotes;
        this.others = others;
    }

    boolean beginsLineComment(String text, int at) {
        return text.startsWith(lineComment, at) || (this == SCRIPT && at == 0 && text.startsWith("#!"));
    }

    boolean beginsBlockComment(String text, int at) {
        return this != PYTHON && text.startsWith("/*", at);
    }

    /** Whether block comments stand within block comments. */
    boolean nestsComments() {
        return this == RUST;
    }

    /** Whether a word before a quotation mark belongs to the literal. */
    boolean isPrefix(String word) {
        return word.length() <= 2 && prefixes.contains(" " + (this == PYTHON ? lowerCase(word) : word) + " ");
    }

    private static String lowerCase(String word) {
        StringBuilder lower = new StringBuilder();
        word.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c)));
        return lower.toString();
    }

    /** Whether a literal that this mark opens ends on its line. */
    boolean quotesInLine(char mark) {
        return lineQuotes.indexOf(mark) >= 0;
    }

    /** Whether a literal that this mark opens may go over lines. */
    boolean quotesLines(char mark) {
        return textQuotes.indexOf(mark) >= 0;
    }

    /** Whether a character that begins neither a word nor a literal can stand in code. */
    boolean isMark(char c, String text, int at) {
        if (this == RUST && c == '\'') {
            return at + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(at + 1));
        }
        return c < 0x7f && lineQuotes.indexOf(c) < 0 && textQuotes.indexOf(c) < 0 && others.indexOf(c) < 0;
    }

    /** Whether code may stand within a literal. */
    boolean hasTemplates() {
        return this == SCRIPT;
    }

    /** Whether literals that stand together are one. */
    boolean joinsLiterals() {
        return this == PYTHON;
    }

    boolean escapes(char mark) {
        return this != GO || mark != '`';
    }

    /** Whether a slash here opens a regular expression, by what stands before it. */
    boolean opensRegex(String word, char mark) {
        return this == SCRIPT
                && (word.isEmpty() ? BEFORE_REGEX_MARKS.indexOf(mark) >= 0 : BEFORE_REGEX_WORDS.contains(word));
    }
}
