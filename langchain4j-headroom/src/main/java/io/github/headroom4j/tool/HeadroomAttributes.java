package io.github.headroom4j.tool;

import java.util.Map;

/**
 * The attributes that mark results and messages as ours. LangChain4j copies them from a tool's result to its message and
 * keeps them in every chat memory store; it does not send them to the model. All values are strings, the one type that
 * survives every store.
 */
public final class HeadroomAttributes {

    /** The full ids of the originals that the texts were selected from, separated by commas; absent if nothing was left out. */
    public static final String ORIGINAL = "headroom.original";

    /** What was done: {@code REPACKED}, {@code SELECTED}, or {@link #RETRIEVED}. */
    public static final String STEP = "headroom.step";

    /** The step of a result that the retrieve tool returned, which must never be compressed. */
    public static final String RETRIEVED = "RETRIEVED";

    private HeadroomAttributes() {}

    /**
     * Whether a result or message went through headroom already.
     *
     * @param attributes of a tool's result or of its message
     * @return whether it must be left alone
     */
    public static boolean areOurs(Map<String, Object> attributes) {
        return attributes.containsKey(STEP);
    }
}
