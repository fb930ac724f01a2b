package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The JSON conformance suite of Nicolas Seriot, if the development data is there: 318 files, valid and broken. */
class JsonTestSuiteTest {

    private static final String SUITE = "shared/data/tool-json/json-test-suite/test_parsing.tar.gz";
    private static final int BLOCK = 512;

    @Test
    void should_decline_what_is_invalid_and_restore_what_is_valid() throws IOException {
        Path suite = suite();
        assumeTrue(Files.exists(suite), "the development data is absent: " + SUITE);

        files(suite).forEach((name, text) -> {
            Optional<Selectable> content =
                    new JsonCompressor().parse(text, CompressionContext.of(TokenCounter.o200k()));
            // Malformed UTF-8 was mended by decoding it, so "n_" files about bytes may have become valid.
            if (name.startsWith("n_") && text.indexOf('\uFFFD') < 0 && !isJsonLines(name) && !isCutOff(name)) {
                assertThat(content).as(name).isEmpty();
            }
            content.ifPresent(read -> {
                String minified = JsonReader.readComplete(text, Pace.unhurried())
                        .orElseThrow()
                        .toJson();
                assertThat(read.repack().flatMap(JsonCompressor::decode))
                        .as(name)
                        .contains(minified);
            });
        });
    }

    /** Two documents after each other are not one, but they are JSON lines. */
    private static boolean isJsonLines(String name) {
        return name.contains("structure_double_array") || name.contains("multidigit_number_then");
    }

    /** An array with three values that is never closed is no document, but its values can be read. */
    private static boolean isCutOff(String name) {
        return name.contains("unclosed");
    }

    private static Path suite() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(SUITE))) {
                return folder.resolve(SUITE);
            }
        }
        return Path.of(SUITE);
    }

    /** Reads an archive in the tape format: a header of 512 bytes, the content, filled up to 512 bytes. */
    private static Map<String, String> files(Path archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            byte[] header = in.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                String path = new String(header, 0, 100, StandardCharsets.ISO_8859_1);
                String name = path.substring(path.lastIndexOf('/') + 1).replace("\0", "");
                int size = Integer.parseInt(new String(header, 124, 11, StandardCharsets.ISO_8859_1).strip(), 8);
                byte[] content = in.readNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
                if (name.endsWith(".json")) {
                    files.put(name, new String(content, 0, size, StandardCharsets.UTF_8));
                }
                header = in.readNBytes(BLOCK);
            }
        }
        return files;
    }
}
