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

    private CodeLines() {}

    /** Whether a line is nothing but a comment, in any of the usual notations. */
    static boolean isComment(String trimmed) {
        return trimmed.startsWith("//")
                || trimmed.startsWith("/*")
                || (trimmed.startsWith("*") && !trimmed.startsWith("**"))
                || trimmed.startsWith("# ")
                || trimmed.equals("#")
                || trimmed.startsWith("##")
                || trimmed.startsWith("-- ")
                || trimmed.startsWith("--- ")
                || trimmed.startsWith("<!--")
                || trimmed.startsWith(";;");
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
                || (last == ':' && isBlockStart(trimmed));
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
                || line.contains("=\"$");
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
        List<String> tokens = new ArrayList<>();
        int limit = Math.min(line.length(), TOKENISED);
        int at = 0;
        while (at < limit) {
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
