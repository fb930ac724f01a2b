package io.github.headroom4j.eval.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RecordedCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tools of a recorded session: one per tool name, returning what was recorded under the id of the call. */
final class RecordedTools {

    /** What a reader is told that calls a tool as nobody did when the session was recorded. */
    static final String NOT_RECORDED =
            "This session is a recording, and this call is not in it. Answer from what you have seen.";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private RecordedTools() {}

    /** The id of a call; the same in every run and arm. */
    static String idOf(int call) {
        return "call_" + call;
    }

    static List<ToolExecutionRequest> requests(EvalCase evalCase) {
        List<ToolExecutionRequest> requests = new ArrayList<>();
        for (RecordedCall call : evalCase.calls()) {
            requests.add(ToolExecutionRequest.builder()
                    .id(idOf(requests.size()))
                    .name(call.tool())
                    .arguments(call.arguments())
                    .build());
        }
        return requests;
    }

    static Map<ToolSpecification, ToolExecutor> of(EvalCase evalCase) {
        Map<String, String> results = new TreeMap<>();
        Map<String, Map<String, JsonNode>> arguments = new LinkedHashMap<>();
        for (int i = 0; i < evalCase.calls().size(); i++) {
            RecordedCall call = evalCase.calls().get(i);
            results.put(idOf(i), call.result());
            arguments.computeIfAbsent(call.tool(), tool -> new TreeMap<>()).putAll(argumentsOf(evalCase, call));
        }
        Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
        arguments.forEach((tool, known) ->
                tools.put(specification(tool, known), (request, memoryId) -> result(evalCase, results, request)));
        return tools;
    }

    /** What was recorded under the call's id; a call that a reader makes itself is looked up by its arguments. */
    private static String result(EvalCase evalCase, Map<String, String> results, ToolExecutionRequest request) {
        String recorded = results.get(request.id());
        return recorded != null
                ? recorded
                : evalCase.calls().stream()
                        .filter(call ->
                                call.tool().equals(request.name()) && isSame(call.arguments(), request.arguments()))
                        .map(RecordedCall::result)
                        .findFirst()
                        .orElse(NOT_RECORDED);
    }

    private static boolean isSame(String recorded, String asked) {
        try {
            return JSON.readTree(recorded).equals(JSON.readTree(asked));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static Map<String, JsonNode> argumentsOf(EvalCase evalCase, RecordedCall call) {
        try {
            Map<String, JsonNode> arguments = new TreeMap<>();
            JSON.readTree(call.arguments()).properties().forEach(e -> arguments.put(e.getKey(), e.getValue()));
            return arguments;
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    "case " + evalCase.id() + ": the arguments of a call of " + call.tool() + " are no JSON", e);
        }
    }

    /** Recorded sessions do not say what their tools' specifications were: names and types of arguments do. */
    private static ToolSpecification specification(String tool, Map<String, JsonNode> arguments) {
        JsonObjectSchema.Builder parameters = JsonObjectSchema.builder();
        arguments.forEach((name, value) -> {
            if (value.isIntegralNumber()) {
                parameters.addIntegerProperty(name);
            } else if (value.isNumber()) {
                parameters.addNumberProperty(name);
            } else if (value.isBoolean()) {
                parameters.addBooleanProperty(name);
            } else {
                parameters.addStringProperty(name);
            }
        });
        return ToolSpecification.builder()
                .name(tool)
                .description("Returns the result of " + tool.replace('_', ' ') + " as text.")
                .parameters(parameters.build())
                .build();
    }
}
