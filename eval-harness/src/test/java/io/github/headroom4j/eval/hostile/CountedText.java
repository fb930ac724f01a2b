package io.github.headroom4j.eval.hostile;

/** A text that counts how often it is looked at, and stops who looks too often. Not thread-safe. */
final class CountedText implements CharSequence {

    /** Too many looks. */
    static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooManyException() {
            super("looked too often", null, false, false);
        }
    }

    private final String text;
    private final long limit;
    private long looks;

    CountedText(String text, long limit) {
        this.text = text;
        this.limit = limit;
    }

    long looks() {
        return looks;
    }

    @Override
    public char charAt(int index) {
        if (++looks > limit) {
            throw new TooManyException();
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
