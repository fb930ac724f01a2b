package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomAttributes;
import io.github.headroom4j.tool.HeadroomTools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store that compresses must not break, in the order of what was seen to break elsewhere. */
class CompressingChatMemoryStoreTest {

    interface Assistant {
        @SystemMessage("You are a careful operator.")
        String chat(String question);
    }

    static final class Logs {
        @Tool("Reads a log")
        String readLog(String service) {
            return ChatMemoryStoreContract.log(service);
        }
    }

    /** Reads a log for each question, then answers; remembers what it was asked. */
    static final class Model implements ChatModel {
        private final List<ChatRequest> requests = new ArrayList<>();

        @Override
        public ChatResponse doChat(ChatRequest request) {
            requests.add(request);
            List<ChatMessage> messages = request.messages();
            boolean asked = messages.get(messages.size() - 1) instanceof UserMessage;
            ToolExecutionRequest call = ToolExecutionRequest.builder()
                    .id("call-" + requests.size())
                    .name("readLog")
                    .arguments("{\"service\": \"pay-" + requests.size() + "\"}")
                    .build();
            return ChatResponse.builder()
                    .aiMessage(asked ? AiMessage.from(call) : AiMessage.from("answer " + requests.size()))
                    .build();
        }
    }

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();

    @Test
    void should_show_results_compressed_from_the_first_request_on_and_never_change_them() {
        Model model = new Model();
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .chatMemory(memory(new CompressingChatMemoryStore(headroom, new JsonChatMemoryStore()), 100))
                .tools(new Logs())
                .build();

        IntStream.range(0, 4).forEach(turn -> assistant.chat("What happened? " + turn));

        assertThat(model.requests).hasSize(8);
        for (int i = 1; i < model.requests.size(); i++) {
            assertThat(bytes(model.requests.get(i))).startsWith(bytes(model.requests.get(i - 1)));
        }
        assertThat(results(model.requests.get(7).messages())).hasSize(4).allSatisfy(result -> {
            assertThat(result.text()).contains("ERROR").hasSizeLessThan(2_000);
            assertThat(result.attributes()).containsKey(HeadroomAttributes.ORIGINAL);
        });
    }

    @Test
    void should_leave_alone_what_was_compressed_when_the_tool_returned_it() {
        List<Model> models = List.of(new Model(), new Model());
        List<ChatMemoryStore> stores = List.of(
                new InMemoryChatMemoryStore(), new CompressingChatMemoryStore(headroom, new InMemoryChatMemoryStore()));
        for (int i = 0; i < 2; i++) {
            AiServices.builder(Assistant.class)
                    .chatModel(models.get(i))
                    .chatMemory(memory(stores.get(i), 100))
                    .tools(HeadroomTools.wrap(headroom, new Logs()))
                    .build()
                    .chat("What happened?");
        }

        assertThat(bytes(models.get(1).requests.get(1)))
                .isEqualTo(bytes(models.get(0).requests.get(1)))
                .contains("headroom_retrieve");
    }

    @Test
    void should_keep_originals_when_a_memory_is_cleared_and_filled_again() {
        ChatMemory memory = memory(new CompressingChatMemoryStore(headroom, new InMemoryChatMemoryStore()), 100);
        ChatMemoryStoreContract.conversation().forEach(memory::add);
        List<ChatMessage> before = memory.messages();

        memory.clear();
        before.forEach(memory::add);

        assertThat(memory.messages()).isEqualTo(before);
        assertThat(originalOf(results(before).get(0), "id")).isEqualTo(ChatMemoryStoreContract.log("pay"));
    }

    @Test
    void should_keep_originals_when_a_window_drops_their_messages() {
        ChatMemory memory = memory(new CompressingChatMemoryStore(headroom, new InMemoryChatMemoryStore()), 4);
        ChatMemoryStoreContract.conversation().subList(0, 4).forEach(memory::add);
        ToolExecutionResultMessage result = results(memory.messages()).get(0);

        IntStream.range(0, 20).forEach(i -> memory.add(UserMessage.from("and " + i)));

        assertThat(results(memory.messages())).isEmpty();
        assertThat(originalOf(result, "id")).isEqualTo(ChatMemoryStoreContract.log("pay"));
    }

    @Test
    void should_store_the_text_of_a_tool_that_was_rolled_back() {
        ChatMemoryStore store = new CompressingChatMemoryStore(headroom, new JsonChatMemoryStore());
        store.updateMessages("id", ChatMemoryStoreContract.conversation());
        List<ChatMessage> messages = store.getMessages("id");
        messages.set(
                3,
                results(messages).get(0).toBuilder()
                        .contents(List.of(TextContent.from("was rolled back")))
                        .build());

        store.updateMessages("id", messages);

        assertThat(results(store.getMessages("id")).get(0).text()).isEqualTo("was rolled back");
    }

    @Test
    void should_compress_what_was_stored_before() {
        JsonChatMemoryStore raw = new JsonChatMemoryStore();
        raw.updateMessages("id", ChatMemoryStoreContract.conversation());
        int before = raw.json("id").length();
        ChatMemory memory = memory(new CompressingChatMemoryStore(headroom, raw), 100);

        assertThat(results(memory.messages()).get(0).text()).isEqualTo(ChatMemoryStoreContract.log("pay"));
        memory.add(UserMessage.from("Go on."));

        assertThat(raw.json("id")).hasSizeLessThan(before - 40_000);
    }

