package io.github.headroom4j.tool;

import static io.github.headroom4j.tool.ScriptedChatModel.lastToolResult;
import static io.github.headroom4j.tool.ToolFixtures.headroom;
import static io.github.headroom4j.tool.ToolFixtures.line;
import static io.github.headroom4j.tool.ToolFixtures.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A model reads a compressed result, follows its marker, and gets the exact text, through real AI services. */
final class RetrieveJourneyTest {

    private static final String ROWS = rows();

    interface Assistant {
        String chat(String question);
    }

    interface ManyUsers {
        String chat(@MemoryId Object user, @UserMessage String question);
    }

    static final class Tools {
        @Tool("Reads the log of a service")
        String readLog(String service) {
            return log(service);
        }

        @Tool("Lists orders")
        String listOrders() {
            return ROWS;
        }
    }

    private final Headroom headroom = headroom();
    private final ScriptedChatModel model = new ScriptedChatModel();

    @Test
    void by_lines_by_pattern_and_by_path_it_gets_the_exact_characters() {
        model.calls("1", "readLog", "{\"service\":\"pay\"}")
                .turns(request -> retrieve("2", request, "\"lines\":\"575-576\""))
                .turns(request -> retrieve("3", request, "\"grep\":\"r-(99|100)\\\\b\""))
                .calls("4", "listOrders", "{}")
                .turns(request -> retrieve("5", request, "\"path\":\"/orders/41\""))
                .says("done");
        assertThat(assistant().chat("Why was r-577 refused?")).isEqualTo("done");

        String log = log("pay");
        assertThat(readIn(1))
                .contains(line(log, 577))
                .contains("… 575 lines (2-576)")
                .hasSizeLessThan(300);
        assertThat(readIn(2)).isEqualTo("[lines 575-576 of 1000]\n" + line(log, 575) + "\n" + line(log, 576) + "\n");
        assertThat(readIn(3))
                .isEqualTo("[grep /r-(99|100)\\b/: 2 of 1000 lines match, numbered:]\n"
                        + "97-" + line(log, 97) + "\n"
                        + "98-" + line(log, 98) + "\n"
                        + "99:" + line(log, 99) + "\n"
                        + "100:" + line(log, 100) + "\n"
                        + "101-" + line(log, 101) + "\n"
                        + "102-" + line(log, 102) + "\n");
        assertThat(readIn(5)).isEqualTo("[path /orders/41, lines 43-43@28 of 203]\n{\"id\": 41, \"total\": 41.50e1}");
    }

    @Test
    void what_it_retrieved_is_not_compressed_and_may_be_retrieved_again() {
        model.calls("1", "readLog", "{\"service\":\"pay\"}")
                .turns(request -> retrieve("2", request, "\"lines\":\"1-400\""))
                .turns(request -> retrieve("3", model.requests().get(1), "\"lines\":\"1-400\""))
                .says("done");
        assistant().chat("Show me");

        String slice = log("pay").substring(0, log("pay").indexOf(line(log("pay"), 401)));
        assertThat(readIn(2)).isEqualTo("[lines 1-400 of 1000]\n" + slice);
        assertThat(readIn(3)).isEqualTo(readIn(2));
    }

    @Test
    void a_reference_of_another_conversation_is_a_miss() {
        model.calls("1", "readLog", "{\"service\":\"pay\"}")
                .says("for alice")
                .calls("2", "headroom_retrieve", "{\"ref\":\"" + refOf(log("pay")) + "\"}")
                .says("for bob")
                .calls("3", "headroom_retrieve", "{\"ref\":\"" + refOf(log("pay")) + "\",\"lines\":\"1\"}")
                .says("for alice again");
        ManyUsers users = manyUsers(new HashMap<>());
        users.chat("alice", "Read the log");
        users.chat("bob", "Tell me what alice read");
        assertThat(model.lastToolResult().isError()).isTrue();
        assertThat(model.lastToolResult().text())
                .startsWith("This conversation has no original ")
                .doesNotContain("pay");
        users.chat("alice", "And the first line?");
        assertThat(model.lastToolResult().text()).isEqualTo("[lines 1 of 1000]\n" + line(log("pay"), 1) + "\n");
    }

