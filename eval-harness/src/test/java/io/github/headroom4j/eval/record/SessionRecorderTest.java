package io.github.headroom4j.eval.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.importer.tool.ToolFormat;
import io.github.headroom4j.eval.importer.tool.ToolImporter;
import io.github.headroom4j.eval.importer.tool.ToolOptions;
import io.github.headroom4j.tool.HeadroomTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records a real agent whose model is scripted: it calls the tool, then answers with what the last result holds. */
class SessionRecorderTest {

    private static final String PASSWORD = "hunter2hunter2";

    private static final ToolSpecification READ_LOG = ToolSpecification.builder()
            .name("read_log")
            .description("Reads the log.")
            .parameters(JsonObjectSchema.builder().addStringProperty("of").build())
            .build();

    private final Path file;
    private final List<String> seen = new ArrayList<>();

    SessionRecorderTest(@TempDir Path folder) {
        file = folder.resolve("sessions.jsonl");
    }

    private interface Agent {
        String ask(String question);
    }

    /** Calls the tool when the user has spoken, answers when the tool has. */
    private final class Scripted implements ChatModel {

        private final ChatModelListener listener;

        Scripted(ChatModelListener listener) {
            this.listener = listener;
        }

        @Override
        public List<ChatModelListener> listeners() {
            return List.of(listener);
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            boolean told = request.messages().get(request.messages().size() - 1) instanceof ToolExecutionResultMessage;
            request.messages().stream()
                    .filter(ToolExecutionResultMessage.class::isInstance)
                    .forEach(result -> seen.add(((ToolExecutionResultMessage) result).text()));
            AiMessage reply = told
                    ? AiMessage.from("Order ORD-4711 failed; the password was " + PASSWORD + ".")
                    : AiMessage.from(ToolExecutionRequest.builder()
                            .id("call-" + request.messages().size())
                            .name("read_log")
                            .arguments("{\"of\":\"shop\",\"password\":\"" + PASSWORD + "\"}")
                            .build());
            return ChatResponse.builder().aiMessage(reply).build();
        }
    }

    private static String log() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            log.append("2031-04-02 08:00:")
                    .append(i % 60)
                    .append(" INFO shop.Orders: order ")
                    .append(i)
                    .append(" paid\n");
        }
        return log + "2031-04-02 08:09:00 ERROR shop.Orders: ORD-4711 failed, db.password=" + PASSWORD + "\n";
    }

    @Test
    void should_record_what_a_session_is_made_of_without_secrets() throws IOException {
        SessionRecorder recorder = SessionRecorder.to(file, Redactor.create());
        Agent agent = agent(recorder, recorder.recording(tools()), false);

        agent.ask("Why did the order of last night fail?");
        agent.ask("Are you sure?");

        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(file).content().doesNotContain(PASSWORD).contains("«secret-1»", "ORD-4711", "You are on call.");
        List<EvalCase> cases = new ArrayList<>();
        Provenance provenance =
                ToolImporter.of(file, ToolFormat.SESSIONS, ToolOptions.DEFAULTS).cases(cases::add);
        assertThat(provenance.kept()).isEqualTo(2);
        assertThat(cases)
                .extracting(EvalCase::cluster)
                .containsOnly(cases.get(0).cluster());
        assertThat(cases.get(0).gold()).containsExactly("0/value:1=ORD-4711");
        assertThat(cases.get(1).calls()).hasSize(2);
        assertThat(cases.get(0).calls().get(0).result()).isEqualTo(log().replace(PASSWORD, "«secret-1»"));
        assertThat(cases.get(0).calls().get(0).arguments()).isEqualTo("{\"of\":\"shop\",\"password\":\"«secret-1»\"}");
    }

    @Test
    void should_record_raw_results_of_tools_that_compress() {
        SessionRecorder recorder = SessionRecorder.to(file, Redactor.create());
        Agent agent = agent(recorder, recorder.recording(tools()), true);

        agent.ask("Why did the order of last night fail?");

        assertThat(seen).isNotEmpty().allSatisfy(shown -> assertThat(shown).contains("headroom_retrieve"));
        List<EvalCase> cases = new ArrayList<>();
        ToolImporter.of(file, ToolFormat.SESSIONS, ToolOptions.DEFAULTS).cases(cases::add);
        assertThat(cases.get(0).calls().get(0).result()).isEqualTo(log().replace(PASSWORD, "«secret-1»"));
    }

    @Test
    void should_never_fail_the_agent() {
        SessionRecorder recorder = SessionRecorder.to(file.resolve("no").resolve("folder"), Redactor.create());

        assertThat(agent(recorder, recorder.recording(tools()), false).ask("Why?"))
                .contains("ORD-4711");
    }

    private static Map<ToolSpecification, ToolExecutor> tools() {
        return Map.of(READ_LOG, (request, memoryId) -> log());
    }

    private Agent agent(SessionRecorder recorder, Map<ToolSpecification, ToolExecutor> tools, boolean compressing) {
        AiServices<Agent> agent = AiServices.builder(Agent.class)
                .chatModel(new Scripted(recorder))
                .chatMemory(MessageWindowChatMemory.withMaxMessages(20))
                .systemMessageTransformer(none -> "You are on call.");
        return compressing
                ? agent.tools(HeadroomTools.wrap(
                                Headroom.builder().withoutTimeout().build(), tools))
                        .build()
                : agent.tools(tools).build();
    }
}
