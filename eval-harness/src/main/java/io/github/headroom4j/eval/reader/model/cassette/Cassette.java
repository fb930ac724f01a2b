package io.github.headroom4j.eval.reader.model.cassette;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelStop;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of recorded answers: one file per request, named by the request's key, with the request in it, so that a person
 * can read what was asked. Files appear whole or not at all. Thread-safe.
 */
final class Cassette {

    private static final int FORMAT = 1;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.json");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * What was answered: a message, or how it failed.
     *
     * @param text what the model said
     * @param calls the tools it called
     * @param inputTokens as the server counted them; −1 if it did not
     * @param outputTokens as the server counted them; −1 if it did not
     * @param failure the kind of failure; null if there was none
     * @param message what is known of the failure; null if there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Nullable String text,
            @Nullable List<Call> calls,
            long inputTokens,
            long outputTokens,
            @Nullable String failure,
            @Nullable String message) {

        /** Copies the calls; refuses kinds of failures that there are not. */
        Answer {
            calls = calls == null ? null : List.copyOf(calls);
            if (failure != null) {
                ModelFailure.Kind.named(failure);
            }
        }
    }

    /** A call of a tool. */
    record Call(String id, String name, String arguments) {

        /** Jackson leaves absent what a file does not have. */
        Call {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(arguments, "arguments");
        }
    }

    /** A file. */
    record Recording(int format, String key, JsonNode request, Answer answer) {}

    private final Path folder;

    Cassette(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The answer to a request, if it was recorded. */
    Optional<Answer> find(String key) {
        Path file = file(key);
        return Files.isRegularFile(file) ? Optional.of(read(file).answer()) : Optional.empty();
    }

    void write(CanonicalRequest request, Answer answer) {
        try {
            Files.createDirectories(folder);
            Path made = Files.createTempFile(folder, "answer", ".tmp");
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(made.toFile(), new Recording(FORMAT, request.key(), request.json(), answer));
            move(made, file(request.key()));
        } catch (IOException e) {
            throw new ModelStop(folder + ": an answer cannot be recorded: " + e);
        }
    }

    /** All files, in the order of their names. */
    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelStop(folder + ": recorded answers cannot be listed: " + e);
        }
    }

    /** Reads a file; one that was changed by hand no longer has its key. */
    Recording read(Path file) {
        try {
            Recording recording = JSON.readValue(file.toFile(), Recording.class);
            // A file that says null is valid JSON.
            boolean whole = recording != null && recording.request() != null && recording.answer() != null;
            if (!whole || recording.format() != FORMAT) {
                throw new ModelStop(file + ": is no recorded answer of format " + FORMAT);
            }
            String key = CanonicalRequest.keyOf(recording.request());
            if (!file.getFileName().toString().equals(key + ".json")) {
                throw new ModelStop(file + ": the request in it has the key " + key + "; it was changed or renamed");
            }
            return recording;
        } catch (IOException e) {
            throw new ModelStop(file + ": cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".json");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
