package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomTools;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Real agents over compacted memories: what the model reads, request by request. */
class CompactionSessionTest {

    private static final List<String> FILES = Conversations.files();
    private static final int TURNS = 24;

    interface Assistant {
        @SystemMessage("You are a careful engineer.")
        String chat(@MemoryId String conversation, @dev.langchain4j.service.UserMessage String question);
    }

    static final class Reader {
        @Tool("Reads a file")
        String readFile(@P("path") String path) {
            return Conversations.content(path);
        }
    }

    /** Reads two files for each question, or what it is told to retrieve, then answers; remembers what it was asked. */
    private static final class Model implements ChatModel {

        private final List<ChatRequest> requests = new ArrayList<>();

        @Override
        public ChatResponse doChat(ChatRequest request) {
            requests.add(request);
            List<ChatMessage> messages = request.messages();
            boolean asked = messages.get(messages.size() - 1) instanceof UserMessage;
            String question = ((UserMessage) messages.stream()
                            .filter(UserMessage.class::isInstance)
                            .reduce((first, last) -> last)
                            .orElseThrow())
                    .singleText();
            return ChatResponse.builder()
                    .aiMessage(asked ? AiMessage.from(calls(question)) : AiMessage.from("It is as expected."))
                    .build();
        }

        private List<ToolExecutionRequest> calls(String question) {
            if (question.startsWith("ref ")) {
                return List.of(
                        call("headroom_retrieve", "{\"ref\": \"" + question.substring(4) + "\", \"lines\": \"2-4\"}"));
            }
            int turn = requests.size();
            return List.of(
                    call("readFile", "{\"path\": \"" + FILES.get(turn * 5 % FILES.size()) + "\"}"),
                    call("readFile", "{\"path\": \"" + FILES.get((turn * 5 + 2) % FILES.size()) + "\"}"));
        }

        private ToolExecutionRequest call(String tool, String arguments) {
            return ToolExecutionRequest.builder()
                    .id("call-" + requests.size() + "-" + arguments.hashCode())
                    .name(tool)
                    .arguments(arguments)
                    .build();
        }
    }

    /** Which requests are the first after an epoch. */
    private final Set<Integer> afterEpochs = new HashSet<>();

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();
    private final Model model = new Model();

    private ChatMemory memory(JsonChatMemoryStore stored) {
        Compaction compaction = Compaction.builder(16_000)
                .listener(event -> {
                    if (!event.folded().isEmpty()) {
                        afterEpochs.add(model.requests.size());
                        // The request of a turn is made of what was there before its question is added.
                        afterEpochs.add(model.requests.size() + 1);
                    }
                })
                .build();
        return MessageWindowChatMemory.builder()
                .id("id")
                .maxMessages(10_000)
                .chatMemoryStore(CompressingChatMemoryStore.builder(headroom, stored)
                        .compaction(compaction)
                        .build())
                .build();
    }

    private Assistant assistant(JsonChatMemoryStore stored) {
        return AiServices.builder(Assistant.class)
                .chatModel(model)
                .chatMemoryProvider(id -> memory(stored))
                .tools(HeadroomTools.wrap(headroom, new Reader()))
                .build();
    }

    @Test
    void should_begin_each_request_with_the_one_before_except_after_an_epoch() {
        Assistant assistant = assistant(new JsonChatMemoryStore());

        for (int turn = 0; turn < TURNS; turn++) {
            assistant.chat("id", "What is in these files? " + turn);
        }

        assertThat(model.requests).hasSize(2 * TURNS);
        assertThat(afterEpochs).isNotEmpty();
        int kept = 0;
        for (int i = 1; i < model.requests.size(); i++) {
            boolean same = bytes(model.requests.get(i)).startsWith(bytes(model.requests.get(i - 1)));
            assertThat(same || afterEpochs.contains(i)).isTrue();
            kept += same ? 1 : 0;
        }
        assertThat(kept).isGreaterThan(2 * TURNS - 8);
    }

    @Test
    void should_read_back_what_was_folded_exactly() {
        Assistant assistant = assistant(new JsonChatMemoryStore());
        for (int turn = 0; turn < TURNS; turn++) {
            assistant.chat("id", "What is in these files? " + turn);
        }
        ToolExecutionResultMessage folded = results(last()).stream()
                .filter(result -> "OUTLINED".equals(result.attributes().get("headroom.step")))
                .findFirst()
                .orElseThrow();
        String ref = OriginalMarker.refAtEndOf(folded.text()).orElseThrow();

        assistant.chat("id", "ref " + ref);

        List<ToolExecutionResultMessage> results = results(last());
        String slice = results.get(results.size() - 1).text();
        String original = headroom.originals().find("id", ref).orElseThrow();
        String lines = String.join("\n", original.lines().toList().subList(1, 4));
        assertThat(slice).contains(lines);
        assertThat(FILES.stream().anyMatch(file -> Conversations.content(file).contains(lines)))
                .isTrue();
    }

    @Test
    void should_go_on_after_a_restart_as_if_there_had_been_none() {
        JsonChatMemoryStore stored = new JsonChatMemoryStore();
        for (int turn = 0; turn < TURNS; turn++) {
            assistant(stored).chat("id", "What is in these files? " + turn);
        }
        String restarted = bytes(last());
        model.requests.clear();
        Assistant lasting = assistant(new JsonChatMemoryStore());
        for (int turn = 0; turn < TURNS; turn++) {
            lasting.chat("id", "What is in these files? " + turn);
        }

        assertThat(restarted).isEqualTo(bytes(last()));
    }

    private ChatRequest last() {
        return model.requests.get(model.requests.size() - 1);
    }

    private static List<ToolExecutionResultMessage> results(ChatRequest request) {
        return request.messages().stream()
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
