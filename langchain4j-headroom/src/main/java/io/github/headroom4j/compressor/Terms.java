package io.github.headroom4j.compressor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Cuts text into the terms that relevance is computed on. A run of letters, digits and the joints {@code _ - . / : @} is
 * one term as a whole (an identifier, a path, a UUID, a version, an address) and, if it has joints or camel case, also
 * its parts. Everything is lower-case by {@link Locale#ROOT}.
 *
 * <p>Linear in the text; no regular expression.
 */
public final class Terms {

    /** A run longer than this is data (base64, minified code) rather than a word, and yields no terms. */
    static final int MAX_RUN = 256;

    /** English function words: they carry no information about what is sought. */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do", "does", "for", "from",
            "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "of", "on", "or",
            "our", "out", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
            "these", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will",
            "with", "would", "you", "your");

    private static final int MAX_STOP_WORD =
            STOP_WORDS.stream().mapToInt(String::length).max().orElseThrow();

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
        List<String> all = new ArrayList<>();
        TermMemory.ofTerms(Function.identity(), pace).forEach(text, all::addAll);
        return all;
    }

    /**
     * Whether a word may go on over a place, so that the terms of what stands before it and of what stands after are not those of
     * the whole.
     *
     * @param text any text
     * @param at an offset in it
     * @return whether the characters on both sides belong to one run
     */
    public static boolean goOnOver(String text, int at) {
        return at > 0 && at < text.length() && isOfRun(text.charAt(at - 1)) && isOfRun(text.charAt(at));
    }

    /** The terms of one run. */
    static List<String> ofRun(String untrimmed) {
        if (isPlain(untrimmed)) {
            return isStopWord(untrimmed) ? List.of() : List.of(untrimmed);
        }
        String run = trimJoints(untrimmed, 0, untrimmed.length());
        if (run.isEmpty() || run.length() > MAX_RUN) {
            return List.of();
        }
        List<String> terms = new ArrayList<>(2);
        addRun(run, terms);
        return List.copyOf(terms);
    }

    /** Whether a run is one small word or number, as most are. */
    private static boolean isPlain(String run) {
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return run.length() <= MAX_RUN;
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

    private static boolean isStopWord(String term) {
        return term.length() <= MAX_STOP_WORD && STOP_WORDS.contains(term);
    }

    private static void addRun(String run, List<String> terms) {
        String whole = run.toLowerCase(Locale.ROOT);
        if (!isStopWord(whole)) {
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
            if (!isStopWord(term)) {
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

    private static String trimJoints(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isJoint(text.charAt(start))) {
            start++;
        }
        while (end > start && isJoint(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether a character is part of a run. */
    static boolean isOfRun(char c) {
        return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c > 'z' ? Character.isLetterOrDigit(c) : isOther(c));
    }

    /** ASCII's digits lie between two joints. */
    private static boolean isOther(char c) {
        return (c >= '-' && c <= ':') || c == '@' || c == '_';
    }

    private static boolean isJoint(char c) {
        return c == '_' || c == '-' || c == '.' || c == '/' || c == ':' || c == '@';
    }
}
