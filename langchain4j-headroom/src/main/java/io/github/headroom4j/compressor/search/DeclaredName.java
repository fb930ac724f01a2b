package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.SourceWords;
import java.util.Set;

/**
 * Finds the name that a line of source declares: a type, a function, a macro, a constant. General syntax, no language in
 * particular; a guess where lines are cut from their files. Each character is looked at a bounded number of times.
 */
final class DeclaredName {

    /** A declaration says what it declares within so many words. */
    private static final int MAX_WORDS = 12;

    private static final Set<String> VARIABLES = Set.of("const", "let", "var", "val");

    /** Words that speak of what is declared elsewhere. */
    private static final Set<String> REOPENING = Set.of("impl", "extension", "namespace", "module");

    private final String text;
    private int at;
    private boolean typed;

    private DeclaredName(String text) {
        this.text = text;
    }

    /** The name, empty if the line declares none. */
    static String in(String line) {
        String text = line.strip();
        DeclaredName declared = new DeclaredName(text);
        if (text.startsWith("#")) {
            declared.at = 1;
            return declared.nextWord().equals("define") ? declared.nextWord() : "";
        }
        return Role.isComment(text) ? "" : declared.find();
    }

    private String find() {
        String name = "";
        for (int words = 0; words < MAX_WORDS && name.isEmpty(); words++) {
            String word = nextWord();
            if (word.isEmpty() || (words == 0 && SourceWords.imports(word))) {
                return "";
            }
            if (SourceWords.declares(word)) {
                name = REOPENING.contains(word) ? "" : declared();
                if (name.isEmpty() || !isTypeOfNext()) {
                    return name;
                }
                word = name;
            }
            if (VARIABLES.contains(word)) {
                name = assigned();
            } else if (SourceWords.beginsStatement(word)) {
                return "";
            } else if (SourceWords.modifies(word)) {
                skipParentheses();
            } else {
                name = typeOrName(word);
            }
        }
        return name;
    }

    private String typeOrName(String word) {
        String name = opensParameters() ? word : "";
        skipType();
        typed = at < text.length() && (isBlank(at) || "*&".indexOf(text.charAt(at - 1)) >= 0);
        return name;
    }

    /** {@code struct page *page_of(} declares what follows. */
    private boolean isTypeOfNext() {
        return text.startsWith("*", skip(at));
    }

    private boolean isBlank(int index) {
        return text.charAt(index) == ' ' || text.charAt(index) == '\t';
    }

    /** The name after {@code class}, {@code fn}, {@code func (r *Type)}. */
    private String declared() {
        skipParentheses();
        String word = nextWord();
        return SourceWords.declares(word) || SourceWords.modifies(word) ? nextWord() : word;
    }

    private String assigned() {
        String word = nextWord();
        int next = skip(at);
        return next < text.length() && (text.charAt(next) == '=' || text.charAt(next) == ':') ? word : "";
    }

    /** Behind a type a parenthesis is enough; without one, as JavaScript has it, the body must open on this line. */
    private boolean opensParameters() {
        int next = skip(at);
        boolean opens = next < text.length() && text.charAt(next) == '(';
        return opens && (typed || (text.endsWith("{") && text.indexOf(')', next) > 0));
    }

    /** An identifier, with the mark of a macro or an annotation; empty if something else stands here. */
    private String nextWord() {
        at = skip(at);
        if (text.startsWith("<", at)) {
            skipType();
            at = skip(at);
        }
        while (at < text.length() && "*&".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        while (at < text.length() && (isNamePart(text.charAt(at)) || (at == start && text.charAt(at) == '@'))) {
            at++;
        }
        if (at > start && text.startsWith("! ", at)) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return Character.isJavaIdentifierPart(c) && c >= ' ';
    }

    private void skipParentheses() {
        int next = skip(at);
        if (next < text.length() && text.charAt(next) == '(') {
            int end = text.indexOf(')', next);
            at = end < 0 ? text.length() : end + 1;
        }
    }

    /** What belongs to a type behind its name: {@code <K, V>[]}, {@code .Entry}, {@code *}. */
    private void skipType() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            boolean mark = "<>[].*&?,:".indexOf(c) >= 0;
            if (!mark && (depth <= 0 || c == '(')) {
                return;
            }
            at++;
        }
    }

    private int skip(int start) {
        return LeadScanner.blanks(text, start);
    }
}
