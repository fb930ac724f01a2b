package io.github.headroom4j.eval.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as recorded embeddings, packed and as they are: they are read, or refused with the file's name. */
final class RecordingFuzz {

    private final Path file;

    RecordingFuzz() throws IOException {
        file = Files.createTempFile("fuzzed", ".bin.gz");
        file.toFile().deleteOnExit();
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_file_is_read_or_refused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        readOrRefused();
        write(bytes);
        readOrRefused();
    }

    private void readOrRefused() throws IOException {
        try {
            Recording read = Recording.read(file);
            assertThat(read.codes().values())
                    .allSatisfy(code -> assertThat(VectorCode.decode(code)).hasSize(read.dimension()));
            read.write(file);
            assertThat(Recording.read(file).codes()).hasSameSizeAs(read.codes());
        } catch (DatasetException e) {
            assertThat(e.getMessage()).contains(String.valueOf(file.getFileName()));
        }
    }

    @Test
    void the_first_seed_is_read() throws IOException {
        write(seeds().findFirst().orElseThrow());

        assertThat(Recording.read(file).codes()).hasSize(2);
    }

    private void write(byte[] unpacked) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(unpacked);
        }
    }

    static Stream<byte[]> seeds() throws IOException {
        Path made = Files.createTempFile("seed", ".bin.gz");
        try {
            EmbeddingRecorder recorder =
                    EmbeddingRecorder.over(made.resolveSibling("none"), "words", new WordVectors());
            List.of("one", "two").forEach(recorder::embed);
            recorder.write(made);
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(made))) {
                byte[] whole = in.readAllBytes();
                return Stream.of(
                        whole, Arrays.copyOf(whole, whole.length - 1), header(8_192, 1_000_000), header(-1, 1));
            }
        } finally {
            Files.delete(made);
        }
    }

    /** What a recording of so many texts begins with. */
    static byte[] header(int dimension, int texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x48524501);
        out.writeUTF("words");
        out.writeInt(dimension);
        out.writeInt(texts);
        return bytes.toByteArray();
    }
}
