package io.github.headroom4j.eval.record;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the sessions of a running agent, so that they can be replayed: system prompt, what the user said, tool calls, what the
 * tools returned, and the answer. Secrets are taken out before anything is written. Add it to the listeners of the chat model:
 *
 * <pre>{@code
 * SessionRecorder recorder = SessionRecorder.to(Path.of("sessions.jsonl"), Redactor.create());
 * ChatModel model = OpenAiChatModel.builder()…listeners(recorder).build();
 * }</pre>
 *
 * <p>Where an agent's tools compress their results, the model never sees what they really returned. Hand the tools through {@link
 * #recording(Map)} first, inside of the compression, and the raw results are recorded; else such a session is told by its markers and
 * left out when it is imported.
 *
 * <p>Each answer to a user is one line of the file: all messages up to it, in the shape of OpenAI's, which {@code import --format
 * sessions} and {@code record} read. Lines of one conversation have the same {@code session}. The file can be read by its owner only,
 * where the file system knows owners. A failure to write is logged, without what was to be written, and never reaches the agent.
 * Texts alone are recorded, no images. Thread-safe.
 */
public final class SessionRecorder implements ChatModelListener {

    /** The file grows to so many bytes at most, 1 GiB; what comes later is not recorded. */
    public static final long MAX_BYTES = 1L << 30;

    private static final Logger log = LoggerFactory.getLogger(SessionRecorder.class);

    private final Path file;
    private final Redactor redactor;
    private final RecordedResults results = new RecordedResults();

    private SessionRecorder(Path file, Redactor redactor) {
        this.file = file;
        this.redactor = redactor;
    }

    /**
     * A recorder.
     *
     * @param file where sessions are added; made with the first one
     * @param redactor what takes secrets out; one per file, so that equal secrets get equal placeholders
     * @return a recorder
     */
    public static SessionRecorder to(Path file, Redactor redactor) {
        return new SessionRecorder(Objects.requireNonNull(file, "file"), Objects.requireNonNull(redactor, "redactor"));
    }

    /**
     * Tools whose raw results are recorded.
     *
     * @param tools the agent's tools as they are, not compressing yet
     * @return the same tools in the same order
     */
    public Map<ToolSpecification, ToolExecutor> recording(Map<ToolSpecification, ToolExecutor> tools) {
        Map<ToolSpecification, ToolExecutor> recording = new LinkedHashMap<>();
        tools.forEach((specification, tool) -> recording.put(specification, recording(tool)));
        return recording;
    }

    /**
     * A tool whose raw results are recorded.
     *
     * @param tool the tool as it is, not compressing yet
     * @return the same tool
     */
    public ToolExecutor recording(ToolExecutor tool) {
        Objects.requireNonNull(tool, "tool");
        return new ToolExecutor() {
            @Override
            public String execute(ToolExecutionRequest request, Object memoryId) {
                String result = tool.execute(request, memoryId);
                if (result != null) {
                    results.put(request, result);
                }
                return result;
            }

            @Override
            public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
                ToolExecutionResult result = tool.executeWithContext(request, context);
                if (result != null && result.resultText() != null) {
                    results.put(request, result.resultText());
                }
                return result;
            }
        };
    }

    /**
     * Records a session when its question is answered.
     *
     * @param context request and response
     */
    @Override
    public void onResponse(ChatModelResponseContext context) {
        AiMessage answer = context.chatResponse().aiMessage();
        if (answer.hasToolExecutionRequests()) {
            return;
        }
        try {
            append(new Capture(redactor::redact, results)
                    .line(context.chatRequest().messages(), answer));
        } catch (IOException | RuntimeException e) {
            log.warn("A session was not recorded in {}: {}", file, e.getClass().getName());
        }
    }

    private synchronized void append(String line) throws IOException {
        if (!Files.exists(file)) {
            create();
        }
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (Files.size(file) + bytes.length > MAX_BYTES) {
            log.warn("{} has reached {} bytes: nothing more is recorded", file, MAX_BYTES);
            return;
        }
        Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    private void create() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
