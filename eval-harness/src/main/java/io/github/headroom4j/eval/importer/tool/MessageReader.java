package io.github.headroom4j.eval.importer.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.importer.tool.Message.Call;
import io.github.headroom4j.eval.importer.tool.Message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads messages in the notations of OpenAI ({@code role}, {@code content}, {@code tool_calls}, {@code tool_call_id}), Anthropic ({@code
 * content} of blocks, among them {@code tool_use} and {@code tool_result}) and LangChain4j's serialised memories ({@code type}, {@code
 * contents}, {@code toolExecutionRequests}). One message of Anthropic's may hold several results, and so be several here. Contents that
 * are no text (images, audio) are left out. Stateless.
 */
final class MessageReader {

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("system", Role.SYSTEM),
            Map.entry("developer", Role.SYSTEM),
            Map.entry("user", Role.USER),
            Map.entry("assistant", Role.ASSISTANT),
            Map.entry("tool", Role.TOOL),
            Map.entry("function", Role.TOOL),
            Map.entry("SYSTEM", Role.SYSTEM),
            Map.entry("USER", Role.USER),
            Map.entry("AI", Role.ASSISTANT),
            Map.entry("TOOL_EXECUTION_RESULT", Role.TOOL));

    private MessageReader() {}

    static List<Message> read(CaseFile message) {
        String field = message.has("role") ? "role" : "type";
        Role role = ROLES.get(message.text(field));
        if (role == null) {
            throw message.mistake(field, "is no role that is known: " + shortened(message.text(field)));
        }
        List<Message> results = new ArrayList<>();
        List<Call> calls = new ArrayList<>(calls(message));
        String text = text(message, results, calls);
        if (role == Role.TOOL) {
            String id = message.has("tool_call_id") ? message.text("tool_call_id") : message.optionalText("id");
            return List.of(new Message(role, text, List.of(), id));
        }
        if (!text.isEmpty() || !calls.isEmpty() || results.isEmpty()) {
            results.add(new Message(role, text, calls, ""));
        }
        return results;
    }

    private static List<Call> calls(CaseFile message) {
        List<Call> calls = new ArrayList<>();
        if (message.has("tool_calls")) {
            for (CaseFile call : message.objects("tool_calls")) {
                CaseFile function = call.at("function");
                calls.add(new Call(call.optionalText("id"), name(function), arguments(function, "arguments")));
            }
        } else if (message.has("function_call")) {
            CaseFile function = message.at("function_call");
            calls.add(new Call("", name(function), arguments(function, "arguments")));
        } else if (message.has("toolExecutionRequests")) {
            for (CaseFile call : message.objects("toolExecutionRequests")) {
                calls.add(new Call(call.optionalText("id"), name(call), arguments(call, "arguments")));
            }
        }
        return calls;
    }

    /** Text that stands in a string, in an array of blocks, or under another name. */
    private static String text(CaseFile message, List<Message> results, List<Call> calls) {
        String field = message.has("content") ? "content" : message.has("contents") ? "contents" : "text";
        if (!message.has(field)) {
            return "";
        }
        JsonNode value = message.raw(field);
        if (!value.isArray()) {
            return message.text(field);
        }
        List<String> texts = new ArrayList<>();
        for (CaseFile block : message.objects(field)) {
            String type = block.optionalText("type");
            if (type.equals("tool_use")) {
                calls.add(new Call(block.optionalText("id"), name(block), arguments(block, "input")));
            } else if (type.equals("tool_result")) {
                String result = text(block, new ArrayList<>(), new ArrayList<>());
                results.add(new Message(Role.TOOL, result, List.of(), block.text("tool_use_id")));
            } else if (block.has("text")) {
                texts.add(block.text("text"));
            }
        }
        return String.join("\n", texts);
    }

    /** Arguments as a JSON object; what is none is kept as one member, since models write whatever they like. */
    private static String arguments(CaseFile from, String field) {
        if (!from.has(field)) {
            return "{}";
        }
        JsonNode value = from.raw(field);
        if (value.isObject()) {
            return value.toString();
        }
        String text = from.text(field);
        return text.isBlank() ? "{}" : Json.object(text);
    }

    private static String name(CaseFile call) {
        String name = call.text("name");
        if (name.isBlank()) {
            throw call.mistake("name", "is blank");
        }
        return name;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
