package io.github.headroom4j.content;

import java.util.Optional;

/**
 * At least two JSON objects or arrays one after another, each of which begins on a line of its own; blank lines may stand between.
 * Mostly one per line; tools that list things, such as {@code go list -json}, print them over several lines. Linear in the text.
 */
final class NdjsonDetector implements BuiltInDetector {

    private static final int MIN_VALUES = 2;

    @Override
    public Optional<Detection> detect(String text) {
        return detect(text, () -> {});
    }

    @Override
    public Optional<Detection> detect(String text, Runnable checkpoint) {
        JsonScanner scanner = new JsonScanner(text, ScanBudget.singlePass(text, checkpoint));
        int values = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                at++;
                continue;
            }
            int end = scanner.endOfContainer(at);
            if (end == JsonScanner.NONE) {
                return Optional.empty();
            }
            int next = Lines.nextIfBlank(text, end);
            if (next < 0) {
                return Optional.empty();
            }
            values++;
            at = next;
        }
        return values >= MIN_VALUES ? Optional.of(Detection.of(ContentType.NDJSON, 1)) : Optional.empty();
    }
}
