package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.SourceWords;
import java.util.Set;

/** Guesses what a block is called from the code before its brace, without knowing the language. Linear in the header. */
final class HeaderNames {

    /** Words before a type's name. */
    private static final Set<String> TYPE_WORDS = Set.of(
            "class",
            "interface",
            "enum",
            "record",
            "struct",
            "trait",
            "union",
            "namespace",
            "module",
            "mod",
            "object",
            "protocol",
            "extension",
            "type");

    private HeaderNames() {}

    /** The name of a type; empty if none is found. */
    static String ofType(String header) {
        int target = header.startsWith("impl") ? header.indexOf(" for ") : -1;
        if (header.startsWith("impl")) {
            int from = target >= 0 ? target + " for ".length() : afterGenerics(header, "impl".length());
            return wordFrom(header, from);
        }
        String before = "";
        for (int i = 0; i < header.length(); ) {
            int end = endOfWord(header, i);
            if (end > i) {
                String word = header.substring(i, end);
                if (TYPE_WORDS.contains(before) && !TYPE_WORDS.contains(word)) {
                    return word;
                }
                before = word;
            }
            i = Math.max(end, i + 1);
        }
        return "";
    }

    /** The name of a function; empty if the header is a statement or a function without a name. */
    static String ofFunction(String header) {
        int paren = openingParenthesis(header);
        if (paren < 0) {
            return "";
        }
        int assigned = assignment(header, paren);
        String name = wordBefore(header, assigned < 0 ? paren : assigned);
        return SourceWords.beginsStatement(name) || SourceWords.declares(name) ? "" : name;
    }

    /** The type that a function names itself a member of, in Go's and C++'s way; empty if none. */
    static String receiver(String header) {
        if (header.startsWith("func (")) {
            int close = header.indexOf(')');
            return close < 0 ? "" : wordBefore(header, endOfReceiver(header, close));
        }
        int paren = openingParenthesis(header);
        int colons = paren < 0 ? -1 : header.lastIndexOf("::", paren);
        return colons > 0 ? wordBefore(header, colons) : "";
    }

    private static int endOfReceiver(String header, int close) {
        int generic = header.indexOf('[');
        return generic >= 0 && generic < close ? generic : close;
    }

    private static int openingParenthesis(String header) {
        int from = header.startsWith("func (") ? header.indexOf(')') + 1 : 0;
        return header.indexOf('(', from);
    }

    /** The equals sign or colon that gives a function literal its name, or -1. */
    private static int assignment(String header, int paren) {
        for (int i = paren - 1; i > 0; i--) {
            char c = header.charAt(i);
            boolean scope = header.charAt(i - 1) == ':' || header.charAt(i + 1) == ':';
            if ((c == '=' && header.charAt(i + 1) != '=') || (c == ':' && !scope)) {
                return i;
            }
        }
        return -1;
    }

    private static int afterGenerics(String header, int from) {
        int at = from;
        while (at < header.length() && header.charAt(at) <= ' ') {
            at++;
        }
        if (at >= header.length() || header.charAt(at) != '<') {
            return at;
        }
        int depth = 0;
        for (; at < header.length(); at++) {
            char c = header.charAt(at);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return at;
    }

    private static String wordFrom(String header, int from) {
        int at = from;
        while (at < header.length() && !Character.isJavaIdentifierStart(header.charAt(at))) {
            at++;
        }
        int end = endOfWord(header, at);
        // A qualified name ends with the name itself.
        if (header.startsWith("::", end)) {
            return wordFrom(header, end + 2);
        }
        return header.substring(at, end);
    }

    private static String wordBefore(String header, int limit) {
        int end = limit;
        int depth = 0;
        while (end > 0 && (depth > 0 || !Character.isJavaIdentifierPart(header.charAt(end - 1)))) {
            char c = header.charAt(end - 1);
            depth += c == '>' ? 1 : c == '<' ? -1 : 0;
            end--;
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(header.charAt(start - 1))) {
            start--;
        }
        return header.substring(start, end);
    }

    private static int endOfWord(String header, int from) {
        int end = from;
        while (end < header.length() && Character.isJavaIdentifierPart(header.charAt(end))) {
            end++;
        }
        return end;
    }
}
