package io.github.headroom4j.eval.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that may be anything. */
final class BoundedFile {

    /** 256 MiB: a full run's rows are 10 MB; more is another file. */
    private static final long MAX_BYTES = 256L << 20;

    private BoundedFile() {}

    static String text(Path file, String hint) {
        return text(file, MAX_BYTES, hint);
    }

    static String text(Path file, long maxBytes, String hint) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new GateException(file + ": is no file; " + hint);
            }
            if (Files.size(file) > maxBytes) {
                throw new GateException(file + ": has " + Files.size(file) + " bytes, more than " + maxBytes);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new GateException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static JsonNode tree(ObjectMapper mapper, Path file, String text) {
        try {
            JsonNode tree = mapper.readTree(text);
            if (!tree.isObject()) {
                throw new GateException(file + ": must hold an object, but holds " + tree.getNodeType());
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new GateException(file + ": " + where(e) + e.getOriginalMessage());
        }
    }

    static String where(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    }
}
