package io.github.headroom4j.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Conversations of an agent that reads real files: the samples in {@code datasets/content}. */
final class Conversations {

    private static final Path SAMPLES = Path.of("..", "datasets", "content");

    /** A result of some thousand tokens, as tools bound theirs. */
    private static final int MAX_CHARS = 16_000;

    private final List<ChatMessage> messages = new ArrayList<>();
    private int calls;

    /** Begins with a system message. */
    Conversations() {
        messages.add(SystemMessage.from("You are a careful engineer."));
    }

    /** The real files, in the order of their paths; those of less than a kilobyte are left out. */
    static List<String> files() {
        try (Stream<Path> paths = Files.walk(SAMPLES)) {
            return paths.filter(
                            path -> Files.isRegularFile(path) && path.toFile().length() > 1_000)
                    .map(path -> SAMPLES.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What reading a file returns. */
    static String content(String file) {
        try {
            String text = new String(Files.readAllBytes(SAMPLES.resolve(file)), StandardCharsets.UTF_8);
            return text.substring(0, Math.min(text.length(), MAX_CHARS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Conversations asks(String question) {
        messages.add(UserMessage.from(question));
        return this;
    }

    Conversations reads(String file) {
        return calls("read_file", "{\"path\": \"" + file + "\"}", content(file));
    }

    Conversations calls(String tool, String arguments, String result) {
        String id = "call-" + ++calls;
        messages.add(AiMessage.from(ToolExecutionRequest.builder()
                .id(id)
                .name(tool)
                .arguments(arguments)
                .build()));
        messages.add(ToolExecutionResultMessage.from(id, tool, result));
        return this;
    }

    Conversations answers(String answer) {
        messages.add(AiMessage.from(answer));
        return this;
    }

    Conversations with(ChatMessage message) {
        messages.add(message);
        return this;
    }

    List<ChatMessage> messages() {
        return List.copyOf(messages);
    }

    /** So many turns, each a question, two reads and an answer. */
    static List<ChatMessage> readingFiles(int turns) {
        List<String> files = files();
        Conversations conversation = new Conversations();
        for (int turn = 0; turn < turns; turn++) {
            conversation
                    .asks("What is in these files? Always answer briefly. Turn " + turn)
                    .reads(files.get(turn * 7 % files.size()))
                    .reads(files.get((turn * 7 + 3) % files.size()))
                    .answers("They hold what you would expect, I think.");
        }
        return conversation.messages();
    }
}
