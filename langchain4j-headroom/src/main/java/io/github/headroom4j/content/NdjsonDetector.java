package io.github.headroom4j.content;

import java.util.Optional;

/** At least two lines, each of them one JSON object or array; blank lines may stand between. Linear in the text. */
final class NdjsonDetector implements ContentDetector {

    private static final int MIN_VALUES = 2;

    @Override
    public Optional<Detection> detect(String text) {
        JsonScanner scanner = new JsonScanner(text, ScanBudget.singlePass(text));
        int values = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                at++;
                continue;
            }
            int end = scanner.endOfContainer(at);
            if (end == JsonScanner.NONE || hasLineEnd(text, at, end)) {
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

    private static boolean hasLineEnd(String text, int start, int end) {
        int lineEnd = text.indexOf('\n', start);
        return lineEnd >= 0 && lineEnd < end;
    }
}