    @Test
    void conversations_whose_ids_print_alike_do_not_share_originals() {
        record User(long number) {
            @Override
            public String toString() {
                return Long.toString(number);
            }
        }
        String byRef = "{\"ref\":\"" + refOf(log("pay")) + "\",\"lines\":\"1\"}";
        List<Object> strangers = List.of(1, "1", new User(1), "<java.lang.Long> 1");
        model.calls("1", "readLog", "{\"service\":\"pay\"}").says("read");
        strangers.forEach(id -> model.calls("2", "headroom_retrieve", byRef).says("tried"));
        model.calls("3", "headroom_retrieve", byRef).says("read again");

        ManyUsers users = manyUsers(new HashMap<>());
        users.chat(1L, "Read the log");
        for (Object id : strangers) {
            users.chat(id, "Show me the other one's log");
            assertThat(model.lastToolResult().text())
                    .as("%s %s", id.getClass(), id)
                    .startsWith("This conversation has no original ");
        }
        users.chat(1L, "Show me mine");
        assertThat(model.lastToolResult().text()).isEqualTo("[lines 1 of 1000]\n" + line(log("pay"), 1) + "\n");
    }

    @Test
    void a_conversation_kept_as_json_still_knows_its_originals() {
        model.calls("1", "readLog", "{\"service\":\"pay\"}")
                .says("read")
                .turns(request -> retrieve("2", request, "\"lines\":\"577\""))
                .says("done");
        Map<Object, String> database = new HashMap<>();
        manyUsers(database).chat(7L, "Read the log");
        manyUsers(database).chat(7L, "What was refused?");

        assertThat(model.lastToolResult().text()).isEqualTo("[lines 577 of 1000]\n" + line(log("pay"), 577) + "\n");
        List<ToolExecutionResultMessage> results =
                ChatMessageDeserializer.messagesFromJson(Objects.requireNonNull(database.get(7L))).stream()
                        .filter(ToolExecutionResultMessage.class::isInstance)
                        .map(ToolExecutionResultMessage.class::cast)
                        .toList();
        assertThat(results.get(0).attributes())
                .containsEntry("headroom.step", "SELECTED")
                .containsEntry("headroom.original", OriginalId.of(log("pay")).sha256());
        assertThat(results.get(1).attributes()).containsEntry("headroom.step", "RETRIEVED");
    }

    private Assistant assistant() {
        return AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new Tools()))
                .build();
    }

    private ManyUsers manyUsers(Map<Object, String> database) {
        return AiServices.builder(ManyUsers.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new Tools()))
                .chatMemoryProvider(id -> MessageWindowChatMemory.builder()
                        .id(id)
                        .maxMessages(100)
                        .chatMemoryStore(new JsonStore(database))
                        .build())
                .build();
    }

    private String readIn(int request) {
        return lastToolResult(model.requests().get(request)).text();
    }

    private static String refOf(String original) {
        return OriginalId.of(original).shortForm();
    }

    /** Calls the retrieve tool with the newest marker in the request. */
    private static AiMessage retrieve(String id, ChatRequest request, String selector) {
        String ref = "";
        for (ChatMessage message : request.messages()) {
            if (message instanceof ToolExecutionResultMessage result) {
                ref = OriginalMarker.refAtEndOf(result.text()).orElse(ref);
            }
        }
        return AiMessage.from(
                ScriptedChatModel.call(id, "headroom_retrieve", "{\"ref\":\"" + ref + "\"," + selector + "}"));
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder("{\"orders\": [\n");
        for (int i = 0; i < 200; i++) {
            rows.append("{\"id\": ").append(i).append(", \"total\": ").append(i).append(".50e1}");
            rows.append(i < 199 ? ",\n" : "\n");
        }
        return rows.append("]\n}\n").toString();
    }

    /** Keeps every conversation as LangChain4j's JSON, as a database would. */
    private record JsonStore(Map<Object, String> database) implements ChatMemoryStore {

        @Override
        public List<ChatMessage> getMessages(Object memoryId) {
            return ChatMessageDeserializer.messagesFromJson(database.getOrDefault(memoryId, "[]"));
        }

        @Override
        public void updateMessages(Object memoryId, List<ChatMessage> messages) {
            database.put(memoryId, ChatMessageSerializer.messagesToJson(messages));
        }

        @Override
        public void deleteMessages(Object memoryId) {
            database.remove(memoryId);
        }
    }
}
