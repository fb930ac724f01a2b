package io.github.headroom4j.original;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds lines, ignoring case. A pattern that is no regular expression, takes too long as one, or finds nothing as one is
 * taken literally. Immutable; linear in the text by the step budget.
 */
final class Grep {

    /** Longer patterns are no questions but attacks or mistakes. */
    static final int MAX_PATTERN_CHARS = 1_000;

    /** What every pattern may look at: about half a second of backtracking. */
    private static final long BASE_STEPS = 20_000_000;

    /** What a pattern may look at per character of the text; an ordinary one needs one to three. */
    private static final long STEPS_PER_CHAR = 20;

    /** The lines in which something was found, and how it was understood. */
    record Found(Hits hits, boolean literally) {}

    private final String asked;

    Grep(String asked) {
        if (asked.length() > MAX_PATTERN_CHARS) {
            throw new InvalidSelectorException(
                    "grep must have at most " + MAX_PATTERN_CHARS + " characters, but had " + asked.length());
        }
        this.asked = asked;
    }

    Found in(String text, Range range, LineIndex index) {
        Optional<Hits> hits = byExpression(text, range, index);
        if (hits.isPresent() && !hits.get().isEmpty()) {
            return new Found(hits.get(), false);
        }
        Pattern literal = Pattern.compile(asked, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Hits literally = find(literal, text, text, range, index);
        return new Found(literally, hits.isEmpty() || !literally.isEmpty());
    }

    /** Empty if the pattern is not usable as a regular expression. */
    private Optional<Hits> byExpression(String text, Range range, LineIndex index) {
        try {
            Pattern pattern = Pattern.compile(asked, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            long steps = BASE_STEPS + STEPS_PER_CHAR * range.length();
            return Optional.of(find(pattern, new BoundedText(text, steps), text, range, index));
        } catch (PatternSyntaxException | BoundedText.ExhaustedException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Hits find(Pattern pattern, CharSequence searched, String text, Range range, LineIndex index) {
        Hits hits = new Hits();
        Matcher matcher = pattern.matcher(searched);
        int start = range.start();
        while (start < range.end() && !hits.isFull()) {
            int line = index.lineAt(start);
            int end = Math.min(index.end(line), range.end());
            int stripped = end > start && text.charAt(end - 1) == '\n' ? end - 1 : end;
            matcher.region(start, stripped);
            while (!hits.isFull() && matcher.find()) {
                hits.add(line, matcher.start());
            }
            start = end;
        }
        return hits;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "/%s/", InvalidSelectorException.shown(asked));
    }
}
