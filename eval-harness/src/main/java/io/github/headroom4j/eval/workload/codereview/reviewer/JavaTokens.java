package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.reviewer.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts lines of Java into tokens; comments are none. Any text can be read: what is no Java becomes marks. Linear. A comment
 * that runs over lines is known by the star at their beginnings, since lines may be missing.
 */
final class JavaTokens {

    private static final List<String> LONG_MARKS = List.of(
            ">>>=", "<<=", ">>=", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=",
            "/=", "&=", "|=", "^=", "%=");

    private static final Set<Character> QUOTES = Set.of('"', '\'');

    private final List<Token> tokens = new ArrayList<>();
    private boolean comment;

    private JavaTokens() {}

    static List<Token> of(List<String> lines) {
        JavaTokens reading = new JavaTokens();
        for (int i = 0; i < lines.size(); i++) {
            reading.readLine(lines.get(i), i);
        }
        return reading.tokens;
    }

    static List<Token> of(String line) {
        return of(List.of(line));
    }

    private void readLine(String line, int number) {
        int at = 0;
        String stripped = line.strip();
        if (stripped.startsWith("* ") || stripped.equals("*")) {
            return;
        }
        while (at < line.length()) {
            if (comment) {
                int end = line.indexOf("*/", at);
                comment = end < 0;
                at = end < 0 ? line.length() : end + 2;
            } else if (line.startsWith("//", at)) {
                return;
            } else if (line.startsWith("/*", at)) {
                comment = true;
                at += 2;
            } else {
                at = readToken(line, at, number);
            }
        }
    }

    private int readToken(String line, int at, int number) {
        char c = line.charAt(at);
        if (c <= ' ') {
            return at + 1;
        }
        int end;
        Kind kind;
        if (QUOTES.contains(c)) {
            kind = Kind.TEXT;
            end = endOfText(line, at);
        } else if (Character.isJavaIdentifierStart(c)) {
            kind = Kind.WORD;
            end = endOfWord(line, at);
        } else if (Character.isDigit(c)) {
            kind = Kind.NUMBER;
            end = endOfWord(line, at);
        } else {
            kind = Kind.MARK;
            end = at + mark(line, at);
        }
        tokens.add(new Token(kind, line.substring(at, end), number));
        return end;
    }

    private static int endOfText(String line, int at) {
        char quote = line.charAt(at);
        int end = at + 1;
        while (end < line.length() && line.charAt(end) != quote) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(line.length(), end + 1);
    }

    private static int endOfWord(String line, int at) {
        int end = at + 1;
        boolean number = Character.isDigit(line.charAt(at));
        while (end < line.length()
                && (Character.isJavaIdentifierPart(line.charAt(end)) || (number && line.charAt(end) == '.'))) {
            end++;
        }
        return end;
    }

    private static int mark(String line, int at) {
        return LONG_MARKS.stream()
                .filter(mark -> line.startsWith(mark, at))
                .findFirst()
                .map(String::length)
                .orElse(1);
    }
}