    @Test
    void should_not_let_one_conversation_read_what_another_left_out() {
        ChatMemoryStore store = new CompressingChatMemoryStore(headroom, new InMemoryChatMemoryStore());
        store.updateMessages("one", ChatMemoryStoreContract.conversation());
        ToolExecutionResultMessage result = results(store.getMessages("one")).get(0);
        String ref = OriginalMarker.refAtEndOf(result.text()).orElseThrow();

        assertThat(headroom.originals().find("one", ref)).isPresent();
        assertThat(headroom.originals().find("other", ref)).isEmpty();
    }

    /** LangChain4j tells tools the id "default" where a service has one memory, whatever that memory's id is. */
    @Test
    void should_let_the_retrieve_tool_of_a_memory_with_an_id_read_what_was_left_out() {
        ScriptedModel model = new ScriptedModel()
                .calls("readLog", "{\"service\":\"pay\"}")
                .calls(
                        "headroom_retrieve",
                        shown -> "{\"lines\":\"5\",\"ref\":\""
                                + OriginalMarker.refAtEndOf(shown).orElseThrow() + "\"}")
                .answers("done");
        ChatMemory memory = memory(new CompressingChatMemoryStore(headroom, new InMemoryChatMemoryStore()), 100);
        List<AiServiceTool> retrieve =
                List.of(HeadroomTools.retrieve(headroom, CompressionRequest.scopeOf(memory.id())));
        AiServices.builder(Assistant.class)
                .chatModel(model)
                .chatMemory(memory)
                .tools(new Logs())
                .tools(retrieve)
                .build()
                .chat("What happened?");

        assertThat(model.results().get(1).text()).contains("INFO pay request r-5 served");
    }

    @Test
    void should_decide_once_when_time_was_over_at_first() {
        JsonChatMemoryStore stored = new JsonChatMemoryStore();
        Headroom hurried = Headroom.builder().timeout(Duration.ofNanos(1)).build();
        new CompressingChatMemoryStore(hurried, stored).updateMessages("id", ChatMemoryStoreContract.conversation());
        List<ChatMessage> seen = stored.getMessages("id");
        assertThat(results(seen).get(0).text()).isEqualTo(ChatMemoryStoreContract.log("pay"));

        new CompressingChatMemoryStore(headroom, stored).updateMessages("id", seen);

        assertThat(stored.getMessages("id")).isEqualTo(seen);
        assertThat(results(seen).get(0).attributes())
                .containsEntry(HeadroomAttributes.STEP, HeadroomAttributes.UNCHANGED);
    }

    @Test
    void should_store_everything_when_originals_cannot_be_kept() {
        Headroom full = Headroom.builder()
                .originals(new InMemoryOriginalStore(1))
                .withoutTimeout()
                .build();
        ChatMemoryStore store = new CompressingChatMemoryStore(full, new InMemoryChatMemoryStore());

        store.updateMessages("id", ChatMemoryStoreContract.conversation());

        // Repacked without loss, since that needs no original.
        assertThat(results(store.getMessages("id")).get(0).attributes())
                .containsEntry(HeadroomAttributes.STEP, "REPACKED")
                .doesNotContainKey(HeadroomAttributes.ORIGINAL);
    }

    @Test
    void should_pass_on_what_the_decorated_store_throws() {
        ChatMemoryStore broken = new InMemoryChatMemoryStore() {
            @Override
            public void updateMessages(Object memoryId, List<ChatMessage> messages) {
                throw new IllegalStateException("down");
            }
        };

        assertThatThrownBy(() -> new CompressingChatMemoryStore(headroom, broken)
                        .updateMessages("id", ChatMemoryStoreContract.conversation()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("down");
    }

    @Test
    void should_not_mix_conversations_that_several_threads_lead() throws Exception {
        ChatMemoryStore store = new CompressingChatMemoryStore(headroom, new InMemoryChatMemoryStore());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> conversations = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String id = "conversation-" + thread;
                conversations.add(() -> converse(store, id));
            }
            for (Future<Integer> stored : threads.invokeAll(conversations)) {
                assertThat(stored.get()).isEqualTo(40);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int converse(ChatMemoryStore store, String id) {
        for (int turn = 0; turn < 20; turn++) {
            List<ChatMessage> messages = store.getMessages(id);
            messages.add(UserMessage.from(id + " asks " + turn));
            messages.add(ToolExecutionResultMessage.from(
                    "call-" + turn, "read_log", ChatMemoryStoreContract.log(id + "-" + turn)));
            store.updateMessages(id, messages);
        }
        List<ChatMessage> messages = store.getMessages(id);
        assertThat(results(messages))
                .allSatisfy(result -> assertThat(result.text()).contains("ERROR " + id + "-"));
        return messages.size();
    }

    private String originalOf(ToolExecutionResultMessage result, String scope) {
        String ref = OriginalMarker.refAtEndOf(result.text()).orElseThrow();
        return headroom.originals().find(scope, ref).orElseThrow();
    }

    private static ChatMemory memory(ChatMemoryStore store, int messages) {
        return MessageWindowChatMemory.builder()
                .id("id")
                .maxMessages(messages)
                .chatMemoryStore(store)
                .build();
    }

    private static List<ToolExecutionResultMessage> results(List<ChatMessage> messages) {
        return messages.stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(ToolExecutionResultMessage.class::cast)
                .toList();
    }

    private static String bytes(ChatRequest request) {
        StringBuilder bytes = new StringBuilder();
        request.messages().forEach(message -> bytes.append(ChatMessageSerializer.messageToJson(message)));
        return bytes.toString();
    }
}
