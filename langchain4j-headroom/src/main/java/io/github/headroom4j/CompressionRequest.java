package io.github.headroom4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text to compress and what is known about it. Immutable.
 *
 * @param text the text
 * @param query the user's question, which decides what of the text matters; empty if unknown
 * @param tool the name of the tool that produced the text, which decides the policy; empty if none did
 * @param scope who may read the original back, by default the chat memory's id; not blank
 * @param errorResult whether the text is the result of a tool that failed, which is never compressed
 * @param changes which lines of which files a diff changes that the session has shown before: a unified diff's {@code +++} and
 *     {@code @@} lines alone; empty if there was none. What stands around these lines in a file of code stays whole
 */
public record CompressionRequest(
        String text, String query, String tool, String scope, boolean errorResult, String changes) {

    /** The scope where there is no chat memory id; LangChain4j names its only memory the same. */
    public static final String DEFAULT_SCOPE = "default";

    /** Validates the components. */
    public CompressionRequest {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(changes, "changes");
        if (scope.isBlank()) {
            throw new IllegalArgumentException("scope must not be blank, but was '" + scope + "'");
        }
    }

    /**
     * A request in a session without a diff.
     *
     * @param text the text
     * @param query the user's question
     * @param tool the name of the tool that produced the text
     * @param scope who may read the original back
     * @param errorResult whether the text is the result of a tool that failed
     */
    public CompressionRequest(String text, String query, String tool, String scope, boolean errorResult) {
        this(text, query, tool, scope, errorResult, "");
    }

    /**
     * A request about which nothing else is known.
     *
     * @param text the text
     * @return a request without query and tool, in the default scope
     */
    public static CompressionRequest of(String text) {
        return new CompressionRequest(text, "", "", DEFAULT_SCOPE, false);
    }

    /**
     * The scope of a chat memory. Ids that are not equal have scopes that are not equal, so that no conversation reads
     * another's originals: a text is its own scope, any other id has its class before it.
     *
     * <table>
     * <caption>Examples</caption>
     * <tr><th>memory id</th><th>scope</th></tr>
     * <tr><td>{@code "1"}</td><td>{@code 1}</td></tr>
     * <tr><td>{@code 1L}</td><td>{@code <java.lang.Long> 1}</td></tr>
     * <tr><td>{@code "<java.lang.Long> 1"}</td><td>{@code <java.lang.String> <java.lang.Long> 1}</td></tr>
     * <tr><td>{@code " "}</td><td>{@code <java.lang.String>  }</td></tr>
     * <tr><td>{@code null}</td><td>{@code default}</td></tr>
     * </table>
     *
     * <p>This asks two things of an id's class, as of one that is a key in a database: {@code toString()} prints all that
     * {@code equals} compares, and prints the same in the next process, as texts, numbers, UUIDs, enums and records of
     * those do. A durable store finds originals by the scope, so changing the type of an id, such as from {@code int} to
     * {@code long}, or the name of its class, leaves them behind.
     *
     * @param memoryId the chat memory's id as LangChain4j hands it around; null where there is none
     * @return a scope that is never blank; {@link #DEFAULT_SCOPE} only for null and for an id of that text, which is what
     *     LangChain4j itself makes of null
     */
    public static String scopeOf(@Nullable Object memoryId) {
        if (memoryId == null) {
            return DEFAULT_SCOPE;
        }
        if (memoryId instanceof String text && !text.isBlank() && !text.startsWith("<")) {
            return text;
        }
        return "<" + memoryId.getClass().getName() + "> " + memoryId;
    }

    /**
     * The same with another text.
     *
     * @param newText the text
     * @return a changed copy
     */
    public CompressionRequest withText(String newText) {
        return new CompressionRequest(newText, query, tool, scope, errorResult, changes);
    }

    /**
     * The same with a question.
     *
     * @param newQuery the user's question
     * @return a changed copy
     */
    public CompressionRequest withQuery(String newQuery) {
        return new CompressionRequest(text, newQuery, tool, scope, errorResult, changes);
    }

    /**
     * The same from a tool.
     *
     * @param newTool the tool's name
     * @return a changed copy
     */
    public CompressionRequest withTool(String newTool) {
        return new CompressionRequest(text, query, newTool, scope, errorResult, changes);
    }

    /**
     * The same in another scope.
     *
     * @param newScope not blank
     * @return a changed copy
     */
    public CompressionRequest withScope(String newScope) {
        return new CompressionRequest(text, query, tool, newScope, errorResult, changes);
    }

    /**
     * The same after a diff.
     *
     * @param newChanges which lines it changes, as {@link #changes}
     * @return a changed copy
     */
    public CompressionRequest withChanges(String newChanges) {
        return new CompressionRequest(text, query, tool, scope, errorResult, newChanges);
    }

    /**
     * The same as the result of a tool that failed.
     *
     * @return a changed copy
     */
    public CompressionRequest asErrorResult() {
        return new CompressionRequest(text, query, tool, scope, true, changes);
    }
}
