package io.github.headroom4j.compressor.build;

/** How linters and compilers number their rules: one to four capitals and three to five digits. */
final class RuleCode {

    private RuleCode() {}

    /** Whether a rule's number stands at an index, and ends where a word does. */
    static boolean isAt(String line, int from) {
        int letters = from;
        while (letters < line.length() && line.charAt(letters) >= 'A' && line.charAt(letters) <= 'Z') {
            letters++;
        }
        int digits = letters;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        return letters > from
                && letters - from <= 4
                && digits - letters >= 3
                && digits - letters <= 5
                && (digits == line.length() || " :".indexOf(line.charAt(digits)) >= 0);
    }
}
