package io.github.headroom4j.memory;

import dev.langchain4j.service.tool.AiServiceTool;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalStoreException;
import io.github.headroom4j.tool.HeadroomAttributes;
import io.github.headroom4j.tool.HeadroomTools;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Contents that several agents share: one puts a long text under a key, the others read it compressed, each towards its own
 * question, and read back any part of the exact original.
 *
 * <pre>{@code
 * SharedContext board = SharedContext.builder(headroom, "incident-17").build();
 * board.as("collector").put("app-log", log);
 *
 * Analyst analyst = AiServices.builder(Analyst.class)
 *         .chatModel(model)
 *         .tools(board.tools())
 *         .build();
 * }</pre>
 *
 * <p><b>Who can read.</b> Contents are originals of {@link Headroom#originals()}, in a scope of the context's name that no
 * chat memory's id can have. Only agents that are given {@link #tools()} can read them, and these can read all that was
 * ever put there, also what was removed or replaced; contexts of other names see nothing of it. Put what tools returned,
 * not what a model was shown of it: a marker of one agent's own conversation leads nowhere for another.
 *
 * <p><b>What is kept.</b> The same content is stored once, however many keys lead to it. A key that is put again shows the
 * new content and remembers the {@value #MAX_VERSIONS} newest versions, with agent, time and id. Nothing is purged before
 * {@link #clear}. What one question is shown of one content does not change: it is remembered, and where too much was asked
 * to be remembered, computed to the same bytes again, unless one of the two compressions ran out of time.
 *
 * <p><b>After a restart.</b> Contents are as durable as the store that holds them; the keys are on the heap. To have them
 * back, keep {@link #entries()} where your application keeps its state, and give them to {@link Builder#entries}; without
 * them, contents can be read by their markers only.
 *
 * <p>Bounded by keys and characters; what does not fit is refused, nothing is evicted. Thread-safe. Putting a content takes
 * one compression, the first reading for a question another one, further readings a look-up, and, where the content is
 * shown as it came, a read of the store.
 */
public final class SharedContext {

    /** The tool by which agents read what is shared. */
    public static final String GET_TOOL = "shared_context_get";

    /** 1,000 keys: far more than agents of one task share, few enough to look through. */
    public static final int DEFAULT_MAX_KEYS = 1_000;

    /** 64 Mi characters over all keys, the length of the longest text that is compressed at all. */
    public static final long DEFAULT_MAX_CHARS = 64L << 20;

    /** Keys and names of agents stand in one line of a listing, 200 UTF-16 units at most. */
    public static final int MAX_NAME_CHARS = 200;

    /** 2,000 UTF-16 units of a question count: a longer one is a document and would make everything relevant. */
    public static final int MAX_QUESTION_CHARS = 2_000;

    /** So many versions of a key are remembered, the newest. */
    public static final int MAX_VERSIONS = 16;

    /** Who puts what is put without {@link #as}. */
    public static final String DEFAULT_AGENT = "application";

    private final SharedBoard board;
    private final String agent;

    private SharedContext(SharedBoard board, String agent) {
        this.board = board;
        this.agent = agent;
    }

    /**
     * A builder of an empty context.
     *
     * @param headroom what compresses, and whose store keeps the originals
     * @param name what the agents have in common, such as the id of a task: one line of at most {@value #MAX_NAME_CHARS}
     *     characters. Contexts of the same name over the same store share their originals, though not their keys
     * @return a new builder
     * @throws IllegalArgumentException if the name is blank, too long or holds control characters
     */
    public static Builder builder(Headroom headroom, String name) {
        return new Builder(Objects.requireNonNull(headroom, "headroom"), SharedNames.require("name", name));
    }

    /**
     * This context as one agent uses it.
     *
     * @param newAgent who will have put what is put through it: one line of at most {@value #MAX_NAME_CHARS} characters
     * @return the same keys and contents
     * @throws IllegalArgumentException if the name is blank, too long or holds control characters
     */
    public SharedContext as(String newAgent) {
        return new SharedContext(board, SharedNames.require("agent", newAgent));
    }

    /**
     * Shares a content. Under a key that is there already, the content is replaced and the version remembered.
     *
     * @param key one line of at most {@value #MAX_NAME_CHARS} characters
     * @param content any text of at most {@link Headroom#MAX_CHARS} characters
     * @return the key's entry as it is now
     * @throws IllegalArgumentException if the key is blank, too long or holds control characters
     * @throws OriginalStoreException if there is no room, or the store did not keep the content; the key is as before then
     */
    public SharedEntry put(String key, String content) {
        return board.put(agent, key, content);
    }

    /**
     * What agents read of a content when nothing is known of what they look for.
     *
     * @param key the key
     * @return the content, compressed, or as it came if that saves nothing; empty if nothing is shared under the key
     * @throws OriginalStoreException if the content is needed and no longer there, or the store fails
     */
    public Optional<String> get(String key) {
        return get(key, "");
    }

    /**
     * What agents read of a content that they have a question about.
     *
     * @param key the key
     * @param question what decides which parts matter; {@value #MAX_QUESTION_CHARS} characters of it count
     * @return the content, compressed towards the question, or as it came if that saves nothing; empty if nothing is shared
     *     under the key
     * @throws OriginalStoreException if the content is needed and no longer there, or the store fails
     */
    public Optional<String> get(String key, String question) {
        return board.show(key, question).map(SharedBoard.Shown::text);
    }

    /**
     * The exact content.
     *
     * @param key the key
     * @return what was put, or empty if nothing is shared under the key
     * @throws OriginalStoreException if the content is no longer there, or the store fails
     */
    public Optional<String> getOriginal(String key) {
        return entry(key).map(board::original);
    }

    /**
     * What is shared under a key, without its content.
     *
     * @param key the key
     * @return sizes and versions, or empty if nothing is shared under the key
     */
    public Optional<SharedEntry> entry(String key) {
        return board.entries().find(key);
    }

    /**
     * All keys.
     *
     * @return in the order in which they were first put
     */
    public List<String> keys() {
        return entries().stream().map(SharedEntry::key).toList();
    }

    /**
     * All that is shared, without its content; what {@link Builder#entries} takes after a restart.
     *
     * @return in the order in which the keys were first put
     */
    public List<SharedEntry> entries() {
        return board.entries().all();
    }

    /**
     * Takes a key away. Its content stays, since other keys, and markers that agents have read, may lead to it.
     *
     * @param key the key
     * @return whether it was there
     */
    public boolean remove(String key) {
        return board.entries().remove(key);
    }

    /**
     * Forgets all keys and contents, when the task is over. Markers that agents have read become explicit misses.
     *
     * @throws OriginalStoreException if the store fails; the keys are gone then, and contents may be left
     */
    public void clear() {
        board.clear();
    }

    /**
     * The scope of the contents in {@link Headroom#originals()}.
     *
     * @return the same for every context of this name
     */
    public String scope() {
        return board.scope();
    }

    /**
     * The tools of an agent that may read what is shared: {@value #GET_TOOL}, which lists the keys if it is given none, and
     * the retrieve tool, which reads back what was left out, of the agent's own conversation and of what is shared. A
     * service may have only one retrieve tool, so wrap the agent's other tools with {@link HeadroomTools#wrapOnly}.
     *
     * @return both, marked by {@link HeadroomAttributes} so that their results are not compressed again
     */
    public List<AiServiceTool> tools() {
        AiServiceTool get = AiServiceTool.builder()
                .toolSpecification(SharedGetTool.SPECIFICATION)
                .toolExecutor(new SharedGetTool(board))
                .build();
        return List.of(get, HeadroomTools.retrieve(board.headroom(), scope()));
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final Headroom headroom;
        private final SharedScope name;
        private InstantSource clock = InstantSource.system();
        private int maxKeys = DEFAULT_MAX_KEYS;
        private long maxChars = DEFAULT_MAX_CHARS;
        private List<SharedEntry> entries = List.of();

        private Builder(Headroom headroom, String name) {
            this.headroom = headroom;
            this.name = new SharedScope(name);
        }

        /**
         * What tells when something was put; the system's clock by default.
         *
         * @param newClock the clock
         * @return this builder
         */
        public Builder clock(InstantSource newClock) {
            clock = Objects.requireNonNull(newClock, "newClock");
            return this;
        }

        /**
         * How many keys there may be; {@value #DEFAULT_MAX_KEYS} by default.
         *
         * @param newMaxKeys positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxKeys(int newMaxKeys) {
            if (newMaxKeys <= 0) {
                throw new IllegalArgumentException("newMaxKeys must be positive, but was " + newMaxKeys);
            }
            maxKeys = newMaxKeys;
            return this;
        }

        /**
         * How long all contents may be together, one that several keys lead to counted for each; {@link #DEFAULT_MAX_CHARS}
         * by default.
         *
         * @param newMaxChars in UTF-16 units, positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxChars(long newMaxChars) {
            if (newMaxChars <= 0) {
                throw new IllegalArgumentException("newMaxChars must be positive, but was " + newMaxChars);
            }
            maxChars = newMaxChars;
            return this;
        }

        /**
         * What {@link SharedContext#entries()} of an earlier process were; none by default. Whether the store still has
         * their contents shows when they are read.
         *
         * @param newEntries at most one for each key
         * @return this builder
         */
        public Builder entries(Collection<SharedEntry> newEntries) {
            entries = List.copyOf(newEntries);
            return this;
        }

        /**
         * Builds.
         *
         * @return a context with the entries that were given
         * @throws OriginalStoreException if these are more than the limits allow
         * @throws IllegalArgumentException if two of them have the same key
         */
        public SharedContext build() {
            SharedEntries all = new SharedEntries(maxKeys, maxChars);
            for (SharedEntry entry : entries) {
                if (all.find(entry.key()).isPresent()) {
                    throw new IllegalArgumentException(
                            "entries must have one entry for each key, but have two for '" + entry.key() + "'");
                }
                all.put(entry);
            }
            return new SharedContext(new SharedBoard(headroom, name, all, clock), DEFAULT_AGENT);
        }
    }
}
