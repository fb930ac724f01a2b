package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomAttributes;
import io.github.headroom4j.tool.HeadroomTools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real agents with memories of their own, which share what they found. */
class SharedContextAgentsTest {

    private static final String LOG = ChatMemoryStoreContract.log("pay");

    interface Agent {
        String chat(@MemoryId Object memory, @UserMessage String question);
    }

    /** Finds a log, and shares it instead of reading it itself. */
    static final class Collector {

        private final SharedContext mine;

        Collector(SharedContext mine) {
            this.mine = mine;
        }

        @Tool("Fetches a log and shares it")
        String fetchLog(String service) {
            SharedEntry entry = mine.put(service + "-log", ChatMemoryStoreContract.log(service));
            return "shared under '" + entry.key() + "'";
        }
    }

    static final class Files {

        @Tool("Reads a file")
        String readFile(String name) {
            return ChatMemoryStoreContract.log(name);
        }
    }

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();
    private final SharedContext board = SharedContext.builder(headroom, "incident")
            .clock(() -> Instant.EPOCH)
            .build();

    private Agent agent(ScriptedModel model, List<AiServiceTool> tools) {
        ChatMemoryProvider memories = id -> MessageWindowChatMemory.builder()
                .id(id)
                .maxMessages(100)
                .chatMemoryStore(new CompressingChatMemoryStore(headroom, new InMemoryChatMemoryStore()))
                .build();
        return AiServices.builder(Agent.class)
                .chatModel(model)
                .chatMemoryProvider(memories)
                .tools(tools)
                .build();
    }

    private void collect() {
        ScriptedModel model =
                new ScriptedModel().calls("fetchLog", "{\"service\":\"pay\"}").answers("It is on the board.");
        agent(model, HeadroomTools.wrap(headroom, new Collector(board.as("collector"))))
                .chat("collector's memory", "Fetch the log of pay.");
    }

    private static String retrieve(String shown, String selector) {
        return "{\"ref\":\"" + OriginalMarker.refAtEndOf(shown).orElseThrow() + "\"," + selector + "}";
    }

    @Test
    void should_let_one_agent_read_compressed_what_another_put_and_any_part_of_it_exactly() {
        collect();
        ScriptedModel model = new ScriptedModel()
                .calls("shared_context_get", "{}")
                .calls("shared_context_get", "{\"key\":\"pay-log\",\"question\":\"What failed?\"}")
                .calls("headroom_retrieve", shown -> retrieve(shown, "\"lines\":\"100-102\""))
                .answers("The pool was exhausted.");

        String answer = agent(model, board.tools()).chat("analyst's memory", "What happened to pay?");

        assertThat(answer).isEqualTo("The pool was exhausted.");
        List<ToolExecutionResultMessage> results = model.results();
        assertThat(results.get(0).text())
                .startsWith("Shared keys, 1 in all:\npay-log: ")
                .endsWith(", by collector at 1970-01-01T00:00:00Z");
        assertThat(results.get(1).text())
                .isEqualTo(board.get("pay-log", "What failed?").orElseThrow())
                .contains("ERROR pay pool exhausted")
                .hasSizeLessThan(2_000);
        assertThat(results.get(1).attributes()).containsEntry(HeadroomAttributes.STEP, "SELECTED");
        assertThat(results.get(2).text())
                .contains(String.join("\n", LOG.lines().toList().subList(99, 102)))
                .doesNotContain("r-104");
        assertThat(results).allSatisfy(result -> assertThat(result.isError()).isNotEqualTo(true));
    }

    @Test
    void should_tell_an_agent_of_another_scope_that_it_has_no_such_original() {
        collect();
        String shown = board.get("pay-log").orElseThrow();
        SharedContext other =
                SharedContext.builder(headroom, "another incident").build();
        ScriptedModel model = new ScriptedModel()
                .calls("headroom_retrieve", retrieve(shown, "\"lines\":\"1-2\""))
                .calls("shared_context_get", "{\"key\":\"pay-log\"}")
                .answers("I cannot read it.");

        agent(model, other.tools()).chat("stranger's memory", "Read what they share.");

        assertThat(model.results().get(0).text()).startsWith("This conversation has no original ");
        assertThat(model.results().get(1).text()).isEqualTo("Nothing is shared under this key. Nothing is shared yet.");
        assertThat(model.results()).allSatisfy(result -> {
            assertThat(result.isError()).isTrue();
            assertThat(result.text()).doesNotContain("ERROR");
        });
    }

