package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.List;

/** Reads lines of code: which are comments, which have the punctuation of code, and their tokens. */
final class CodeLines {

    /** Characters of a line that are tokenised; what tells languages apart stands at its start. */
    private static final int TOKENISED = 160;

    /** Characters that form operators when they stand in a row. */
    private static final String OPERATORS = "+-*/%&|^!=<>?:.~$#@\\";

    /** Characters that are tokens alone. */
    private static final String SINGLE = "(){}[];,'\"`";

    /** Words in a row that make a sentence rather than code. */
    static final int WORDS = 4;

    /** Words in a row that make a sentence even with a call or an operator in it. */
    static final int SENTENCE = 8;

    /** Words of a line that are looked at. */
    private static final int MAX_WORDS = 24;

    private CodeLines() {}

    /** Whether a line is nothing but a comment, in any of the usual notations. */
    static boolean isComment(String trimmed) {
        return trimmed.startsWith("//")
                || trimmed.startsWith("/*")
                || (trimmed.startsWith("*") && !trimmed.startsWith("**"))
                || trimmed.startsWith("# ")
                || trimmed.equals("#")
                || trimmed.startsWith("#:")
                || trimmed.startsWith("##")
                || trimmed.startsWith("-- ")
                || trimmed.startsWith("--- ")
                || trimmed.startsWith("<!--")
                || trimmed.startsWith(";;");
    }

    /** Whether a line is a comment by a mark that prose does not use: {@code //}, or an asterisk aligned below {@code /*}. */
    static boolean isMarkedComment(String line) {
        String trimmed = line.strip();
        int indent = Ascii.blanks(line, 0);
        boolean aligned =
                trimmed.startsWith("*") && indent > 0 && line.charAt(indent - 1) == ' ' && isOddIndent(line, indent);
        return aligned || trimmed.startsWith("//") || trimmed.startsWith("/*");
    }

    private static boolean isOddIndent(String line, int indent) {
        return indent % 2 == 1 || line.charAt(0) == '\t';
    }

    /** How many words of letters only stand in a row at most; from {@link #SENTENCE} on they are not counted. */
    static int wordsInRow(String trimmed) {
        int most = 0;
        int run = 0;
        int start = 0;
        for (int words = 1; words <= MAX_WORDS && run < SENTENCE && start <= trimmed.length(); words++) {
            int blank = words < MAX_WORDS ? trimmed.indexOf(' ', start) : -1;
            int end = blank < 0 ? trimmed.length() : blank;
            run = isWord(trimmed, start, end) ? run + 1 : 0;
            most = Math.max(most, run);
            start = end + 1;
        }
        return most;
    }

