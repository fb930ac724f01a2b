package io.github.headroom4j.eval.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values in a text: words that prose does not have, told apart by their shape, and how a gap names the shape of what is missing.
 * Linear in the text.
 */
public final class Values {

    /** Fewer characters than this, 3, stand anywhere by chance. */
    public static final int MIN_LENGTH = 3;

    /** What a value looks like. */
    public enum Shape {
        /** Digits, with separators. */
        NUMBER,
        /** Letters and digits, or letters with signs in between. */
        NAME,
        /** Parts with slashes. */
        PATH
    }

    /**
     * A value where it stands.
     *
     * @param text the value
     * @param start where it begins
     * @param shape what it looks like
     */
    public record Value(String text, int start, Shape shape) {}

    /**
     * A gap in a text.
     *
     * @param number its number, from 1
     * @param shape what belongs there
     * @param start where it begins
     * @param end where it ends
     */
    public record Gap(int number, Shape shape, int start, int end) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_./:@#+-]*+");

    private static final Pattern GAP = Pattern.compile("\\[gap (\\d{1,3}): (number|name|path)]");

    private Values() {}

    /**
     * All values of a text.
     *
     * @param text any text
     * @return in order, repeated ones again
     */
    public static List<Value> in(String text) {
        List<Value> values = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = trimmed(words.group());
            // What a redaction has put there is no value.
            boolean redacted = words.start() > 0 && text.charAt(words.start() - 1) == '«';
            Shape shape = redacted ? null : shape(word);
            if (shape != null) {
                values.add(new Value(word, words.start(), shape));
            }
        }
        return values;
    }

    /**
     * Whether a text holds a value as a whole, and not as a part of another.
     *
     * @param text any text
     * @param value the value
     * @return whether it does
     */
    public static boolean holds(CharSequence text, String value) {
        String all = text.toString();
        for (int at = all.indexOf(value); at >= 0; at = all.indexOf(value, at + 1)) {
            if (!isWord(all, at - 1) && !isWord(all, at + value.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * What stands in the place of a value.
     *
     * @param number of the gap, from 1
     * @param value what is left out
     * @return for instance {@code [gap 2: number]}
     */
    public static String gap(int number, Value value) {
        return "[gap " + number + ": " + value.shape().name().toLowerCase(Locale.ROOT) + "]";
    }

    /**
     * The gaps of a text.
     *
     * @param text with gaps as {@link #gap} writes them
     * @return in order, repeated ones again
     */
    public static List<Gap> gaps(String text) {
        List<Gap> gaps = new ArrayList<>();
        Matcher found = GAP.matcher(text);
        while (found.find()) {
            Shape shape = Shape.valueOf(found.group(2).toUpperCase(Locale.ROOT));
            gaps.add(new Gap(Integer.parseInt(found.group(1)), shape, found.start(), found.end()));
        }
        return gaps;
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    /** A sentence's full stop is no part of the value. */
    private static String trimmed(String word) {
        int end = word.length();
        while (end > 0 && ".:/@#+-".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static @Nullable Shape shape(String word) {
        if (word.length() < MIN_LENGTH) {
            return null;
        }
        boolean digits = word.chars().anyMatch(Character::isDigit);
        boolean letters = word.chars().anyMatch(Character::isLetter);
        if (word.indexOf('/') > 0
                && letters
                && (digits
                        || word.indexOf('.') > 0
                        || word.chars().filter(c -> c == '/').count() > 1)) {
            return Shape.PATH;
        }
        if (digits) {
            return letters ? Shape.NAME : Shape.NUMBER;
        }
        boolean signs =
                word.indexOf('_') > 0 || word.indexOf('@') > 0 || word.indexOf('#') > 0 || word.indexOf('.') > 0;
        return letters && (signs || isMixed(word) || isCode(word)) ? Shape.NAME : null;
    }

    /** A capital after a small letter. */
    private static boolean isMixed(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Five capitals or more, as codes of bookings have them. */
    private static boolean isCode(String word) {
        return word.length() >= 5 && word.chars().allMatch(Character::isUpperCase);
    }
}
