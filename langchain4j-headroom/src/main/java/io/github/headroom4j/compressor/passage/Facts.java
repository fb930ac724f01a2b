package io.github.headroom4j.compressor.passage;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a sentence states that no other sentence can stand for: its numbers and dates, its names, whether it denies, whether it
 * quotes.
 *
 * @param numbers tokens with a digit, sorted
 * @param names words with a capital that do not begin the sentence, lower-case, sorted
 * @param denies whether a word of negation stands in it
 * @param quotes whether it holds quoted text
 */
public record Facts(Set<String> numbers, Set<String> names, boolean denies, boolean quotes) {

    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "none", "nor", "neither", "without", "cannot", "nobody", "nothing", "nowhere",
            "except", "unless", "nicht", "kein", "keine", "nie", "ohne", "pas", "jamais", "sans", "sin", "nunca",
            "non");

    /** Characters, also before a word is in lower case, which makes none shorter. */
    private static final int LONGEST_NEGATION =
            NEGATIONS.stream().mapToInt(String::length).max().orElse(0);

    /**
     * Reads a sentence.
     *
     * @param sentence any text; its first word is no name for its capital alone
     * @return what it states
     */
    public static Facts of(String sentence) {
        Set<String> numbers = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        boolean denies = false;
        boolean first = true;
        int at = 0;
        while (at < sentence.length()) {
            int start = skipOthers(sentence, at);
            int end = endOfWord(sentence, start);
            if (end > start) {
                String word = sentence.substring(start, end);
                if (hasDigit(word)) {
                    numbers.add(word);
                } else if (!first && Character.isUpperCase(word.charAt(0))) {
                    names.add(word.toLowerCase(Locale.ROOT));
                }
                denies = denies || isDenial(word);
                first = false;
            }
            at = end + 1;
        }
        boolean quotes = sentence.indexOf('"') >= 0 || sentence.indexOf('“') >= 0 || sentence.indexOf('«') >= 0;
        return new Facts(numbers, names, denies, quotes);
    }

    /**
     * Whether there is anything in it that is not running text.
     *
     * @return whether it has a number, a name, a negation or a quotation
     */
    public boolean any() {
        return !numbers.isEmpty() || !names.isEmpty() || denies || quotes;
    }

    private static int skipOthers(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && isPart(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || (isJoint(c) && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static boolean isJoint(char c) {
        return switch (c) {
            case '.', ',', ':', '/', '-', '\'', '’' -> true;
            default -> false;
        };
    }

    private static boolean isDenial(String word) {
        return (word.length() <= LONGEST_NEGATION && NEGATIONS.contains(word.toLowerCase(Locale.ROOT)))
                || word.endsWith("n't")
                || word.endsWith("n’t");
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
