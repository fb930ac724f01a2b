package io.github.headroom4j.compressor;

import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.OpaqueRuns;
import io.github.headroom4j.content.OpaqueRuns.Run;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Puts a description in the place of base64, long hexadecimal and minified code: the first characters, what it is, how long
 * it is, and where the original has it. Stateless and thread-safe; linear in the text.
 */
public final class OpaqueFolding {

    /** Characters of a run that stay, so that it can be told from others and found again. */
    static final int HEAD = 24;

    /** Characters of a word in the query from which a run that holds it stays. */
    private static final int MIN_NAMED = 12;

    /** Characters of the query that are looked at: names stand in its first lines, and each costs a search per run. */
    private static final int MAX_QUERY = 2_000;

    /** Where every changed line stays as it is, and what folds its own values with their paths. */
    private static final Set<ContentType> FOLDED_ELSEWHERE =
            Set.of(ContentType.DIFF, ContentType.JSON, ContentType.NDJSON);

    private OpaqueFolding() {}

    /**
     * Whether runs are left out of a kind of text here rather than by its compressor, or not at all.
     *
     * @param type a kind of text
     * @return whether {@link Selection#foldingOpaque} is for it
     */
    public static boolean appliesTo(ContentType type) {
        return !FOLDED_ELSEWHERE.contains(type);
    }

    /**
     * Leaves the runs of a text out, but for their heads.
     *
     * @param text any text
     * @param runs what {@link OpaqueRuns} finds in it
     * @param query the user's question; a run that holds a word of it stays
     * @param place says for the index of a run's first character where the original has it, in the terms of {@code
     *     headroom_retrieve}: "line 12" or "path /a/b"
     * @return the text with a description in place of each run, or the same object if it has none
     */
    public static String fold(String text, List<Run> runs, String query, IntFunction<String> place) {
        StringBuilder out = null;
        int copied = 0;
        for (Run run : runs) {
            if (!isNamed(text.substring(run.start(), run.end()), query)) {
                out = out == null ? new StringBuilder() : out;
                int head = run.start() + headLength(text, run);
                out.append(text, copied, head).append(describe(run, place.apply(run.start())));
                copied = run.end();
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private static String describe(Run run, String place) {
        return Elision.MARK + "[" + run.kind() + ", " + (run.end() - run.start()) + " characters, " + place + "]";
    }

    /** A head ends before a line does, and never within a surrogate pair. */
    private static int headLength(String text, Run run) {
        int length = 0;
        while (length < HEAD && text.charAt(run.start() + length) > ' ') {
            length++;
        }
        return Character.isHighSurrogate(text.charAt(run.start() + length - (length > 0 ? 1 : 0)))
                ? length - 1
                : length;
    }

    private static boolean isNamed(String run, String query) {
        int start = 0;
        int length = Math.min(query.length(), MAX_QUERY);
        for (int i = 0; i <= length; i++) {
            boolean within = i < length && isWord(query.charAt(i));
            if (!within) {
                if (i - start >= MIN_NAMED && run.contains(query.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '-' || c == '_' || c == '=';
    }
}
