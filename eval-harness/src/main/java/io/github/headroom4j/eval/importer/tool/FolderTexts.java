package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the texts of a folder; what is none is left out and counted. */
final class FolderTexts {

    /** A file has at most so many bytes, 1 MiB: no agent reads a larger one whole. */
    static final int MAX_BYTES = 1 << 20;

    private FolderTexts() {}

    static Optional<String> read(Path file, CaseSink sink) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                sink.dropped("a file is larger than " + MAX_BYTES + " bytes");
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            if (text.isBlank() || text.indexOf('\0') >= 0) {
                sink.dropped(text.isBlank() ? "a file is empty" : "a file is no text");
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (CharacterCodingException e) {
            sink.dropped("a file is no text");
            return Optional.empty();
        } catch (IOException e) {
            throw new DatasetException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
