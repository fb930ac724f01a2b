package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a decorator of a chat memory store must keep of what LangChain4j expects, whatever it does to messages: their number,
 * order, ids, pairing, attributes and everything but the texts of results; a system message that stays first; bytes that do
 * not change once they were read; ids of any type; lists that are nobody else's.
 *
 * <p>A test extends this class and gives a new decorator over the store of its choice:
 *
 * <pre>{@code
 * class MyChatMemoryStoreTest extends ChatMemoryStoreContract {
 *
 *     @Override
 *     protected ChatMemoryStore decorated() {
 *         return new MyChatMemoryStore(new InMemoryChatMemoryStore());
 *     }
 * }
 * }</pre>
 *
 * <p>It comes in the artifact {@code langchain4j-headroom-memory-store} of type {@code test-jar}, and needs JUnit Jupiter and
 * AssertJ beside it. What it cannot tell: whether texts of results that a decorator changes can be read back.
 */
public abstract class ChatMemoryStoreContract {

    /** For subclasses. */
    protected ChatMemoryStoreContract() {}

    /**
     * What is tested.
     *
     * @return a new decorator over a new store, which holds nothing yet
     */
    protected abstract ChatMemoryStore decorated();

    @Test
    void should_return_an_empty_list_that_may_be_changed_when_nothing_is_stored() {
        List<ChatMessage> messages = decorated().getMessages("nobody");

        assertThat(messages).isNotNull().isEmpty();
        assertThatCode(() -> messages.add(UserMessage.from("x"))).doesNotThrowAnyException();
    }

    @Test
    void should_not_change_the_list_that_it_is_given() {
        List<ChatMessage> given = List.copyOf(conversation());
        String before = ChatMessageSerializer.messagesToJson(given);

        decorated().updateMessages("id", given);

        assertThat(ChatMessageSerializer.messagesToJson(given)).isEqualTo(before);
    }

    @Test
    void should_not_store_what_is_added_to_a_list_that_it_returned() {
        ChatMemoryStore store = decorated();
        store.updateMessages("id", conversation());

        store.getMessages("id").add(UserMessage.from("never said"));

        assertThat(store.getMessages("id")).hasSameSizeAs(conversation());
    }

    @Test
    void should_keep_number_order_ids_and_everything_but_texts_of_results() {
        ChatMemoryStore store = decorated();
        store.updateMessages("id", conversation());

        assertThat(shapes(store.getMessages("id"))).isEqualTo(shapes(conversation()));
    }

    @Test
    void should_keep_attributes_of_others() {
        ChatMemoryStore store = decorated();
        store.updateMessages("id", conversation());

        List<ChatMessage> stored = store.getMessages("id");
        for (int i = 0; i < stored.size(); i++) {
            assertThat(attributes(stored.get(i)))
                    .containsAllEntriesOf(attributes(conversation().get(i)));
        }
    }

    @Test
    void should_store_the_same_when_what_was_read_is_stored_again() {
        ChatMemoryStore store = decorated();
        store.updateMessages("id", conversation());
        List<ChatMessage> once = store.getMessages("id");

        for (int i = 0; i < 3; i++) {
            store.updateMessages("id", store.getMessages("id"));
        }

        assertThat(ChatMessageSerializer.messagesToJson(store.getMessages("id")))
                .isEqualTo(ChatMessageSerializer.messagesToJson(once));
    }

    @Test
    void should_not_change_a_message_once_it_was_read() {
        ChatMemoryStore store = decorated();
        List<ChatMessage> messages = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (ChatMessage message : conversation()) {
            messages.add(message);
            store.updateMessages("id", messages);
            messages = store.getMessages("id");
            List<String> now =
                    messages.stream().map(ChatMessageSerializer::messageToJson).toList();
            assertThat(now.subList(0, seen.size())).isEqualTo(seen);
            seen = now;
        }
    }

    @Test
    void should_keep_the_system_message_first_when_it_is_added_again() {
        MessageWindowChatMemory memory = MessageWindowChatMemory.builder()
                .id("id")
                .maxMessages(100)
                .chatMemoryStore(decorated())
                .build();
        for (int turn = 0; turn < 3; turn++) {
            memory.add(SystemMessage.from("You are careful."));
            memory.add(UserMessage.from("Question " + turn));
            memory.add(AiMessage.from("Answer " + turn));
        }

        assertThat(memory.messages()).hasSize(7).first().isEqualTo(SystemMessage.from("You are careful."));
    }

