package io.github.headroom4j.eval.reader.model;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.util.Objects;

/**
 * Lets a language model answer the requests of replayed sessions. Immutable; as thread-safe as its channel.
 *
 * <p>Of each request there may be several draws. The arm that repeats the baseline gets draws of its own, or a recorded
 * answer would make it equal by definition.
 */
public final class ModelReader {

    private final ModelChannel channel;
    private final ChatRequestParameters parameters;
    private final int draws;
    private final int draw;

    /**
     * A reader.
     *
     * @param channel the way to the model
     * @param parameters what goes along with every request: model name, temperature, largest answer
     * @param draws how many answers each case gets
     */
    public ModelReader(ModelChannel channel, ChatRequestParameters parameters, int draws) {
        this(channel, parameters, draws, 0);
    }

    private ModelReader(ModelChannel channel, ChatRequestParameters parameters, int draws, int draw) {
        if (draws < 1 || draw < 0 || draw >= draws) {
            throw new IllegalArgumentException("draw must be in [0, draws), but draws was " + draws + ", draw " + draw);
        }
        this.channel = Objects.requireNonNull(channel, "channel");
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        this.draws = draws;
        this.draw = draw;
    }

    /**
     * How many answers each case gets.
     *
     * @return at least 1
     */
    public int draws() {
        return draws;
    }

    /**
     * The same reader for another draw.
     *
     * @param other from 0, less than {@link #draws}
     * @return the reader
     */
    public ModelReader draw(int other) {
        return new ModelReader(channel, parameters, draws, other);
    }

    /**
     * Begins a session.
     *
     * @param again whether it is one that was read before and shall be read anew
     * @return the session, for one thread
     */
    public ModelReading begin(boolean again) {
        return new ModelReading(channel, parameters, again ? draws + draw : draw);
    }
}
