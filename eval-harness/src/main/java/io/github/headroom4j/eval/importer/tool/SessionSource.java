package io.github.headroom4j.eval.importer.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.importer.tool.Message.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Recorded sessions. A file holds objects with {@code messages} (or {@code traj}, {@code conversation}), and with {@code system} where
 * the notation has it there, each a session, one per line or in an array; or arrays of messages, each array a session.
 */
final class SessionSource implements CaseSource {

    /** A session has at most so many messages, 1,000: a longest day of work. */
    static final int MAX_MESSAGES = 1_000;

    private static final List<String> NAMES = List.of("messages", "traj", "conversation");

    private final UnaryOperator<String> change;

    SessionSource(UnaryOperator<String> change) {
        this.change = change;
    }

    @Override
    public void read(Path input, ToolOptions options, CaseSink sink) {
        SessionDrafts drafts = new SessionDrafts(sink, change);
        List<Message> open = new ArrayList<>();
        int[] openIn = {-1};
        SourceFile.of(input).records((record, value) -> {
            if (openIn[0] != value && !open.isEmpty()) {
                drafts.add("", "", List.copyOf(open));
                open.clear();
            }
            openIn[0] = value;
            String field = NAMES.stream().filter(record::has).findFirst().orElse("");
            if (!field.isEmpty()) {
                drafts.add(id(record), record.optionalText("session"), session(record, field));
            } else if (record.has("role") || record.has("type")) {
                open.addAll(MessageReader.read(record));
                check(record, "role", open.size());
            } else {
                throw record.mistake("messages", "is missing, and this is no message either");
            }
        });
        if (!open.isEmpty()) {
            drafts.add("", "", List.copyOf(open));
        }
    }

    private static String id(CaseFile record) {
        for (String field : List.of("id", "session_id", "task_id")) {
            if (record.has(field)) {
                String trial = record.has("trial") ? "-" + record.raw("trial").asText() : "";
                return record.raw(field).asText() + trial;
            }
        }
        return "";
    }

    private static List<Message> session(CaseFile record, String field) {
        List<Message> messages = new ArrayList<>();
        if (record.has("system")) {
            messages.addAll(MessageReader.read(CaseFile.of(
                    "system prompt",
                    "",
                    JsonNodeFactory.instance.objectNode().put("role", "system").set("content", record.raw("system")))));
        }
        for (CaseFile message : record.objects(field)) {
            messages.addAll(MessageReader.read(message));
            check(record, field, messages.size());
        }
        return messages.stream().anyMatch(one -> one.role() != Role.SYSTEM) ? messages : List.of();
    }

    private static void check(CaseFile record, String field, int size) {
        if (size > MAX_MESSAGES) {
            throw record.mistake(field, "has more than " + MAX_MESSAGES + " messages; split the session");
        }
    }
}