    @Test
    void should_store_a_list_that_became_shorter() {
        ChatMemoryStore store = decorated();
        store.updateMessages("id", conversation());

        store.updateMessages("id", store.getMessages("id").subList(0, 3));

        assertThat(store.getMessages("id")).hasSize(3);
    }

    @Test
    void should_forget_what_is_deleted_and_nothing_else() {
        ChatMemoryStore store = decorated();
        store.updateMessages("one", conversation());
        store.updateMessages("other", conversation());

        store.deleteMessages("one");

        assertThat(store.getMessages("one")).isEmpty();
        assertThat(store.getMessages("other")).hasSameSizeAs(conversation());
    }

    @Test
    void should_take_ids_of_any_type() {
        ChatMemoryStore store = decorated();
        List<Object> ids = List.of("a", 7, 7_000_000_000L, UUID.fromString("00000000-0000-0000-0000-000000000001"));

        ids.forEach(id -> store.updateMessages(id, List.of(UserMessage.from("I am " + id))));

        assertThat(ids)
                .allSatisfy(id -> assertThat(store.getMessages(id)).containsExactly(UserMessage.from("I am " + id)));
    }

    /**
     * Every kind of message, with results that are long, short, failed, of images, of skills and without a tool's name.
     *
     * @return the same twelve messages each time
     */
    public static List<ChatMessage> conversation() {
        return List.of(
                SystemMessage.from("You are careful."),
                UserMessage.builder()
                        .addContent(TextContent.from("What happened? " + log("asked")))
                        .attributes(Map.of("cache_control", "ephemeral"))
                        .build(),
                AiMessage.builder()
                        .text("I look.")
                        .thinking("Hm. " + log("thought"))
                        .attributes(Map.of("thinking_signature", "abc"))
                        .toolExecutionRequests(List.of(call("1"), call("2"), call("3")))
                        .build(),
                ToolExecutionResultMessage.builder()
                        .id("1")
                        .toolName("read_log")
                        .text(log("pay"))
                        .isError(false)
                        .attributes(Map.of("found_tools", List.of("other_tool")))
                        .build(),
                ToolExecutionResultMessage.builder()
                        .id("2")
                        .toolName("read_log")
                        .text(log("failed"))
                        .isError(true)
                        .build(),
                ToolExecutionResultMessage.builder()
                        .id("3")
                        .toolName("read_log")
                        .contents(List.of(
                                TextContent.from(log("seen")),
                                ImageContent.from("https://example.org/a.png"),
                                TextContent.from("short")))
                        .build(),
                AiMessage.from("One pool was exhausted."),
                UserMessage.from("And the skill?"),
                AiMessage.from(List.of(call("4"), call("5"))),
                ToolExecutionResultMessage.builder()
                        .id("4")
                        .toolName("some_skill")
                        .text(log("instructions"))
                        .attributes(Map.of("activated_skill", "pdf"))
                        .build(),
                ToolExecutionResultMessage.builder()
                        .id("5")
                        .toolName("ping")
                        .text("pong")
                        .build(),
                AiMessage.from("Done."));
    }

    /**
     * A log of which one line is bad.
     *
     * @param service stands in every line
     * @return 400 lines
     */
    public static String log(String service) {
        return IntStream.rangeClosed(1, 400)
                .mapToObj(i -> i == 277
                        ? "2026-01-01T12:00:01Z ERROR " + service + " pool exhausted, request r-277 refused"
                        : "2026-01-01T12:00:01Z INFO " + service + " request r-" + i + " served in " + i % 17 + " ms")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static ToolExecutionRequest call(String id) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name("read_log")
                .arguments("{}")
                .build();
    }

    private static List<String> shapes(List<ChatMessage> messages) {
        return messages.stream().map(ChatMemoryStoreContract::shape).toList();
    }

    private static String shape(ChatMessage message) {
        if (message instanceof ToolExecutionResultMessage result) {
            return result.id() + " " + result.toolName() + " " + result.isError() + " "
                    + result.contents().stream()
                            .map(content -> content instanceof TextContent ? "text" : content.toString())
                            .toList();
        }
        return ChatMessageSerializer.messageToJson(message);
    }

    private static Map<String, Object> attributes(ChatMessage message) {
        return message instanceof ToolExecutionResultMessage result ? result.attributes() : Map.of();
    }
}
