package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.SourceWords;
import java.util.Set;

/** What a line of code or text tells without the lines around it. Any language; linear in the line. */
final class CodeLine {

    /** What names a place in tests and in schemas; they are no declarations of a programming language. */
    private static final Set<String> DESCRIBING = Set.of("describe", "it", "test", "create", "resource", "contract");

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
                && !SourceWords.imports(firstWord(line.strip()));
    }

    /** Whether a line begins a type, a function or the like. */
    static boolean declares(String line) {
        String code = line.strip();
        String word = firstWord(code);
        boolean modified = false;
        while (SourceWords.modifies(word)) {
            modified = true;
            code = code.substring(word.length()).strip();
            word = firstWord(code);
        }
        if (SourceWords.declares(word) || DESCRIBING.contains(word)) {
            return true;
        }
        if (SourceWords.beginsStatement(word) || word.isEmpty()) {
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