    /** Letters, and at most one more character behind them. */
    private static boolean isWord(String text, int start, int end) {
        for (int i = start; i < end - 1; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return end > start;
    }

    /** Whether a line ends, begins or is joined as lines of programs are and sentences are not. */
    static boolean hasCodePunctuation(String trimmed) {
        char first = trimmed.charAt(0);
        char last = trimmed.charAt(trimmed.length() - 1);
        return "{};[(=\\".indexOf(last) >= 0
                || "})]@".indexOf(first) >= 0
                || (first == '#' && Ascii.isLetter(Ascii.at(trimmed, 1)))
                || hasCall(trimmed)
                || hasOperator(trimmed)
                || isImport(trimmed)
                || isTypedName(trimmed)
                || (last == ',' && isElement(trimmed))
                || (last == ')' && isCondition(trimmed))
                || (last == ':' && isBlockStart(trimmed));
    }

    /** {@code import a.b.C}, {@code use a::b}: one name with joints, and at most one more phrase. */
    private static boolean isImport(String line) {
        boolean keyword = line.startsWith("import ")
                || line.startsWith("package ")
                || line.startsWith("use ")
                || line.startsWith("using ")
                || line.startsWith("from ")
                || line.startsWith("require ");
        int end = keyword ? line.indexOf(' ', line.indexOf(' ') + 1) : -1;
        String name = keyword ? line.substring(line.indexOf(' ') + 1, end < 0 ? line.length() : end) : "";
        int joint = Math.max(name.indexOf('.'), Math.max(name.indexOf(':'), name.indexOf('/')));
        return keyword && (end < 0 || (joint > 0 && joint < name.length() - 1) || line.contains(" import "));
    }

    /** {@code name: Type}, a field or a parameter on a line of its own. */
    private static boolean isTypedName(String line) {
        int end = 0;
        while (end < line.length() && Ascii.isWord(line.charAt(end))) {
            end++;
        }
        boolean typed = end > 0 && line.startsWith(": ", end) && !Ascii.isUpper(line.charAt(0));
        for (int i = end + 2; typed && i < line.length(); i++) {
            typed = Ascii.isWord(line.charAt(i)) || "[]<>?|.,*&".indexOf(line.charAt(i)) >= 0;
        }
        return typed && end + 2 < line.length();
    }

    /** An element of a list or an argument: without blanks, quoted, bracketed or with a value. */
    private static boolean isElement(String line) {
        return line.indexOf(' ') < 0
                || "'\"([{0".indexOf(line.charAt(0)) >= 0
                || line.contains(": ")
                || line.indexOf('=') > 0;
    }

    private static boolean isCondition(String line) {
        return line.startsWith("if (")
                || line.startsWith("for (")
                || line.startsWith("while (")
                || line.startsWith("else");
    }

    /** An identifier directly before an opening parenthesis. */
    private static boolean hasCall(String line) {
        int open = line.indexOf('(');
        return open > 0 && Ascii.isWord(line.charAt(open - 1)) && !line.startsWith("(s)", open);
    }

    private static boolean hasOperator(String line) {
        return line.contains(" = ")
                || line.contains(" := ")
                || line.contains(" => ")
                || line.contains("->")
                || line.contains("==")
                || line.contains("!=")
                || line.contains("::")
                || line.contains(" += ")
                || line.contains("&&")
                || line.contains("||")
                || line.contains("$(")
                || line.contains("${")
                || hasVariable(line);
    }

    /** {@code $name} or {@code "$name"}, as in shells. */
    private static boolean hasVariable(String line) {
        int dollar = line.indexOf('$');
        return dollar >= 0 && (Ascii.isLetter(Ascii.at(line, dollar + 1)) || Ascii.at(line, dollar + 1) == '@');
    }

    /** {@code else:}, {@code if x:} and the like: no blank line of prose ends so with a keyword before. */
    private static boolean isBlockStart(String line) {
        return line.startsWith("if ")
                || line.startsWith("for ")
                || line.startsWith("while ")
                || line.startsWith("with ")
                || line.startsWith("el")
                || line.startsWith("try:")
                || line.startsWith("except")
                || line.startsWith("class ")
                || line.startsWith("case ")
                || line.startsWith("default:");
    }

    /** Words and operators of a line; what stands in quotes is left out. */
    static List<String> tokens(String line) {
        return tokens(line, TOKENISED);
    }

    /** The first of them, so many at most. */
    static List<String> tokens(String line, int most) {
        List<String> tokens = new ArrayList<>();
        int limit = Math.min(line.length(), TOKENISED);
        int at = 0;
        while (at < limit && tokens.size() < most) {
            char c = line.charAt(at);
            int end = at + 1;
            if (isIdentifier(c)) {
                while (end < limit && isIdentifier(line.charAt(end))) {
                    end++;
                }
            } else if (c == '"') {
                end = afterString(line, at, limit);
            } else if (OPERATORS.indexOf(c) >= 0) {
                end = operatorEnd(line, at, limit);
            }
            if (c > ' ' && (isIdentifier(c) || OPERATORS.indexOf(c) >= 0 || SINGLE.indexOf(c) >= 0)) {
                tokens.add(line.substring(at, c == '"' ? at + 1 : end));
            }
            at = end;
        }
        return tokens;
    }

    /** Operators in a row; marks such as {@code #} and {@code @} take the word after them along. */
    private static int operatorEnd(String line, int start, int limit) {
        char c = line.charAt(start);
        int end = start + 1;
        if ((c == '#' || c == '@') && end < limit && (isIdentifier(line.charAt(end)) || line.charAt(end) == '[')) {
            end++;
            while (end < limit && isIdentifier(line.charAt(end))) {
                end++;
            }
            return end;
        }
        if (c == '$' || c == '&') {
            boolean bracket = end < limit && "({&".indexOf(line.charAt(end)) >= 0;
            return bracket ? end + 1 : wordEnd(line, end, limit);
        }
        while (end < limit && OPERATORS.indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int wordEnd(String line, int start, int limit) {
        int end = start;
        while (end < limit && isIdentifier(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int afterString(String line, int start, int limit) {
        int end = start + 1;
        while (end < limit && line.charAt(end) != '"') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, limit);
    }

    private static boolean isIdentifier(char c) {
        return Ascii.isWord(c) || (c > 127 && Character.isLetter(c));
    }
}
