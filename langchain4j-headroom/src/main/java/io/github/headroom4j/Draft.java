package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.content.Detection;
import java.util.List;

/** A text on its way through the steps: counted, split and read. */
record Draft(String text, int tokens, ContentRouter.Routed routed) {

    List<ContentRouter.Part> parts() {
        return routed.parts();
    }

    List<Detection> detected() {
        return parts().stream().map(ContentRouter.Part::detection).toList();
    }

    List<String> compressors() {
        return parts().stream()
                .map(ContentRouter.Part::compressor)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    Unchanged unchanged(Reason reason) {
        return new Unchanged(text, tokens, detected(), reason);
    }
}
