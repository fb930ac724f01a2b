package io.github.headroom4j.original;

/**
 * A text that a regular expression may look at only so often. The JDK's matcher backtracks, so a hostile or careless
 * pattern takes exponential time; counting the characters it reads bounds that without a thread or a clock. Not
 * thread-safe.
 */
final class BoundedText implements CharSequence {

    /** The matcher looked too often. */
    static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ExhaustedException() {
            super("the step budget of a regular expression is used up", null, false, false);
        }
    }

    private final String text;
    private long rest;
    private long allowed;

    /** A text that may be looked at so often in all, and not at all before the first {@link #allow}. */
    BoundedText(String text, long steps) {
        this.text = text;
        rest = steps;
    }

    /** Sets how often the text may be looked at from here on, as far as there is anything left of the whole. */
    void allow(long steps) {
        rest += allowed;
        allowed = Math.min(rest, steps);
        rest -= allowed;
    }

    @Override
    public char charAt(int index) {
        if (--allowed < 0) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
