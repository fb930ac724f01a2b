package io.github.headroom4j.rag;

import io.github.headroom4j.rag.PassageSet.Unit;
import java.util.Map;
import java.util.Set;

/**
 * How a passage's title is named elsewhere: by its words, by forms of them ("Tunisian" for "Tunisia"), or by its initials.
 *
 * @param words the stems of its words, and what each tells
 * @param initials of its capitalised words, empty if there are fewer than {@value #MIN_INITIALS}
 */
record Title(Map<String, Double> words, String initials) {

    private static final int MIN_INITIALS = 3;

    /** Characters at the beginning that two forms of a word share at least. */
    private static final int MIN_FORM = 5;

    /** Characters by which two forms of a word differ in length at most. */
    private static final int MAX_ENDING = 3;

    /** What another form of a word counts, against the word. */
    private static final double FORM = 0.8;

    /** For instance {@code SAS} for "Special Air Service". */
    static String initials(String title) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            boolean begins = i == 0 || !Character.isLetterOrDigit(title.charAt(i - 1));
            if (begins && Character.isUpperCase(title.charAt(i))) {
                initials.append(title.charAt(i));
            }
        }
        return initials.length() < MIN_INITIALS ? "" : initials.toString();
    }

    /** The share of the title that words hold. */
    double shareOf(Set<String> stems) {
        return share(stems, 0);
    }

    /** How much of the title a unit names; what its initials name is all of it. */
    double named(Unit unit) {
        return holdsWord(unit.text(), initials) ? 1 : share(unit.stems(), FORM);
    }

    private double share(Set<String> stems, double form) {
        double all = 0;
        double held = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            all += word.getValue();
            if (stems.contains(word.getKey())) {
                held += word.getValue();
            } else if (form > 0 && stems.stream().anyMatch(stem -> areForms(stem, word.getKey()))) {
                held += form * word.getValue();
            }
        }
        return all > 0 ? held / all : 0;
    }

    private static boolean areForms(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        return shorter >= MIN_FORM
                && Math.abs(one.length() - other.length()) <= MAX_ENDING
                && one.regionMatches(0, other, 0, Math.max(MIN_FORM, shorter - 1));
    }

    private static boolean holdsWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0 && !word.isEmpty(); at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
