package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the time in a log line: the first that stands at the start of a word near the line's start. Remembers what it
 * found last, since lines of one log are alike. Not thread-safe; one per text.
 */
final class TimeFinder {

    /** How far into a line a time is looked for, in characters: container names and process names may come before. */
    private static final int MAX_OFFSET = 72;

    /** Most times are at most this long, in characters; bounds the work per position. */
    private static final int MAX_TIME_CHARS = 48;

    /** Different layouts in one text; further ones are ordinary words. */
    static final int MAX_LAYOUTS = 6;

    /** In the order in which they are tried at one position: longer before shorter. */
    private static final String[] KNOWN = {
        "%Y-%m-%d %H:%M:%S%f",
        "%Y-%m-%dT%H:%M:%S%f",
        "%Y/%m/%d %H:%M:%S%f",
        "%Y-%m-%d-%H.%M.%S%f",
        "%Y%m%d-%H:%M:%S:%3f",
        "%Y%m%d %H:%M:%S%f",
        "%y/%m/%d %H:%M:%S%f",
        "%y%m%d %H%M%S",
        "%d/%b/%Y:%H:%M:%S%f",
        "%d %b %Y %H:%M:%S%f",
        "%d-%b-%Y %H:%M:%S%f",
        "%d.%m.%Y %H:%M:%S%f",
        "%m-%d %H:%M:%S%f",
        "%m%d %H:%M:%S%f",
        "%H:%M:%S%f",
        "%Q",
        "%s%f",
        "%a %b %d %H:%M:%S%f %Y",
        "%a %b %e %H:%M:%S%f %Y",
        "%b %d, %Y %l:%M:%S %p",
        "%b %e %H:%M:%S%f",
        "%b %d %H:%M:%S%f",
    };

    private static final TimeLayout[] LAYOUTS = new TimeLayout[KNOWN.length];

    static {
        for (int i = 0; i < KNOWN.length; i++) {
            LAYOUTS[i] = new TimeLayout(KNOWN[i]);
        }
    }

    private final TimeReading reading = new TimeReading();
    private final List<TimeLayout> found = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private int lastKnown;
    private int lastOffset;
    private int lastDigits = -1;
    private int lastIndex;

    /** The layouts found so far; a line's layout is an index into this list. */
    List<TimeLayout> layouts() {
        return found;
    }

    /** Looks for a time between two positions of a text. Returns the index of its layout, or -1 and a cleared match. */
    int find(String text, int from, int to, TimeMatch match) {
        int limit = Math.min(to, from + MAX_OFFSET + MAX_TIME_CHARS);
        int again = from + lastOffset;
        if (again < limit && isWordStart(text, from, again)) {
            reading.begin(text, again, limit);
            if (LAYOUTS[lastKnown].match(reading, match)) {
                return index(match);
            }
        }
        for (int at = from; at < limit && at <= from + MAX_OFFSET; at++) {
            if (isWordStart(text, from, at) && matchAny(text, at, limit, match)) {
                lastOffset = at - from;
                lastDigits = -1;
                return index(match);
            }
        }
        match.clear();
        return -1;
    }

    private boolean matchAny(String text, int at, int limit, TimeMatch match) {
        int behind = at;
        while (behind < limit && text.charAt(behind) >= '0' && text.charAt(behind) <= '9') {
            behind++;
        }
        char c = behind < limit ? text.charAt(behind) : '\n';
        if (behind == at && (c < 'A' || c > 'Z')) {
            return false;
        }
        for (int i = 0; i < LAYOUTS.length; i++) {
            if (LAYOUTS[i].mayBegin(behind - at, c)) {
                reading.begin(text, at, limit);
                if (LAYOUTS[i].match(reading, match)) {
                    lastKnown = i;
                    return true;
                }
            }
        }
        return false;
    }

    private int index(TimeMatch match) {
        int shape = match.fractionDigits * 2 + (match.fractionSeparator == ',' ? 1 : 0);
        if (shape != lastDigits) {
            String pattern = LAYOUTS[lastKnown].concretePattern(match);
            Integer known = indices.get(pattern);
            if (known == null && found.size() < MAX_LAYOUTS) {
                known = found.size();
                indices.put(pattern, known);
                found.add(new TimeLayout(pattern));
            }
            lastDigits = shape;
            lastIndex = known == null ? -1 : known;
        }
        if (lastIndex < 0) {
            match.clear();
        }
        return lastIndex;
    }

    private static boolean isWordStart(String text, int from, int at) {
        char c = text.charAt(at);
        if (c > 'z' || !Character.isLetterOrDigit(c)) {
            return false;
        }
        // klog writes the level's letter directly before the date.
        return at == from
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || (at == from + 1 && "IWEF".indexOf(text.charAt(from)) >= 0 && c <= '9');
    }
}
