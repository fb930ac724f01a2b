package io.github.headroom4j.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

    private static final String LINES = "{\"a\": \"x\"}\r\n\r\n{\"a\": \"ü\"}";

    private final Path file;

    SourceFileTest(@TempDir Path folder) {
        file = folder.resolve("set.jsonl");
    }

    @Test
    void should_read_any_line_ends_a_byte_order_mark_and_packed_files() throws IOException {
        assertThat(lines(bytes(LINES))).containsExactly("x", "ü");
        assertThat(lines(bytes("\uFEFF" + LINES + "\n"))).containsExactly("x", "ü");
        assertThat(lines(packed(bytes("\uFEFF" + LINES)))).containsExactly("x", "ü");
        assertThat(elements("\uFEFF[{\"a\": \"x\"},\r\n{\"a\": \"y\"}]\r\n", ""))
                .containsExactly("x", "y");
        assertThat(elements("{\"b\": [{}], \"a\": 1, \"data\": [{\"a\": \"x\"}], \"c\": {}}", "data"))
                .containsExactly("x");
    }

    @Test
    void should_name_line_or_file_when_it_is_not_utf8() {
        byte[] latin = "{\"a\": \"x\"}\n{\"a\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertFails(() -> lines(latin), "set.jsonl: line 2: not valid UTF-8");
        assertFails(() -> lines("{\"a\": \"x\"}".getBytes(StandardCharsets.UTF_16)), "is UTF-16; save it as UTF-8");
        assertFails(() -> elements("[{\"a\": \"x\"}", ""), "line 1 is not valid JSON: Unexpected end-of-input");
        assertFails(() -> elements("[{\"a\": \"x\"}] {", ""), "is not valid JSON: Unexpected end-of-input");
        assertFails(() -> elements("[{\"a\": \"x\"}, 4]", ""), "field '[1]' must be an object, but is 4");
    }

    @Test
    void should_name_a_packed_file_that_was_cut_off() throws IOException {
        byte[] packed = packed(bytes(LINES.repeat(100)));
        assertFails(
                () -> lines(Arrays.copyOf(packed, packed.length / 2)), "cannot be read: Unexpected end of ZLIB input");
    }

    @Test
    void should_stop_at_too_large_a_file_or_record() throws IOException {
        byte[] bomb = packed(new byte[5_000_000]);
        Files.write(file, bomb);
        assertThat(bomb.length).isLessThan(10_000);
        SourceFile small = SourceFile.of(file, new SourceFile.Limits(1_000_000, 2_000_000));
        assertFails(() -> small.lines(line -> {}), "set.jsonl: larger than 1000000 bytes when unpacked");
        assertFails(() -> small.elements("", one -> {}), "is not valid JSON");
        SourceFile narrow = SourceFile.of(file, new SourceFile.Limits(9_000_000, 1_000_000));
        assertFails(() -> narrow.lines(line -> {}), "after byte 0 a record is larger than 1000000 bytes");
        Files.writeString(file, "[{\"a\": \"" + "x".repeat(1_500_000) + "\"}]");
        assertFails(() -> narrow.elements("", one -> {}), "a record is larger than 1000000 bytes");
    }

    @Test
    void should_count_records_and_not_files_against_the_limit_of_a_record() throws IOException {
        Files.writeString(file, ("{\"a\": \"" + "x".repeat(200_000) + "\"}\n").repeat(20));
        List<String> seen = new ArrayList<>();
        SourceFile.of(file, new SourceFile.Limits(9_000_000, 1_000_000)).lines(line -> seen.add(line.text("a")));
        assertThat(seen).hasSize(20);
    }

    @Test
    void should_know_the_hash_of_what_is_on_disk() throws IOException {
        Files.write(file, bytes("abc"));
        assertThat(SourceFile.of(file).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(SourceFile.of(file).name()).isEqualTo("set.jsonl");
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static void assertFails(Reading reading, String message) {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(reading::read)
                .withMessageContaining(message);
    }

    private List<String> lines(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        List<String> seen = new ArrayList<>();
        SourceFile.of(file).lines(line -> seen.add(line.text("a")));
        return seen;
    }

    private List<String> elements(String text, String field) throws IOException {
        Files.writeString(file, text);
        List<String> seen = new ArrayList<>();
        SourceFile.of(file).elements(field, one -> seen.add(one.text("a")));
        return seen;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
