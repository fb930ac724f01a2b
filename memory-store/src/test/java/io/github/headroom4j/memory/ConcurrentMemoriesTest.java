package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many threads lead few conversations through one decorator. LangChain4j's memories are for one thread at a time, so each
 * conversation has a lock, as applications have; stores and originals have none.
 */
class ConcurrentMemoriesTest {

    private static final int THREADS = 32;
    private static final int MEMORIES = 8;

    /** Of each thread; {@code -Dheadroom.stress.seconds=60} goes on for a minute instead. */
    private static final int TURNS = 6;

    private static final long SECONDS = Long.getLong("headroom.stress.seconds", 0);

    /** A history of so many turns is checked and begun anew. */
    private static final int MAX_TURNS = 40;

    /** So few that each history is compacted now and then. */
    private static final int MAX_TOKENS = 3_000;

    @Test
    void should_lose_and_mix_nothing_in_memory(TestReporter reporter) throws Exception {
        lead(new InMemoryChatMemoryStore(), new InMemoryOriginalStore(), reporter);
    }

    @Test
    void should_lose_and_mix_nothing_when_messages_are_in_a_database(TestReporter reporter) throws Exception {
        lead(new JdbcChatMemoryStore("concurrent"), new InMemoryOriginalStore(), reporter);
    }

    @Test
    void should_lose_and_mix_nothing_when_originals_are_in_a_file(@TempDir Path directory, TestReporter reporter)
            throws Exception {
        Path file = directory.resolve("originals");
        lead(new JdbcChatMemoryStore("concurrent-durable"), JdbcOriginalStore.embedded(file), reporter);
        try (Connection connection = EmbeddedDatabase.open(file).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    private static void lead(ChatMemoryStore store, OriginalStore originals, TestReporter reporter) throws Exception {
        Headroom headroom =
                Headroom.builder().originals(originals).withoutTimeout().build();
        AtomicInteger epochs = new AtomicInteger();
        ChatMemoryStore decorated = CompressingChatMemoryStore.builder(headroom, store)
                .compaction(Compaction.builder(MAX_TOKENS)
                        .prices(CachePrices.uncached())
                        .withoutLedger()
                        .outlineTokens(80)
                        .listener(event -> epochs.addAndGet(event.folded().isEmpty() ? 0 : 1))
                        .build())
                .build();
        List<Conversation> conversations = IntStream.range(0, MEMORIES)
                .mapToObj(i -> new Conversation("memory-" + i, decorated, originals))
                .toList();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        IntPredicate goesOn = turn -> SECONDS > 0 ? System.nanoTime() < end : turn < TURNS;
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        int turns = 0;
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<Integer>> agents = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                agents.add(() -> {
                    start.await();
                    int turn = 0;
                    while (goesOn.test(turn)) {
                        // Each thread comes by at each conversation, and not all in the same order.
                        conversations
                                .get((first + turn * (1 + 2 * (first % 4))) % MEMORIES)
                                .turn();
                        turn++;
                    }
                    return turn;
                });
            }
            for (Future<Integer> led : threads.invokeAll(agents)) {
                turns += led.get();
            }
        } finally {
            threads.shutdownNow();
        }
        conversations.forEach(Conversation::check);
        int checked = conversations.stream()
                .mapToInt(conversation -> conversation.checked)
                .sum();
        reporter.publishEntry("turns", turns + " led, " + checked + " checked, " + epochs + " epochs");
        assertThat(checked).isEqualTo(turns);
        assertThat(epochs).hasPositiveValue();
    }

    /** One memory and what must be in it. Its lock is its own monitor. */
    private static final class Conversation {

        private final String id;
        private final OriginalStore originals;
        private final ChatMemory memory;
        private int checked;
        private int next;

        Conversation(String id, ChatMemoryStore store, OriginalStore originals) {
            this.id = id;
            this.originals = originals;
            memory = MessageWindowChatMemory.builder()
                    .id(id)
                    .maxMessages(10_000)
                    .chatMemoryStore(store)
                    .build();
        }

        synchronized void turn() {
            messages(next).forEach(memory::add);
            next++;
            if (next - checked == MAX_TURNS) {
                check();
                memory.clear();
            }
        }

        private List<ChatMessage> messages(int turn) {
            return List.of(
                    UserMessage.from(id + " asks " + turn),
                    AiMessage.from(ToolExecutionRequest.builder()
                            .id("call-" + turn)
                            .name("read_log")
                            .arguments("{}")
                            .build()),
                    ToolExecutionResultMessage.from("call-" + turn, "read_log", raw(turn)),
                    AiMessage.from(id + " is answered " + turn));
        }

        private String raw(int turn) {
            return IntStream.range(0, 60)
                    .mapToObj(i -> "2026-01-01T12:00:01Z INFO " + id + " turn " + turn + " request r-" + i * 7 % 60
                            + " served in " + i % 17 + " ms")
                    .collect(Collectors.joining("\n"));
        }

        synchronized void check() {
            List<ChatMessage> history = memory.messages();
            assertThat(history).as(id).hasSize(4 * (next - checked));
            for (int i = 0; i < history.size(); i += 4) {
                List<ChatMessage> expected = messages(checked);
                assertThat(history.get(i)).isEqualTo(expected.get(0));
                assertThat(history.get(i + 1)).isEqualTo(expected.get(1));
                check((ToolExecutionResultMessage) history.get(i + 2), checked);
                assertThat(history.get(i + 3)).isEqualTo(expected.get(3));
                checked++;
            }
        }

        private void check(ToolExecutionResultMessage result, int turn) {
            assertThat(result.id()).isEqualTo("call-" + turn);
            String ref = OriginalMarker.refAtEndOf(result.text()).orElseThrow();
            for (int i = 0; i < MEMORIES; i++) {
                String scope = "memory-" + i;
                if (scope.equals(id)) {
                    assertThat(originals.find(scope, ref)).contains(raw(turn));
                } else {
                    assertThat(originals.find(scope, ref)).isEmpty();
                }
            }
        }
    }
}