    @Test
    void should_not_reach_a_shared_scope_by_a_memory_id_of_its_name() {
        collect();
        String arguments = retrieve(board.get("pay-log").orElseThrow(), "\"lines\":\"1-2\"");
        for (Object id : List.of("incident", board.scope(), "SharedScope[name=incident]")) {
            ScriptedModel model =
                    new ScriptedModel().calls("headroom_retrieve", arguments).answers("I cannot read it.");

            agent(model, List.of(HeadroomTools.retrieve(headroom))).chat(id, "Read what they share.");

            assertThat(model.results().get(0).text()).startsWith("This conversation has no original ");
        }
    }

    @Test
    void should_read_the_agents_own_originals_by_the_same_tool() {
        collect();
        ScriptedModel model = new ScriptedModel()
                .calls("readFile", "{\"name\":\"own\"}")
                .calls("headroom_retrieve", shown -> retrieve(shown, "\"lines\":\"5\""))
                .calls("shared_context_get", "{\"key\":\"pay-log\"}")
                .calls("headroom_retrieve", shown -> retrieve(shown, "\"lines\":\"5\""))
                .answers("Both.");
        List<AiServiceTool> tools = new ArrayList<>(HeadroomTools.wrapOnly(headroom, new Files()));
        tools.addAll(board.tools());

        agent(model, tools).chat("analyst's memory", "Compare them.");

        assertThat(model.results().get(1).text()).contains("INFO own request r-5 served");
        assertThat(model.results().get(3).text()).contains("INFO pay request r-5 served");
        assertThat(model.requests.get(0).toolSpecifications())
                .extracting(specification -> specification.name())
                .containsExactly("readFile", "shared_context_get", "headroom_retrieve");
    }

    @Test
    void should_leave_results_as_they_are_when_the_tools_are_wrapped_again() {
        collect();
        ScriptedModel model = new ScriptedModel()
                .calls("shared_context_get", "{\"key\":\"pay-log\"}")
                .answers("Done.");

        agent(model, HeadroomTools.wrap(headroom, board.tools())).chat("memory", "Read it.");

        assertThat(model.results().get(0).text()).isEqualTo(board.get("pay-log").orElseThrow());
    }

    @Test
    void should_answer_whatever_a_model_passes() {
        board.put("a", "x");
        for (String arguments : List.of(
                "",
                "null",
                "[]",
                "{",
                "{\"key\":",
                "{\"key\":[1,{\"key\":2}]}",
                "{\"key\":\"" + "k".repeat(100_000) + "\"}",
                "{\"key\":\"a\\nb\"}",
                "{\"key\":7,\"question\":{\"a\":1}}")) {
            ToolExecutionResult result = call(arguments);

            assertThat(result.resultText()).isNotBlank().hasSizeLessThan(500);
        }
        assertThat(call("{\"key\":\"a\",\"other\":[[1]],\"question\":null}").resultText())
                .isEqualTo("x");
        assertThat(call("{").isError()).isTrue();
        assertThat(board.tools()
                        .get(0)
                        .toolExecutor()
                        .execute(
                                ToolExecutionRequest.builder()
                                        .name("shared_context_get")
                                        .arguments("{\"key\":\"a\"}")
                                        .build(),
                                "memory"))
                .isEqualTo("x");
    }

    @Test
    void should_list_the_newest_keys_without_what_reads_like_a_marker() {
        for (int i = 0; i < 250; i++) {
            board.put("key " + i, "x");
        }
        board.put("[headroom_retrieve ref=0123456789ab for all 3 lines]", "x");

        String listing = call("{}").resultText();

        assertThat(listing.lines()).hasSize(101).first().isEqualTo("Shared keys, 251 in all, the newest 100:");
        assertThat(listing).contains("\nkey 249: ").doesNotContain("\nkey 7: ");
        assertThat(OriginalMarker.hasLookAlike(listing)).isFalse();
    }

    @Test
    void should_say_why_when_the_store_fails() {
        FaultyOriginals faulty = new FaultyOriginals(headroom.originals());
        SharedContext weak = SharedContext.builder(
                        Headroom.builder().originals(faulty).withoutTimeout().build(), "incident")
                .build();
        weak.put("note", "x");
        faulty.next(FaultyOriginals.Fault.FIND_THROWS);
        ScriptedModel model = new ScriptedModel()
                .calls("shared_context_get", "{\"key\":\"note\"}")
                .answers("It is down.");

        assertThat(agent(model, weak.tools()).chat("memory", "Read it.")).isEqualTo("It is down.");

        assertThat(model.results().get(0).text()).isEqualTo("What is shared could not be read: the store is down");
        assertThat(model.results().get(0).isError()).isTrue();
    }

    private ToolExecutionResult call(String arguments) {
        return board.tools()
                .get(0)
                .toolExecutor()
                .executeWithContext(
                        ToolExecutionRequest.builder()
                                .name("shared_context_get")
                                .arguments(arguments)
                                .build(),
                        InvocationContext.builder().chatMemoryId("memory").build());
    }
}
