package io.github.headroom4j.content;

import java.util.Optional;

/** One JSON object or array, from the first to the last character that is not blank. Linear in the text. */
final class JsonDetector implements BuiltInDetector {

    @Override
    public Optional<Detection> detect(String text) {
        return detect(text, () -> {});
    }

    @Override
    public Optional<Detection> detect(String text, Runnable checkpoint) {
        int start = Lines.firstNonBlank(text, 0);
        int end = new JsonScanner(text, ScanBudget.singlePass(text, checkpoint)).endOfContainer(start);
        return end != JsonScanner.NONE && Lines.isBlank(text, end, text.length())
                ? Optional.of(Detection.of(ContentType.JSON, 1))
                : Optional.empty();
    }
}
