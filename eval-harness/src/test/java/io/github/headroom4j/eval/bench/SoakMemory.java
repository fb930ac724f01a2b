package io.github.headroom4j.eval.bench;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A conversation whose history is compacted now and then. For one thread. */
final class SoakMemory {

    /** A history of so many turns is checked and begun anew. */
    private static final int MAX_TURNS = 20;

    private static final int MESSAGES_A_TURN = 3;

    private final String id;
    private final String scope;
    private final SoakStore store;
    private final SoakTexts texts;
    private final SoakFaults faults;
    private final List<String> results = new ArrayList<>();
    private long kept;

    SoakMemory(String id, SoakStore store, SoakTexts texts, SoakFaults faults) {
        this.id = id;
        this.store = store;
        this.texts = texts;
        this.faults = faults;
        scope = CompressionRequest.scopeOf(id);
    }

    void turn(RandomGenerator random, SoakTimer timer) {
        if (results.size() == MAX_TURNS) {
            check(store.originals());
            begin(store.originals());
        }
        String result = texts.fresh(random).text();
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id("call-" + results.size())
                .name("read")
                .arguments("{\"page\":" + results.size() + "}")
                .build();
        List<ChatMessage> longer = new ArrayList<>(store.memories().getMessages(id));
        longer.add(UserMessage.from("What is on page " + results.size() + "?"));
        longer.add(AiMessage.from(call));
        longer.add(ToolExecutionResultMessage.from(call, result));
        results.add(result);
        timer.time(() -> store.memories().updateMessages(id, longer));
    }

    private void begin(OriginalStore originals) {
        store.memories().deleteMessages(id);
        originals.clear(scope);
        results.clear();
    }

    /** Every result stands in its place, whole or with a way back to it. */
    private int check(OriginalStore originals) {
        List<ChatMessage> history = store.memories().getMessages(id);
        faults.expect(
                history.size() == MESSAGES_A_TURN * results.size(), "no message is lost", id + " " + history.size());
        int found = 0;
        for (int i = 0; i < results.size(); i++) {
            int at = MESSAGES_A_TURN * i + 2;
            if (at < history.size() && history.get(at) instanceof ToolExecutionResultMessage message) {
                found += check(originals, message, results.get(i)) ? 1 : 0;
            } else {
                faults.add("messages keep their places", id + " " + at);
            }
        }
        kept += found;
        return found;
    }

    private boolean check(OriginalStore originals, ToolExecutionResultMessage message, String result) {
        Object named = message.attributes().get(HeadroomAttributes.ORIGINAL);
        if (named == null) {
            faults.expect(message.text().equals(result), SoakFaults.LOST, id + " " + message.id());
            return false;
        }
        Optional<String> found = originals.find(scope, named.toString());
        faults.expect(found.isPresent(), SoakFaults.LOST, id + " " + message.id());
        faults.expect(found.isEmpty() || found.get().equals(result), "originals come back exactly", id);
        return true;
    }

    int finish(OriginalStore reopened) {
        int checked = check(reopened);
        begin(reopened);
        return checked;
    }

    long kept() {
        return kept;
    }
}
