package io.github.headroom4j.tool;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.original.OriginalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The attributes that mark results and messages as ours. LangChain4j copies them from a tool's result to its message and
 * keeps them in every chat memory store; it does not send them to the model. All values are strings, the one type that
 * survives every store.
 */
public final class HeadroomAttributes {

    /** The full ids of the originals that the texts were made from, as far as they are kept, separated by commas. */
    public static final String ORIGINAL = "headroom.original";

    /**
     * What was done: {@code REPACKED}, {@code SELECTED}, {@link #UNCHANGED}, {@link #RETRIEVED}, and in compacted
     * histories {@link #OUTLINED} or {@link #LEFT_OUT}.
     */
    public static final String STEP = "headroom.step";

    /** The step of a result that the retrieve tool returned, which must never be compressed. */
    public static final String RETRIEVED = "RETRIEVED";

    /** The step of a stored message whose texts were tried and stay as they are, so that they are not tried again. */
    public static final String UNCHANGED = "UNCHANGED";

    /** The step of an old message that a compaction made an outline. */
    public static final String OUTLINED = "OUTLINED";

    /** The step of an old message of which a compaction left nothing but a marker. */
    public static final String LEFT_OUT = "LEFT_OUT";

    /** What a compaction noted about what it left out, as it stands in the text of the message. */
    public static final String LEDGER = "headroom.ledger";

    /** Set by LangChain4j's skills: the text is instructions to the model, and the attribute keeps their tools active. */
    private static final String ACTIVATED_SKILL = "activated_skill";

    /** Far more originals than one message can show markers of; what lies beyond is no list of ours. */
    private static final int MAX_ORIGINALS = 1_000;

    private static final Pattern COMMA = Pattern.compile(",");

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

    /**
     * Whether the texts of a result or message must not be compressed: they went through headroom already, or are
     * instructions of an activated skill.
     *
     * @param attributes of a tool's result or of its message
     * @return whether it must be left alone
     */
    public static boolean forbidCompression(Map<String, Object> attributes) {
        return areOurs(attributes) || attributes.containsKey(ACTIVATED_SKILL);
    }

    /**
     * The originals that the texts of a result or message were selected from.
     *
     * @param attributes of a tool's result or of its message, which may have come from anywhere
     * @return the ids, at most 1,000; what is no id is left out
     */
    public static List<OriginalId> originals(Map<String, Object> attributes) {
        if (!(attributes.get(ORIGINAL) instanceof String ids)) {
            return List.of();
        }
        return COMMA.splitAsStream(ids)
                .limit(MAX_ORIGINALS)
                .filter(OriginalId::isId)
                .map(OriginalId::new)
                .toList();
    }

    /**
     * The attributes of a result or message with those that tell what was done to its texts.
     *
     * @param attributes what it has
     * @param compressed what became of those of its texts that were compressed, at least one
     * @param originals what these were made from, as far as it is kept, in their order
     * @return a copy with ours
     */
    public static Map<String, Object> with(
            Map<String, Object> attributes, List<Compressed> compressed, List<OriginalId> originals) {
        Map<String, Object> all = new HashMap<>(attributes);
        boolean selected = compressed.stream().anyMatch(one -> one.step() == Step.SELECTED);
        all.put(STEP, (selected ? Step.SELECTED : Step.REPACKED).name());
        if (!originals.isEmpty()) {
            all.put(
                    ORIGINAL,
                    originals.stream().map(OriginalId::sha256).distinct().collect(Collectors.joining(",")));
        }
        return all;
    }
}
