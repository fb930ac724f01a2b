package io.github.headroom4j.content;

import java.util.Optional;

/**
 * JSON that ends early, as results do that a tool cut off: valid up to the end of the text, or up to a short note that
 * says so. Also values one after another that take several lines each. Linear in the text.
 */
final class CutJsonDetector implements BuiltInDetector {

    /** Less than this could be the beginning of anything, default 200 characters. */
    private static final int MIN_VALID = 200;

    /** Characters that may follow what is valid, default 300: a note such as "[output truncated, 5,000 more lines]". */
    private static final int MAX_NOTE = 300;

    /** What is valid must outweigh the note so many times. */
    private static final int OUTWEIGHS = 4;

    private static final double CERTAINTY = 0.9;

    @Override
    public Optional<Detection> detect(String text) {
        return detect(text, () -> {});
    }

    @Override
    public Optional<Detection> detect(String text, Runnable checkpoint) {
        JsonScanner scanner = new JsonScanner(text, ScanBudget.singlePass(text, checkpoint));
        int at = Lines.firstNonBlank(text, 0);
        int values = 0;
        int end = scanner.endOfContainer(at);
        while (end != JsonScanner.NONE) {
            int next = Lines.nextIfBlank(text, end);
            if (next < 0) {
                return Optional.empty();
            }
            values++;
            at = Lines.firstNonBlank(text, next);
            end = scanner.endOfContainer(at);
        }
        boolean begins = at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
        int valid = begins ? scanner.reached() : at;
        int rest = text.stripTrailing().length() - valid;
        boolean cut = valid >= MIN_VALID && rest <= MAX_NOTE && (long) rest * OUTWEIGHS <= valid;
        return cut && (begins || values > 1)
                ? Optional.of(Detection.of(values > 1 ? ContentType.NDJSON : ContentType.JSON, CERTAINTY))
                : Optional.empty();
    }
}
