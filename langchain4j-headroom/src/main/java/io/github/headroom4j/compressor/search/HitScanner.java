package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.Hit.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single lines of search output. Each method looks at each character a bounded number of times. */
final class HitScanner {

    /** Longer than any path that Linux accepts (4096 bytes): what follows is no path. Characters. */
    private static final int MAX_PATH = 4096;

    /** No file has more lines than nine digits can say, and they fit an int. */
    private static final int MAX_DIGITS = 9;

    /** Longest suffix after a dot that still reads as a file's extension. Characters. */
    private static final int MAX_EXTENSION = 12;

    /** Paths with more numbers between hyphens than this are not looked for: each look-up hashes the path before it. */
    private static final int MAX_CANDIDATES = 16;

    private HitScanner() {}

    /** Reads {@code path:12:text}, the leftmost number between colons; empty-handed on clock times. */
    static @Nullable Hit match(String line, int index) {
        for (int at = line.indexOf(':', 1); at > 0 && at <= MAX_PATH; at = line.indexOf(':', at + 1)) {
            int end = numberEnd(line, at + 1);
            if (end > 0 && end < line.length() && line.charAt(end) == ':') {
                return isClock(line, at, end) || !isPath(line, at) ? null : hit(line, at, end, index);
            }
        }
        return null;
    }

    /** Reads {@code path-12-text} or {@code path=12=text} for the first path that is known to have matches. */
    static @Nullable Hit context(String line, int index, Set<String> paths) {
        int candidates = 0;
        for (int at = 1; at < line.length() && at <= MAX_PATH; at++) {
            char joint = line.charAt(at);
            int end = joint == '-' || joint == '=' ? numberEnd(line, at + 1) : -1;
            if (end > 0 && end < line.length() && line.charAt(end) == joint) {
                if (paths.contains(line.substring(0, at))) {
                    return hit(line, at, end, index);
                }
                if (++candidates == MAX_CANDIDATES) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Reads {@code 12:text}, {@code 12-text} or {@code 12=text}. */
    static @Nullable Hit bare(String line, int index) {
        int end = numberEnd(line, 0);
        if (end < 0 || end == line.length()) {
            return null;
        }
        char joint = line.charAt(end);
        boolean clock = joint == ':' && end <= 2 && numberEnd(line, end + 1) == end + 3;
        return ":-=".indexOf(joint) < 0 || clock ? null : hit(line, -1, end, index);
    }

    private static Hit hit(String line, int pathEnd, int numberEnd, int index) {
        return new Hit(
                kind(line.charAt(numberEnd)),
                index,
                line.substring(0, Math.max(0, pathEnd)),
                Integer.parseInt(line, pathEnd + 1, numberEnd, 10),
                line.substring(numberEnd + 1));
    }

    private static Kind kind(char joint) {
        return switch (joint) {
            case ':' -> Kind.MATCH;
            case '=' -> Kind.SCOPE;
            default -> Kind.CONTEXT;
        };
    }

    /** Where a line number that starts here ends, or -1; leading zeros could not be restored. */
    private static int numberEnd(String line, int start) {
        int end = start;
        while (end < line.length() && isDigit(line.charAt(end))) {
            end++;
        }
        boolean readable = end > start && end - start <= MAX_DIGITS && line.charAt(start) != '0';
        return readable ? end : -1;
    }

    /** {@code 12:34:56}, with the minutes where a line number would be. */
    private static boolean isClock(String line, int at, int end) {
        int hour = at;
        while (hour > 0 && isDigit(line.charAt(hour - 1))) {
            hour--;
        }
        boolean hours = at - hour == 1 || at - hour == 2;
        boolean minutes = end - at == 3;
        boolean seconds = end + 2 < line.length() && isDigit(line.charAt(end + 1)) && isDigit(line.charAt(end + 2));
        return hours && minutes && seconds;
    }

    private static boolean isPath(String line, int end) {
        boolean blank = false;
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (c < ' ' || (c == ':' && line.startsWith("://", i))) {
                return false;
            }
            blank |= c == ' ';
        }
        return line.charAt(0) != ' ' && (!blank || isStructured(line.substring(0, end)));
    }

    /** Whether a name has what only paths have: a separator between parts, or an extension. */
    static boolean isStructured(String path) {
        if (path.indexOf('/') >= 0 || path.indexOf('\\') >= 0) {
            return true;
        }
        int dot = path.lastIndexOf('.');
        if (dot < 0 || dot == path.length() - 1 || path.length() - dot - 1 > MAX_EXTENSION) {
            return false;
        }
        boolean letter = false;
        for (int i = dot + 1; i < path.length(); i++) {
            if (!Character.isLetterOrDigit(path.charAt(i))) {
                return false;
            }
            letter |= Character.isLetter(path.charAt(i));
        }
        return letter;
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
