package io.github.headroom4j.tool;

import static io.github.headroom4j.tool.ToolFixtures.headroom;
import static io.github.headroom4j.tool.ToolFixtures.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.SearchBehavior;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.Json;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import io.github.headroom4j.original.OriginalText;
import io.github.headroom4j.token.TokenCounter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RetrieveToolTest {

    private final Headroom headroom = headroom();
    private final ToolExecutor retrieve = HeadroomTools.retrieve(headroom).toolExecutor();
    private final String ref = headroom.originals().put("alice", log("pay")).shortForm();

    @Example
    void its_schema_costs_at_most_80_tokens() {
        ToolSpecification specification = HeadroomTools.retrieve(headroom).toolSpecification();
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", specification.name());
        function.put("description", specification.description());
        function.put("parameters", JsonSchemaElementUtils.toMap(specification.parameters()));
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("type", "function");
        tool.put("function", function);
        // LangChain4j's mapper indents; on the wire there are no blanks between tokens.
        String json = Json.toJson(tool)
                .replaceAll("\\s*\\n\\s*", "")
                .replace("\" : ", "\":")
                .replace("\" :", "\":");
        assertThat(json).startsWith("{\"type\":\"function\",\"function\":{\"name\":\"headroom_retrieve\",");
        assertThat(TokenCounter.o200k().count(json)).isLessThanOrEqualTo(80);
    }

    @Example
    void tool_search_never_hides_it() {
        assertThat(HeadroomTools.retrieve(headroom).toolSpecification().metadata())
                .containsEntry(ToolSpecification.METADATA_SEARCH_BEHAVIOR, SearchBehavior.ALWAYS_VISIBLE);
    }

    @Example
    void reads_a_part_and_marks_its_result_as_ours() {
        ToolExecutionResult result = run("{\"ref\":\"" + ref + "\",\"lines\":\"577\"}", "alice");
        assertThat(result.isError()).isFalse();
        assertThat(result.resultText())
                .isEqualTo("[lines 577 of 1000]\n12:00:01 pay ERROR pool exhausted, request r-577 refused\n");
        assertThat(result.attributes()).containsEntry("headroom.step", "RETRIEVED");
        assertThat(HeadroomAttributes.areOurs(result.attributes())).isTrue();
    }

    @Example
    void reads_a_further_scope_only_where_it_is_told_to() {
        String shared = headroom.originals().put("shared", log("order")).shortForm();
        ToolExecutor further = HeadroomTools.retrieve(headroom, "shared").toolExecutor();

        assertThat(further.execute(linesOf(shared), "alice")).contains("order ERROR");
        assertThat(further.execute(linesOf(ref), "alice")).contains("pay ERROR");
        assertThat(further.execute(linesOf(ref), "bob")).startsWith("This conversation has no original");
        assertThat(retrieve.execute(linesOf(shared), "alice")).startsWith("This conversation has no original");
        assertThatThrownBy(() -> HeadroomTools.retrieve(headroom, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("furtherScope must not be blank, but was ' '");
    }

    @Example
    void reads_a_declaration_by_its_name_and_helps_with_a_wrong_one() {
        String code = """
                package demo;

                public class Cart {
                    private int total;

                    /** Adds an amount. */
                    public void add(int amount) {
                        this.total += amount;
                    }
                }
                """;
        Headroom standard = Headroom.builder().withoutTimeout().build();
        ToolExecutor reader = HeadroomTools.retrieve(standard).toolExecutor();
        String source = standard.originals().put("alice", code).shortForm();
        assertThat(reader.executeWithContext(
                                ScriptedChatModel.call(
                                        "1", "headroom_retrieve", "{\"ref\":\"" + source + "\",\"path\":\"Cart#add\"}"),
                                context("alice"))
                        .resultText())
                .isEqualTo("""
                        [path Cart#add, lines 6-9 of 10]
                            /** Adds an amount. */
                            public void add(int amount) {
                                this.total += amount;
                            }
                        """);
        ToolExecutionResult miss = reader.executeWithContext(
                ScriptedChatModel.call(
                        "1", "headroom_retrieve", "{\"ref\":\"" + source + "\",\"path\":\"Cart#addAll\"}"),
                context("alice"));
        assertThat(miss.isError()).isTrue();
        assertThat(miss.resultText())
                .isEqualTo("path must name what this text declares, but it has no 'Cart#addAll'; it has Cart#add, Cart,"
                        + " Cart#total");
    }

    @Example
    void numbers_nulls_and_whole_markers_are_understood() {
        assertThat(run(
                                "{\"ref\":\"[headroom_retrieve ref=" + ref
                                        + " for all 1000 lines]\",\"lines\":577,\"grep\":null}",
                                "alice")
                        .resultText())
                .startsWith("[lines 577 of 1000]\n");
    }

    @Example
    void without_a_selector_it_shows_what_matters_as_when_the_text_was_new() {
        assertThat(run("{\"ref\":\"" + ref + "\"}", "alice").resultText())
                .startsWith("[1000 lines, ")
                .contains(" characters, prose; what matters of it:]\n")
                .doesNotContain("headroom_retrieve")
                .endsWith("[more with lines=1-200, grep=a word or regex]");
    }

    @Example
    void another_conversation_gets_a_miss_that_says_what_to_do() {
        ToolExecutionResult result = run("{\"ref\":\"" + ref + "\"}", "bob");
        assertThat(result.isError()).isTrue();
        assertThat(result.resultText())
                .isEqualTo("This conversation has no original " + ref
                        + ". Copy the ref exactly as its marker shows it; if it is right, the original is no longer kept,"
                        + " it may have expired: call the tool that returned it again.");
    }

    @Example
    void malformed_calls_are_explained() {
        assertThat(run("{\"lines\":\"1\"}", "alice"))
                .satisfies(this::isError)
                .extracting(ToolExecutionResult::resultText)
                .isEqualTo("ref must be the 12 hex digits of a marker like [headroom_retrieve ref=0123456789ab ...],"
                        + " but was ''");
        assertThat(run("not json", "alice"))
                .satisfies(this::isError)
                .extracting(ToolExecutionResult::resultText)
                .isEqualTo(
                        "the arguments must be a JSON object such as {\"ref\":\"0123456789ab\",\"lines\":\"34-153\"},"
                                + " but were 'not json'");
        assertThat(run("{\"ref\":\"" + ref + "\",\"lines\":\"2000-\"}", "alice"))
                .satisfies(this::isError)
                .extracting(ToolExecutionResult::resultText)
                .isEqualTo("lines must be within 1-1000, but was '2000-'");
    }

    @Example
    void a_store_that_fails_is_reported_to_the_model_and_does_not_throw() {
        OriginalStore failing = new OriginalStore() {
            @Override
            public OriginalId put(String scope, String text) {
                throw new OriginalStoreException("no connection");
            }

            @Override
            public Optional<String> find(String scope, String reference) {
                throw new OriginalStoreException("no connection");
            }

            @Override
            public void clear(String scope) {
                throw new OriginalStoreException("no connection");
            }
        };
        Headroom broken = ToolFixtures.builder().originals(failing).build();
        ToolExecutionResult result = HeadroomTools.retrieve(broken)
                .toolExecutor()
                .executeWithContext(
                        ScriptedChatModel.call("1", "headroom_retrieve", "{\"ref\":\"" + ref + "\"}"),
                        context("alice"));
        assertThat(result.isError()).isTrue();
        assertThat(result.resultText()).isEqualTo("The original could not be read: no connection. Run its tool again.");
    }

    @Example
    void execute_answers_too() {
        assertThat(retrieve.execute(
                        ScriptedChatModel.call("1", "headroom_retrieve", "{\"ref\":\"" + ref + "\",\"lines\":\"1\"}"),
                        "alice"))
                .startsWith("[lines 1 of 1000]\n");
    }

    @Property(seed = "6101", tries = 400, edgeCases = EdgeCasesMode.NONE)
    void whatever_a_model_asks_the_answer_is_a_bounded_text_that_is_not_blank(
            @ForAll("arguments") String lines, @ForAll("arguments") String grep, @ForAll("arguments") String path) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("ref", ref);
        arguments.put("lines", lines);
        arguments.put("grep", grep);
        arguments.put("path", path);
        ToolExecutionResult result = run(Json.toJson(arguments), "alice");
        assertThat(result.resultText()).isNotBlank();
        assertThat(result.resultText().length()).isLessThan(OriginalText.MAX_SLICE_CHARS + 1_000);
    }

    @Property(seed = "6102", tries = 400)
    void whatever_the_arguments_are_the_answer_is_a_text(@ForAll String arguments, @ForAll("arguments") String odd) {
        assertThat(run(arguments, "alice").resultText()).isNotBlank();
        assertThat(run(odd, "alice").resultText()).isNotBlank();
        assertThat(run("{\"ref\":" + arguments + "}", "alice").resultText()).isNotBlank();
    }

    @Provide
    Arbitrary<String> arguments() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.strings().withChars("0123456789-@,.:/ L").ofMaxLength(8),
                Arbitraries.strings().withChars("ab*+?()[]{}|\\^$.re").ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(20));
    }

    private static ToolExecutionRequest linesOf(String reference) {
        return ScriptedChatModel.call("1", "headroom_retrieve", "{\"ref\":\"" + reference + "\",\"lines\":\"577\"}");
    }

    private void isError(ToolExecutionResult result) {
        assertThat(result.isError()).isTrue();
    }

    private ToolExecutionResult run(String arguments, String memoryId) {
        return retrieve.executeWithContext(
                ScriptedChatModel.call("1", "headroom_retrieve", arguments), context(memoryId));
    }

    private static InvocationContext context(String memoryId) {
        return InvocationContext.builder().chatMemoryId(memoryId).build();
    }
}
