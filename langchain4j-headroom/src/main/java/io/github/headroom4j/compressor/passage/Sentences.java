package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Pace;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where sentences end: the JDK's sentence {@link BreakIterator} for {@link Locale#ROOT}, with its faults repaired.
 * It breaks after titles, initials and acronyms ("Dr. J. R. R. Tolkien", "the U.S. Army"), within short quotations and
 * brackets, and after the number of a list; those breaks are undone. It misses breaks after an ellipsis, after some quotation marks and after the marks of
 * footnotes ("rose.[1] Next"); those are added. Where it is uncertain it keeps two sentences together, since a sentence is
 * shown whole or not at all. Line breaks count as blanks; the caller decides which of them end a paragraph.
 *
 * <p>Stateless and thread-safe; linear in the text.
 */
public final class Sentences {

    /** Characters of a quotation or bracket within which no sentence ends; a longer one is a text of its own. */
    private static final int MAX_QUOTE_CHARS = 300;

    /** Words below which a sentence ("No.", "1.") is a part of its neighbour. */
    private static final int MIN_WORDS = 2;

    /** Abbreviations that what they abbreviate follows, so that no sentence ends with them. */
    private static final Set<String> LEADING_ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "rev", "hon", "gen", "col", "lt", "sgt", "capt", "cmdr", "maj",
            "sen", "rep", "gov", "pres", "mt", "vs", "cf", "fig", "figs", "eq", "eqs", "sec", "ch", "vol", "no", "nos",
            "pp", "p", "ed", "eds", "approx", "ca", "op", "feat", "resp", "viz", "al", "fr", "hr", "bzw", "ggf", "vgl",
            "nr", "abs", "art", "mme", "mlle", "m", "sr", "sra", "dra");

    private Sentences() {}

    /**
     * Where the sentences of a passage end.
     *
     * @param text any text
     * @param from where the passage begins
     * @param to where it ends
     * @return offsets in {@code text}, ascending, the last one {@code to}; blanks belong to the sentence before them; empty if
     *     the passage is
     * @throws IndexOutOfBoundsException if the passage does not lie within the text
     */
    public static int[] ends(String text, int from, int to) {
        return ends(text, from, to, Pace.unhurried());
    }

    static int[] ends(String text, int from, int to, Pace pace) {
        if (from == to) {
            return new int[0];
        }
        String line = oneLine(text, from, to);
        BitSet breaks = mayBreak(line) ? breaks(line, pace) : new BitSet();
        addMissed(line, breaks, pace);
        int first = breaks.nextSetBit(0);
        if (first < 0 || first == line.length()) {
            return new int[] {to};
        }
        removeWrong(line, breaks, pace);
        removeQuoted(line, breaks, pace);
        removeShort(line, breaks, pace);
        breaks.set(line.length());
        return breaks.stream().map(end -> end + from).toArray();
    }

    private static String oneLine(String text, int from, int to) {
        char[] chars = new char[to - from];
        text.getChars(from, to, chars, 0);
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == '\n' || chars[i] == '\r' || chars[i] == '\t' || chars[i] == '\u00a0') {
                chars[i] = ' ';
            }
        }
        return new String(chars);
    }

    /**
     * Whether the iterator, which takes most of the time, may find an end before the last one: there is a mark that may end a
     * sentence and a word behind it. What is not ASCII may be one.
     */
    static boolean mayBreak(String line) {
        boolean ended = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < ' ' || c > '~' || (ended && Character.isLetterOrDigit(c))) {
                return true;
            }
            ended |= isEnd(c);
        }
        return false;
    }

    private static BitSet breaks(String line, Pace pace) {
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ROOT);
        iterator.setText(new PacedCharacters(line, pace));
        BitSet breaks = new BitSet(line.length() + 1);
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            breaks.set(end);
        }
        return breaks;
    }

    private static void addMissed(String line, BitSet breaks, Pace pace) {
        for (int i = 1; i + 1 < line.length(); i++) {
            stepAt(i, pace);
            if (line.charAt(i) == ' ' && Character.isUpperCase(line.charAt(i + 1)) && endsAfterMark(line, i)) {
                breaks.set(i + 1);
            }
        }
    }

    /** Whether an ellipsis, a closing quotation mark or the marks of footnotes after the end of a sentence stand before a blank. */
    private static boolean endsAfterMark(String line, int blank) {
        int at = blank - 1;
        if (line.charAt(at) == '…' || (at > 0 && isEnd(line.charAt(at - 1)) && "”“»".indexOf(line.charAt(at)) >= 0)) {
            return true;
        }
        boolean marked = false;
        while (at > 0 && line.charAt(at) == ']') {
            int open = at - 1;
            while (open > 0 && at - open < 5 && Character.isDigit(line.charAt(open))) {
                open--;
            }
            if (open == at - 1 || line.charAt(open) != '[') {
                return false;
            }
            marked = true;
            at = open - 1;
        }
        return marked && at > 0 && (isEnd(line.charAt(at)) || "\"”".indexOf(line.charAt(at)) >= 0);
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '!' || c == '?';
    }

    private static void removeWrong(String line, BitSet breaks, Pace pace) {
        for (int end = breaks.nextSetBit(0); end >= 0; end = breaks.nextSetBit(end + 1)) {
            pace.step();
            int dot = end - 1;
            while (dot >= 0 && line.charAt(dot) == ' ') {
                dot--;
            }
            if (dot > 0 && line.charAt(dot) == '.' && isAbbreviation(line, dot)) {
                breaks.clear(end);
            }
        }
    }

    /** Whether the word before a full stop is a title, an initial, an acronym with dots, or the number of an item or day. */
    private static boolean isAbbreviation(String line, int dot) {
        int start = dot;
        boolean dotted = false;
        while (start > 0 && dot - start < 12 && isWordOrDot(line.charAt(start - 1))) {
            start--;
            dotted |= line.charAt(start) == '.';
        }
        String word = line.substring(start, dot);
        if (word.length() == 1 || (word.length() == 2 && Character.isDigit(word.charAt(0)))) {
            return Character.isLetterOrDigit(word.charAt(word.length() - 1));
        }
        boolean acronym = dotted
                && word.length() <= 7
                && word.charAt(word.length() - 2) == '.'
                && Character.isLetter(word.charAt(word.length() - 1));
        return acronym || LEADING_ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isWordOrDot(char c) {
        return Character.isLetterOrDigit(c) || c == '.';
    }

    private static void removeQuoted(String line, BitSet breaks, Pace pace) {
        for (int i = 0; i < line.length(); i++) {
            stepAt(i, pace);
            char closing = closing(line.charAt(i));
            int limit = Math.min(line.length(), i + MAX_QUOTE_CHARS);
            int end = closing == 0 ? -1 : indexOf(line, closing, i + 1, limit);
            if (end > 0) {
                breaks.clear(i + 1, end + 1);
                i = end;
            }
        }
    }

    private static char closing(char c) {
        return switch (c) {
            case '"' -> '"';
            case '“' -> '”';
            case '„' -> '“';
            case '「' -> '」';
            case '«' -> '»';
            case '(' -> ')';
            default -> 0;
        };
    }

    private static int indexOf(String line, char c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** A sentence of a word or none goes to the one after it, the last one to the one before. */
    private static void removeShort(String line, BitSet breaks, Pace pace) {
        int start = 0;
        int before = -1;
        int[] ends = breaks.stream().toArray();
        for (int end : Arrays.copyOf(ends, ends.length)) {
            pace.step();
            boolean last = end == line.length();
            if (words(line, start, end) < MIN_WORDS) {
                if (!last) {
                    breaks.clear(end);
                    continue;
                }
                if (before > 0) {
                    breaks.clear(before);
                }
            }
            before = end;
            start = end;
        }
    }

    private static int words(String line, int start, int end) {
        int words = 0;
        boolean inWord = false;
        for (int i = start; i < end && words < MIN_WORDS; i++) {
            boolean letter = Character.isLetterOrDigit(line.charAt(i));
            // A character of a script without blanks is as good as a word.
            words += letter && (!inWord || line.charAt(i) >= '\u3040') ? 1 : 0;
            inWord = letter;
        }
        return words;
    }

    /** A step for so many characters at once: one for each would cost more than it does. */
    private static void stepAt(int i, Pace pace) {
        if (i % PacedCharacters.PART == 0) {
            pace.step(PacedCharacters.PART);
        }
    }
}
