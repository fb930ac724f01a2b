package io.github.headroom4j.original;

/**
 * A part of an original as a model reads it. Immutable.
 *
 * @param heading one line that says what part this is
 * @param content the part: exact characters of the original, or numbered lines of it where the heading says so
 * @param next how to ask for what did not fit, empty if everything did
 */
public record Slice(String heading, String content, String next) {

    /**
     * Everything as text.
     *
     * @return heading, content and, if there is more, a last line that says how to get it
     */
    public String render() {
        String body = heading + "\n" + content;
        if (next.isEmpty()) {
            return body;
        }
        return body + (body.endsWith("\n") ? "" : "\n") + "[more with " + next + "]";
    }
}
