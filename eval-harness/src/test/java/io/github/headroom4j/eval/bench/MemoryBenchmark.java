package io.github.headroom4j.eval.bench;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.memory.Compaction;
import io.github.headroom4j.memory.CompressingChatMemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What one more tool result costs a conversation of a given length: the store is told all messages, of which only the newest is new
 * to it, and asked for them, as a chat memory does. Results are 4,000 characters of a real log each.
 */
@State(Scope.Thread)
public class MemoryBenchmark extends SampledBenchmark {

    private static final int RESULT_CHARS = 4_000;
    private static final int BUDGET = 100_000;

    /** How long the conversation is. */
    @Param({"10", "100", "1000"})
    public int messages = 10;

    private final List<ChatMessage> conversation = new ArrayList<>();
    private ChatMemoryStore store = new InMemoryChatMemoryStore();
    private List<String> results = List.of();
    private int calls;

    /** Makes a conversation that the store knows. */
    @Setup(Level.Trial)
    public void prepare() {
        ContentTexts logs = ContentTexts.of(Bench.project(), "logs/typical");
        results = logs.variants(RESULT_CHARS, 2 * messages);
        store = CompressingChatMemoryStore.builder(
                        Headroom.builder().withoutTimeout().build(), new InMemoryChatMemoryStore())
                .compaction(Compaction.ofBudget(BUDGET))
                .build();
        conversation.clear();
        conversation.add(UserMessage.from("Why did orders fail last night?"));
        for (int i = 0; conversation.size() + 2 < messages; i++) {
            add("old-" + i, i, conversation);
        }
        store.updateMessages("conversation", conversation);
    }

    private void add(String id, int page, List<ChatMessage> to) {
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id(id)
                .name("get_logs")
                .arguments("{\"page\":" + page + "}")
                .build();
        to.add(AiMessage.from(request));
        to.add(ToolExecutionResultMessage.from(request, results.get(page % results.size())));
    }

    /**
     * One more tool result.
     *
     * @return what the model reads
     */
    @Benchmark
    public List<ChatMessage> update() {
        List<ChatMessage> longer = new ArrayList<>(store.getMessages("conversation"));
        add("new-" + calls, messages + calls, longer);
        calls++;
        store.updateMessages("conversation", longer);
        List<ChatMessage> read = store.getMessages("conversation");
        // The next call meets a conversation of the same length again.
        store.updateMessages("conversation", read.subList(0, read.size() - 2));
        return read;
    }
}
