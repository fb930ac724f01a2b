package io.github.headroom4j.eval.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.metric.CaseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run has finished so far, one JSON line per case and arm, so that an interrupted run goes on where it was. The
 * file is named by a hash of everything that results depend on: a run with other options, data or classes has another
 * file. Thread-safe.
 */
final class RunJournal {

    private static final String FOLDER = ".journal";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private record Key(String workload, String id, String arm) {
        static Key of(CaseResult result) {
            return new Key(result.subject().workload(), result.subject().id(), result.arm());
        }
    }

    private final Path file;
    private final Map<Key, CaseResult> finished = new HashMap<>();

    private RunJournal(Path file) {
        this.file = file;
    }

    /** Opens the journal of a run, with what an interrupted run of the same key has left in it. */
    static RunJournal open(Path reports, String runKey, boolean fresh) {
        RunJournal journal = new RunJournal(reports.resolve(FOLDER).resolve(runKey + ".jsonl"));
        try {
            Files.createDirectories(journal.file.getParent());
            if (fresh) {
                Files.deleteIfExists(journal.file);
            }
            journal.recover();
        } catch (IOException e) {
            throw new UncheckedIOException(journal.file + " cannot be used", e);
        }
        return journal;
    }

    synchronized Optional<CaseResult> find(String workload, String id, String arm) {
        return Optional.ofNullable(finished.get(new Key(workload, id, arm)));
    }

    synchronized int size() {
        return finished.size();
    }

    synchronized void add(CaseResult result) {
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(result) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            finished.put(Key.of(result), result);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** The run is complete: no journal, neither this one nor one of an older program, is of use any more. */
    synchronized void close() {
        Path folder = file.getParent();
        try (Stream<Path> left = Files.list(folder)) {
            for (Path journal :
                    left.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                Files.deleteIfExists(journal);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be cleared", e);
        }
    }

    /** This run is complete, and others may go on in the same folder: only this journal is of no use any more. */
    synchronized void closeOwn() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (DirectoryNotEmptyException e) {
            // Another run's journal is in it.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed", e);
        }
    }

    /**
     * A run that was killed may have torn the last line, within a character even; from there on the file is cut off and written
     * again.
     */
    private void recover() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = 0;
        for (int next = lineEnd(bytes, end); next < bytes.length; next = lineEnd(bytes, end)) {
            Optional<CaseResult> result = parse(ByteBuffer.wrap(bytes, end, next - end));
            if (result.isEmpty()) {
                break;
            }
            finished.put(Key.of(result.get()), result.get());
            end = next + 1;
        }
        Files.write(file, Arrays.copyOf(bytes, end));
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static Optional<CaseResult> parse(ByteBuffer line) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
            // A line that says null is valid JSON.
            return Optional.ofNullable(JSON.readValue(text, CaseResult.class));
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
