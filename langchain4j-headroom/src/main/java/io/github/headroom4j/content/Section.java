package io.github.headroom4j.content;

/**
 * A part of a text that is of one kind. Immutable.
 *
 * @param start index of the first character, inclusive
 * @param end index after the last character, exclusive, greater than {@code start}
 * @param detection what this part is
 */
public record Section(int start, int end, Detection detection) {

    /** Validates the range. */
    public Section {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a section must not be empty, but was [" + start + ", " + end + ")");
        }
    }

    /**
     * The section's own text.
     *
     * @param whole the text that was split
     * @return its characters from start to end
     */
    public String in(String whole) {
        return whole.substring(start, end);
    }
}
