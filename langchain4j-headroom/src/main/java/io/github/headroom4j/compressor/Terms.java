package io.github.headroom4j.compressor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into the terms that relevance is computed on. A run of letters, digits and the joints {@code _ - . / : @} is
 * one term as a whole (an identifier, a path, a UUID, a version, an address) and, if it has joints or camel case, also
 * its parts. Everything is lower-case by {@link Locale#ROOT}.
 *
 * <p>Linear in the text; no regular expression.
 */
public final class Terms {

    /** A run longer than this is data (base64, minified code) rather than a word, and yields no terms. */
    private static final int MAX_RUN = 256;

    /** English function words: they carry no information about what is sought. */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do", "does", "for", "from",
            "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "of", "on", "or",
            "our", "out", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
            "these", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will",
            "with", "would", "you", "your");

    private Terms() {}

    /**
     * The terms of a text in their order, with repetitions.
     *
     * @param text any text
     * @return lower-case terms, function words left out
     */
    public static List<String> of(CharSequence text) {
        return of(text, Pace.unhurried());
    }

    static List<String> of(CharSequence text, Pace pace) {
        List<String> terms = new ArrayList<>();
        int length = text.length();
        int start = 0;
        while (start < length) {
            int end = start;
            while (end < length && isRunCharacter(text.charAt(end))) {
                end++;
            }
            pace.step(end - start);
            if (end > start) {
                addRun(trimJoints(text, start, end), terms);
            }
            start = end + 1;
        }
        return terms;
    }

    /**
     * Whether a term identifies one thing rather than a kind: it has a digit and at least four characters, or a joint
     * between parts (a path, a dotted name, an address).
     *
     * @param term a term of {@link #of}
     * @return whether a record that holds it should be shown when a query names it
     */
    public static boolean isIdentifier(String term) {
        boolean digit = false;
        boolean joint = false;
        for (int i = 0; i < term.length(); i++) {
            digit |= Character.isDigit(term.charAt(i));
            joint |= isJoint(term.charAt(i));
        }
        return term.length() >= 4 && (digit || joint);
    }

    private static void addRun(String run, List<String> terms) {
        if (run.isEmpty() || run.length() > MAX_RUN) {
            return;
        }
        String whole = run.toLowerCase(Locale.ROOT);
        if (!STOP_WORDS.contains(whole)) {
            terms.add(whole);
        }
        int start = 0;
        for (int i = 1; i <= run.length(); i++) {
            if (i == run.length() || isPartBoundary(run, i)) {
                addPart(run, start, i, terms);
                start = i;
            }
        }
    }

    private static void addPart(String run, int start, int end, List<String> terms) {
        String part = trimJoints(run, start, end);
        if (part.length() > 1 && part.length() < run.length()) {
            String term = part.toLowerCase(Locale.ROOT);
            if (!STOP_WORDS.contains(term)) {
                terms.add(term);
            }
        }
    }

    private static boolean isPartBoundary(String run, int i) {
        char before = run.charAt(i - 1);
        char here = run.charAt(i);
        boolean hump = Character.isUpperCase(here)
                && (Character.isLowerCase(before)
                        || (i + 1 < run.length() && Character.isLowerCase(run.charAt(i + 1))));
        return isJoint(before) || isJoint(here) || hump;
    }

    private static String trimJoints(CharSequence text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isJoint(text.charAt(start))) {
            start++;
        }
        while (end > start && isJoint(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    private static boolean isRunCharacter(char c) {
        return Character.isLetterOrDigit(c) || isJoint(c);
    }

    private static boolean isJoint(char c) {
        return c == '_' || c == '-' || c == '.' || c == '/' || c == ':' || c == '@';
    }
}
