package io.github.headroom4j.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process that leads a conversation on and on until it is killed, as an agent with tools does. It says on its standard
 * output what it is about to do and what it has done; at the event that it was told it waits to be killed there.
 */
final class AgentUntilKilled {

    /** What it says, in the order of one result of a tool; "added" is followed by the message's index. */
    static final List<String> EVENTS = List.of(
            "put original",
            "original was put",
            "original was read back",
            "store messages",
            "messages were stored",
            "added");

    /** What it is told if it shall not wait anywhere. */
    static final int NEVER = Integer.MAX_VALUE;

    /** A budget of so few turns that most histories are compacted before their process is killed for the last time. */
    private static final Compaction COMPACTION = Compaction.builder(1_000)
            .prices(CachePrices.uncached())
            .withoutLedger()
            .outlineTokens(80)
            .build();

    private AgentUntilKilled() {}

    /** Directory, memory id, an event, and at its how-manieth occurrence to wait. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        String id = arguments[1];
        Events events = new Events(System.out, arguments[2], Integer.parseInt(arguments[3]));
        Headroom headroom = Headroom.builder()
                .originals(new TellingOriginals(JdbcOriginalStore.embedded(originals(directory)), events))
                // Loading a tokenizer would be most of what this process does.
                .tokenCounter(text -> text.length() / 4)
                .withoutTimeout()
                .build();
        ChatMemory memory = MessageWindowChatMemory.builder()
                .id(id)
                .maxMessages(10_000)
                .chatMemoryStore(CompressingChatMemoryStore.builder(
                                headroom, new TellingMessages(new FileChatMemoryStore(directory), events))
                        .compaction(COMPACTION)
                        .build())
                .build();
        for (int i = memory.messages().size(); ; i++) {
            memory.add(message(id, i));
            events.tell("added", " " + i);
        }
    }

    static Path originals(Path directory) {
        return directory.resolve("originals");
    }

    /** The message of a conversation at an index, as it was before anything was done to it. */
    static ChatMessage message(String id, int i) {
        return switch (i % 4) {
            case 0 -> UserMessage.from("Question " + i + " of " + id);
            case 1 ->
                AiMessage.from(ToolExecutionRequest.builder()
                        .id("call-" + i)
                        .name("read_log")
                        .arguments("{\"service\":\"" + id + "-" + i + "\"}")
                        .build());
            case 2 -> ToolExecutionResultMessage.from("call-" + (i - 1), "read_log", raw(id, i));
            default -> AiMessage.from("Answer " + i + " to " + id);
        };
    }

    static String raw(String id, int i) {
        return ChatMemoryStoreContract.log(id + "-" + i);
    }

    /** Prints what happens, and stops the process for its end at one of the events. */
    static final class Events {

        private final PrintStream out;
        private final String last;
        private int untilLast;

        Events(PrintStream out, String last, int occurrence) {
            this.out = out;
            this.last = last;
            untilLast = occurrence;
        }

        void tell(String event) {
            tell(event, "");
        }

        void tell(String event, String detail) {
            // At once, so that no line is torn.
            byte[] line = (event + detail + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(line, 0, line.length);
            out.flush();
            if (event.equals(last) && --untilLast == 0) {
                awaitTheEnd();
            }
        }

        private static void awaitTheEnd() {
            try {
                while (System.in.read() >= 0) {
                    // Nobody writes; the process is killed while it waits, or ends with its parent.
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Runtime.getRuntime().halt(1);
        }
    }

    private record TellingOriginals(OriginalStore delegate, Events events) implements OriginalStore {

        @Override
        public OriginalId put(String scope, String text) {
            events.tell("put original");
            OriginalId id = delegate.put(scope, text);
            events.tell("original was put");
            return id;
        }

        @Override
        public Optional<String> find(String scope, String ref) {
            Optional<String> found = delegate.find(scope, ref);
            events.tell("original was read back");
            return found;
        }

        @Override
        public void clear(String scope) {
            throw new UnsupportedOperationException();
        }
    }

    private record TellingMessages(ChatMemoryStore delegate, Events events) implements ChatMemoryStore {

        @Override
        public List<ChatMessage> getMessages(Object memoryId) {
            return delegate.getMessages(memoryId);
        }

        @Override
        public void updateMessages(Object memoryId, List<ChatMessage> messages) {
            events.tell("store messages");
            delegate.updateMessages(memoryId, messages);
            events.tell("messages were stored");
        }

        @Override
        public void deleteMessages(Object memoryId) {
            throw new UnsupportedOperationException();
        }
    }
}
