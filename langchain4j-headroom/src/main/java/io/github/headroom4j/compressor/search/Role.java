package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.SourceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a line of source does, told from its first words; general syntax, no language in particular. */
enum Role {
    /** Introduces a name: a type, a function, a method. */
    DECLARATION(3.0),
    /** Uses a name. */
    USE(1.0),
    /** Speaks of it in a comment. */
    COMMENT(0.4),
    /** Makes a name known; says nothing about what it does. */
    IMPORT(0.2);

    /** A declaration says what it is in its first words. */
    private static final int WORDS = 6;

    private final double weight;

    Role(double weight) {
        this.weight = weight;
    }

    /** How much a line of this role tells about where something is done, against a plain use. */
    double weight() {
        return weight;
    }

    static Role of(String line) {
        String text = line.strip();
        if (isComment(text)) {
            return COMMENT;
        }
        int paren = text.indexOf('(');
        String head = paren < 0 ? text : text.substring(0, paren);
        List<String> words = words(head);
        if (SourceWords.imports(words.get(0).toLowerCase(Locale.ROOT)) || head.endsWith("require")) {
            return IMPORT;
        }
        return isDeclaration(head, words, paren >= 0) ? DECLARATION : USE;
    }

    /** The name before the parameters, empty if there is none. */
    static String nameBeforeParameters(String line) {
        int end = line.indexOf('(');
        int start = Math.max(0, end);
        while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
            start--;
        }
        return line.substring(start, Math.max(0, end));
    }

    static boolean isComment(String text) {
        return text.startsWith("*")
                || text.startsWith("//")
                || text.startsWith("/*")
                || text.startsWith("# ")
                || text.startsWith("<!--")
                || text.startsWith("-- ")
                || text.startsWith("\"\"\"");
    }

    /** The first words between blanks, and what is behind them, which may be nothing behind a blank. */
    private static List<String> words(String head) {
        List<String> words = new ArrayList<>(WORDS + 1);
        int start = 0;
        for (int i = 0; i < head.length() && words.size() < WORDS; i++) {
            if (isBlank(head.charAt(i))) {
                words.add(head.substring(start, i));
                while (i + 1 < head.length() && isBlank(head.charAt(i + 1))) {
                    i++;
                }
                start = i + 1;
            }
        }
        words.add(head.substring(start));
        return words;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isDeclaration(String head, List<String> words, boolean call) {
        if (SourceWords.beginsStatement(words.get(0)) || head.indexOf('=') >= 0) {
            return false;
        }
        for (String word : words) {
            if (SourceWords.declares(word)) {
                return true;
            }
            if (!SourceWords.modifies(word) && !word.startsWith("@")) {
                break;
            }
        }
        // "Type name(": two words at least, and the last one plain.
        return call && words.size() >= 2 && isName(words.get(words.size() - 1));
    }

    private static boolean isName(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isJavaIdentifierPart(word.charAt(i))) {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
