package io.github.headroom4j.compressor;

import io.github.headroom4j.token.TokenCounter;
import java.util.Objects;

/**
 * What a compressor may know beside the text. Immutable; safe to share between threads if its parts are.
 *
 * @param query the user's question, empty if there is none
 * @param counter counts tokens
 * @param firstLine the number that the text's first line has in the original, 1 unless the text is a section of one;
 *     elision notes must speak of the original's lines, since that is what {@code headroom_retrieve} takes
 * @param deadline when to give up
 * @param changes which lines of which files a diff seen before changes: a unified diff's {@code +++} and {@code @@} lines alone,
 *     empty if there was none
 * @param language the programming language that was detected, in lower case; empty if none was or nobody has looked
 */
public record CompressionContext(
        String query, TokenCounter counter, int firstLine, Deadline deadline, String changes, String language) {

    /** Validates the components. */
    public CompressionContext {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(counter, "counter");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(language, "language");
        if (firstLine < 1) {
            throw new IllegalArgumentException("firstLine must be positive, but was " + firstLine);
        }
    }

    /**
     * A context in a session without a diff.
     *
     * @param query the user's question, empty if there is none
     * @param counter counts tokens
     * @param firstLine the number that the text's first line has in the original
     * @param deadline when to give up
     */
    public CompressionContext(String query, TokenCounter counter, int firstLine, Deadline deadline) {
        this(query, counter, firstLine, deadline, "", "");
    }

    /**
     * A context without a query or a deadline, for a whole original.
     *
     * @param counter counts tokens
     * @return the context
     */
    public static CompressionContext of(TokenCounter counter) {
        return new CompressionContext("", counter, 1, Deadline.none());
    }

    /**
     * The same with another query.
     *
     * @param newQuery the question, may be empty
     * @return a changed copy
     */
    public CompressionContext withQuery(String newQuery) {
        return new CompressionContext(newQuery, counter, firstLine, deadline, changes, language);
    }

    /**
     * The same for a section that starts later in the original.
     *
     * @param line the original's number of the section's first line, from 1
     * @return a changed copy
     */
    public CompressionContext startingAt(int line) {
        return new CompressionContext(query, counter, line, deadline, changes, language);
    }

    /**
     * The same for a text in a programming language.
     *
     * @param newLanguage its name in lower case, empty if it is not known
     * @return a changed copy
     */
    public CompressionContext inLanguage(String newLanguage) {
        return new CompressionContext(query, counter, firstLine, deadline, changes, newLanguage);
    }

    /**
     * Gives up if time is over.
     *
     * @throws DeadlineExceededException if it is
     */
    public void checkDeadline() {
        deadline.check();
    }

    /**
     * What looks at the deadline by amount of work.
     *
     * @return a new one, for one thread
     */
    public Pace pace() {
        return new Pace(deadline);
    }
}
