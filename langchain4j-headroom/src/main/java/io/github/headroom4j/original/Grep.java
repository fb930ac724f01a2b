package io.github.headroom4j.original;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds lines, ignoring case. A pattern that is no regular expression, takes too long as one, or finds nothing as one is
 * taken literally. Immutable; linear in the text by the step
 * budget, and in the text times the pattern where it is taken literally.
 */
final class Grep {

    /** Longer patterns are no questions but attacks or mistakes. */
    static final int MAX_PATTERN_CHARS = 500;

    /** What a pattern may look at in one line, so that exponential patterns end at the first: some hundredths of a second. */
    private static final long STEPS_PER_LINE = 1_000_000;

    /** What it may look at per character of the text, and on top for all, so that quadratic ones end within seconds. */
    private static final long STEPS_PER_CHAR = 12;

    private static final long BASE_STEPS = 5_000_000;

    /**
     * What it may do at one place without looking at the text. An expression of {@link #MAX_PATTERN_CHARS} that tries nothing
     * twice stays below; of twenty groups that can be empty in two ways each, nobody has a use.
     */
    private static final long MAX_UNREAD_STEPS = 2L * MAX_PATTERN_CHARS;

    /** The lines in which something was found, and how it was understood. */
    record Found(Hits hits, boolean literally) {}

    /** What to do before a line is searched. */
    private interface LineStart {
        void at(int start, int end);
    }

    private final String asked;

    Grep(String asked) {
        if (asked.length() > MAX_PATTERN_CHARS) {
            throw new InvalidSelectorException(
                    "grep must have at most " + MAX_PATTERN_CHARS + " characters, but had " + asked.length());
        }
        this.asked = asked;
    }

    /** Whether any of several things is asked for: a bar outside of all brackets. */
    boolean hasAlternatives() {
        int depth = 0;
        for (int i = 0; i < asked.length(); i++) {
            char c = asked.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == '|' && depth == 0) {
                return true;
            }
        }
        return false;
    }

    Found in(String text, Range range, LineIndex index) {
        Optional<Hits> hits = byExpression(text, range, index);
        if (hits.isPresent() && !hits.get().isEmpty()) {
            return new Found(hits.get(), false);
        }
        Pattern literal = Pattern.compile(asked, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Hits literally = find(literal, text, (start, end) -> {}, range, index);
        return new Found(literally, hits.isEmpty() || !literally.isEmpty());
    }

    /** Empty if the pattern is not usable as a regular expression. */
    private Optional<Hits> byExpression(String text, Range range, LineIndex index) {
        try {
            Pattern pattern = Pattern.compile(asked, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            if (UnreadSteps.of(asked) > MAX_UNREAD_STEPS) {
                return Optional.empty();
            }
            BoundedText bounded = new BoundedText(text, BASE_STEPS + STEPS_PER_CHAR * range.length());
            LineStart allow = (start, end) -> bounded.allow(STEPS_PER_LINE + STEPS_PER_CHAR * (end - start));
            return Optional.of(find(pattern, bounded, allow, range, index));
        } catch (PatternSyntaxException | BoundedText.ExhaustedException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Hits find(Pattern pattern, CharSequence text, LineStart onLine, Range range, LineIndex index) {
        Hits hits = new Hits();
        Matcher matcher = pattern.matcher(text);
        int start = range.start();
        while (start < range.end() && !hits.isFull()) {
            int line = index.lineAt(start);
            int end = Math.min(index.end(line), range.end());
            onLine.at(start, end);
            int stripped = text.charAt(end - 1) == '\n' ? end - 1 : end;
            matcher.region(start, stripped);
            while (!hits.isFull() && matcher.find()) {
                hits.add(line, matcher.start(), matcher.end());
            }
            start = end;
        }
        return hits;
    }

    @Override
    public String toString() {
        return "/" + InvalidSelectorException.shown(asked) + "/";
    }
}
