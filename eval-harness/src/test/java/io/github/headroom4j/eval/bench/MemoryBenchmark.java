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
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one more tool result costs a conversation of a given length: the store is told all messages, of which only the newest is new
 * to it, and asked for them, as a chat memory does. Results are 4,000 characters of a real log each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx4g", "-Dfile.encoding=UTF-8"})
public class MemoryBenchmark {

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
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 2 * messages; i++) {
            made.add(logs.text(RESULT_CHARS, i));
        }
        results = made;
        store = CompressingChatMemoryStore.builder(Headroom.create(), new InMemoryChatMemoryStore())
                .compaction(Compaction.ofBudget(BUDGET))
                .build();
        conversation.clear();
        conversation.add(UserMessage.from("Why did orders fail last night?"));
        for (int i = 0; conversation.size() + 2 < messages; i++) {
            add(i);
        }
        store.updateMessages("conversation", conversation);
    }

    private void add(int i) {
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id("call-" + i)
                .name("get_logs")
                .arguments("{\"page\":" + i + "}")
                .build();
        conversation.add(AiMessage.from(request));
        conversation.add(ToolExecutionResultMessage.from(request, results.get(i % results.size())));
    }

    /**
     * One more tool result.
     *
     * @return what the model reads
     */
    @Benchmark
    public List<ChatMessage> update() {
        List<ChatMessage> longer = new ArrayList<>(store.getMessages("conversation"));
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id("new-" + calls)
                .name("get_logs")
                .arguments("{\"new\":" + calls + "}")
                .build();
        longer.add(AiMessage.from(request));
        longer.add(ToolExecutionResultMessage.from(request, results.get(calls % results.size())));
        calls++;
        store.updateMessages("conversation", longer);
        List<ChatMessage> read = store.getMessages("conversation");
        // The next call meets a conversation of the same length again.
        store.updateMessages("conversation", read.subList(0, read.size() - 2));
        return read;
    }
}
