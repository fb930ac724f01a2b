package io.github.headroom4j.compressor;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words that say that something went wrong or does not get on, found as whole words or as parts of camel case ({@code
 * ConnectException}). Linear, no regular expression.
 */
public final class ErrorSignals {

    private static final Set<String> ERROR_WORDS = Set.of(
            "abort",
            "aborted",
            "corrupt",
            "corrupted",
            "crash",
            "crashed",
            "critical",
            "deadlock",
            "deadlocked",
            "denied",
            "emerg",
            "error",
            "errors",
            "exception",
            "exceptions",
            "fail",
            "failed",
            "failing",
            "failure",
            "failures",
            "fatal",
            "hung",
            "killed",
            "oom",
            "panic",
            "refused",
            "rejected",
            "segfault",
            "severe",
            "stalled",
            "stuck",
            "timeout",
            "traceback",
            "unavailable",
            "unreachable");

    /** Words that say it together with the one behind them. */
    private static final Map<String, String> PAIRS =
            Map.of("timed", "out", "still", "waiting", "not", "responding", "gave", "up", "giving", "up");

    /** By the first letter of words and of pairs, bits of the lengths that they have: few other words need to be looked up. */
    private static final int[] LENGTHS = lengths();

    private ErrorSignals() {}

    private static int[] lengths() {
        int[] lengths = new int['z' - 'a' + 1];
        Stream.concat(ERROR_WORDS.stream(), PAIRS.keySet().stream())
                .forEach(word -> lengths[word.charAt(0) - 'a'] |= 1 << word.length());
        return lengths;
    }

    /**
     * Whether a text speaks of an error. A count of zero ("0 errors", "errors=0", "failed: 0, skipped: 1") is none, a zero
     * that counts something else ("ERROR: 0 replicas left") does not hide one.
     *
     * @param text a segment
     * @return whether an error word stands in it
     */
    public static boolean speaksOfError(CharSequence text) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean letter = Character.isLetter(c);
            boolean hump =
                    letter && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
            if (start >= 0 && (!letter || hump)) {
                if (mayTell(text.charAt(start), i - start) && tells(text, start, i)) {
                    return true;
                }
                start = -1;
            }
            if (letter && start < 0) {
                start = i;
            }
        }
        return false;
    }

    private static boolean mayTell(char initial, int length) {
        int letter = (initial | 0x20) - 'a';
        // Letters beyond ASCII may be capitals of those within.
        return length < Integer.SIZE
                && (letter >= LENGTHS.length || (letter >= 0 && (LENGTHS[letter] >> length & 1) != 0));
    }

    private static boolean tells(CharSequence text, int start, int end) {
        String word = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
        return (ERROR_WORDS.contains(word) && !isZeroCount(text, start, end)) || beginsPair(text, end, PAIRS.get(word));
    }

    private static boolean beginsPair(CharSequence text, int end, @Nullable String second) {
        int after = second == null ? 0 : end + 1 + second.length();
        return second != null
                && after <= text.length()
                && text.charAt(end) == ' '
                && second.contentEquals(text.subSequence(end + 1, after))
                && (after == text.length() || !Character.isLetterOrDigit(text.charAt(after)));
    }

    private static boolean isZeroCount(CharSequence text, int start, int end) {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        int after = end;
        while (after < text.length() && " \":=".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        return isLoneZero(text, before)
                || (after > end
                        && isLoneZero(text, after)
                        && (text.charAt(after - 1) == '=' || endsAt(text, after + 1)));
    }

    /** Whether a count ends here, rather than being followed by what it counts. */
    private static boolean endsAt(CharSequence text, int at) {
        return at == text.length() || text.charAt(at) != ' ';
    }

    private static boolean isLoneZero(CharSequence text, int at) {
        return at >= 0
                && at < text.length()
                && text.charAt(at) == '0'
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }
}
