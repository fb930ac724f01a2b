package io.github.headroom4j.eval.question;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation of answers, one item a line, and when an answer names a gold item: places tolerate {@value #TOLERANCE} lines, a quoted
 * line names every text that stands in it, anything else has to be equal.
 */
public final class Items {

    /** By so many lines a place may be off. */
    public static final int TOLERANCE = 3;

    private static final String LINE = "line:";
    private static final String COUNT = "count:";
    private static final String FILE = "file:";
    private static final String AT = "at:";
    private static final String SYMBOL = "symbol:";
    private static final String TEXT = "text:";
    private static final String VALUE = "value:";

    private static final Pattern PLACE = Pattern.compile(AT + "(.*):(\\d{1,9})(?:-(\\d{1,9}))?");

    private Items() {}

    private record Place(String path, int first, int last) {}

    /**
     * A line that is quoted.
     *
     * @param text the line
     * @return the item
     */
    public static String line(String text) {
        return LINE + flat(text);
    }

    /**
     * How many there are.
     *
     * @param count not negative
     * @return the item
     */
    public static String count(long count) {
        return COUNT + count;
    }

    /**
     * A file.
     *
     * @param path its path
     * @return the item
     */
    public static String file(String path) {
        return FILE + flat(path);
    }

    /**
     * A line of a file.
     *
     * @param path the file
     * @param line from 1
     * @return the item
     */
    public static String at(String path, int line) {
        return AT + flat(path) + ":" + line;
    }

    /**
     * Some lines of a file, of which an answer has to name one.
     *
     * @param path the file
     * @param first from 1
     * @param last inclusive
     * @return the item
     */
    public static String at(String path, int first, int last) {
        return first == last ? at(path, first) : at(path, first) + "-" + last;
    }

    /**
     * A function or another named thing.
     *
     * @param name as the search results name it
     * @return the item
     */
    public static String symbol(String name) {
        return SYMBOL + flat(name);
    }

    /**
     * A text that a quoted line must hold.
     *
     * @param text the text
     * @return the item; only in gold sets
     */
    public static String text(String text) {
        return TEXT + flat(text);
    }

    /**
     * What belongs into a gap.
     *
     * @param gap its number
     * @param value the value
     * @return the item
     */
    public static String value(int gap, String value) {
        return VALUE + gap + "=" + flat(value);
    }

    /**
     * Whether an answer names a gold item.
     *
     * @param gold an item of the gold set
     * @param answered an item of the answer
     * @return whether it counts as found
     */
    public static boolean matches(String gold, String answered) {
        if (gold.equals(answered)) {
            return true;
        }
        if (gold.startsWith(TEXT) && answered.startsWith(LINE)) {
            return folded(answered.substring(LINE.length())).contains(folded(gold.substring(TEXT.length())));
        }
        Optional<Place> wanted = place(gold);
        Optional<Place> named = place(answered);
        return wanted.isPresent()
                && named.isPresent()
                && wanted.get().path().equals(named.get().path())
                && named.get().first() >= wanted.get().first() - TOLERANCE
                && named.get().last() <= wanted.get().last() + TOLERANCE;
    }

    private static Optional<Place> place(String item) {
        Matcher matcher = PLACE.matcher(item);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(2));
        int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
        return Optional.of(new Place(matcher.group(1), first, last));
    }

    /** Items are sent one a line, so they have no line feeds; what a line is indented by says nothing. */
    private static String flat(String text) {
        return text.strip().replace('\r', ' ').replace('\n', ' ');
    }

    private static String folded(String text) {
        return String.join(" ", text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
    }
}
