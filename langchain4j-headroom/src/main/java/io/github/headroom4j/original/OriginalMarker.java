package io.github.headroom4j.original;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that ends a reversibly compressed text and names its original. This is the only class that renders or parses
 * a marker. Immutable and thread-safe.
 *
 * <p>A marker costs at most 30 tokens of o200k. It holds no double braces, which LangChain4j would read as a template.
 *
 * @param id the original
 * @param lines how many lines the original has, positive
 */
public record OriginalMarker(OriginalId id, int lines) {

    /** The name of the tool that the marker speaks of. */
    public static final String RETRIEVE_TOOL = "headroom_retrieve";

    private static final String OPENING = "[" + RETRIEVE_TOOL + " ref=";
    private static final String LOOK_ALIKE_OPENING = "[" + RETRIEVE_TOOL + "-like ref=";
    private static final Pattern MARKER = Pattern.compile(
            Pattern.quote(OPENING) + "([0-9a-f]{" + OriginalId.SHORT_LENGTH + "}) for all \\d{1,10} lines?]");
    private static final Pattern REF = Pattern.compile(
            "(?<![0-9a-zA-Z])[0-9a-fA-F]{" + OriginalId.SHORT_LENGTH + "}(?:[0-9a-fA-F]{52})?(?![0-9a-zA-Z])");

    /** Validates the number of lines. */
    public OriginalMarker {
        if (lines <= 0) {
            throw new IllegalArgumentException("lines must be positive, but was " + lines);
        }
    }

    /**
     * The marker of a text.
     *
     * @param original the whole original
     * @return its marker
     */
    public static OriginalMarker of(String original) {
        return of(original, () -> {});
    }

    /**
     * The same for what may have to give up.
     *
     * @param original the whole original
     * @param checkpoint run now and then; throws to give up
     * @return its marker
     */
    public static OriginalMarker of(String original, Runnable checkpoint) {
        int newlines = LineFeeds.in(original, checkpoint);
        return new OriginalMarker(OriginalId.of(original, checkpoint), newlines + (original.endsWith("\n") ? 0 : 1));
    }

    /**
     * Keeps a text and only then gives its marker, see {@link OriginalStore#keep}.
     *
     * @param store where
     * @param scope whose original it is, not blank
     * @param original the whole original
     * @return its marker
     * @throws OriginalStoreException if the store cannot keep it, or does not give it back as it was put
     */
    public static OriginalMarker keeping(OriginalStore store, String scope, String original) {
        OriginalMarker marker = of(original);
        store.keep(scope, original, marker.id(), () -> {});
        return marker;
    }

    /**
     * The marker as text.
     *
     * @return one line without a line break, for instance {@code [headroom_retrieve ref=0123456789ab for all 1042 lines]}
     */
    public String render() {
        return OPENING + id.shortForm() + " for all " + lines + (lines == 1 ? " line]" : " lines]");
    }

    /**
     * The short reference of the marker that ends a text.
     *
     * @param text any text
     * @return the reference if the last line is a marker
     */
    public static Optional<String> refAtEndOf(String text) {
        String body = text.stripTrailing();
        Matcher matcher = MARKER.matcher(body).region(body.lastIndexOf('\n') + 1, body.length());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The reference that a model quotes: alone, in other capitals, or with more of the marker around it.
     *
     * @param quoted what the model gave as reference
     * @return the one reference in it, in lower case, or empty if there is none or more than one
     */
    public static Optional<String> refIn(String quoted) {
        List<String> refs = REF.matcher(quoted)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return refs.size() == 1 ? Optional.of(refs.get(0)) : Optional.empty();
    }

    /**
     * Whether a text holds something that reads like a marker.
     *
     * @param text any text
     * @return whether {@link #escapeLookAlikes} would change it
     */
    public static boolean hasLookAlike(String text) {
        return text.contains(OPENING);
    }

    /**
     * Breaks everything in a text that reads like a marker, so that only markers of ours do.
     *
     * @param text text from outside
     * @return the same text with look-alikes made harmless, still readable
     */
    public static String escapeLookAlikes(String text) {
        return text.replace(OPENING, LOOK_ALIKE_OPENING);
    }
}
