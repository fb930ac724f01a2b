package io.github.headroom4j.memory;

import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenCounter;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger of an epoch into the last result that it folded, before the marker: no message is added, since windows and
 * augmentors count and replace messages by their place. Thread-safe.
 */
final class LedgerWriter {

    private final Compaction settings;
    private final Summary summary;
    private final TokenCounter counter;

    LedgerWriter(Compaction settings, TokenCounter counter) {
        this.settings = settings;
        this.counter = counter;
        summary = new Summary(settings.summarizer(), settings.summarizerBreaker());
    }

    /** Returns why there is no summary, or null if there is or none is wanted. */
    @Nullable
    Throwable write(Epoch epoch) {
        Optional<Integer> place = epoch.lastFoldedResult();
        if (place.isEmpty() || settings.ledgerTokens() == 0) {
            return null;
        }
        Ledger ledger = new Ledger();
        List<Integer> folded = epoch.foldedIndices();
        if (settings.ledger()) {
            LedgerKeeper.note(epoch.history(), folded, ledger);
        }
        Throwable failure = summary.addTo(ledger, epoch.history(), folded);
        String printed = ledger.print(counter);
        if (!printed.isEmpty()) {
            int index = place.get();
            epoch.replace(index, with((ToolExecutionResultMessage) epoch.message(index), printed));
        }
        return failure;
    }

    private static ToolExecutionResultMessage with(ToolExecutionResultMessage message, String printed) {
        List<Content> contents = new ArrayList<>(message.contents());
        int last = contents.size() - 1;
        while (!(contents.get(last) instanceof TextContent)) {
            last--;
        }
        contents.set(last, TextContent.from(with(((TextContent) contents.get(last)).text(), printed)));
        Map<String, Object> attributes = new HashMap<>(message.attributes());
        attributes.put(HeadroomAttributes.LEDGER, printed);
        return message.toBuilder().contents(contents).attributes(attributes).build();
    }

    /** Before the marker, which has to end a text. An outline without loss has none. */
    private static String with(String text, String printed) {
        if (OriginalMarker.refAtEndOf(text).isEmpty()) {
            return text + (text.endsWith("\n") ? "" : "\n") + printed;
        }
        int marker = text.lastIndexOf('\n') + 1;
        return text.substring(0, marker) + printed + text.substring(marker);
    }
}
