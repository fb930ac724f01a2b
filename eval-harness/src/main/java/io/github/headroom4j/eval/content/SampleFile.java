package io.github.headroom4j.eval.content;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * What a file holds: a text, or the reason why it is none.
 *
 * @param text the text, empty if there is none
 * @param reason why there is none, empty if there is one
 */
record SampleFile(String text, String reason) {

    /** A zero byte among the first so many bytes makes a file binary; git judges by the same number. */
    private static final int BINARY_PROBE_BYTES = 8_000;

    private static final int TAR_BLOCK_BYTES = 512;
    private static final int TAR_SIZE_AT = 124;
    private static final int TAR_SIZE_BYTES = 12;
    private static final int TAR_MAGIC_AT = 257;
    private static final String TAR_MAGIC = "ustar";

    /** Reads a file, unpacking gzip and a tar of one file; throws an exception that names a file it cannot read. */
    static SampleFile read(Path file) {
        byte[] bytes = unpackedTar(bytes(file));
        if (bytes.length > CaseFile.MAX_BYTES) {
            return new SampleFile("", "larger than " + CaseFile.MAX_BYTES + " bytes");
        }
        for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE_BYTES); i++) {
            if (bytes[i] == 0) {
                return new SampleFile("", "binary");
            }
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SampleFile(text, text.isEmpty() ? "empty" : "");
        } catch (CharacterCodingException e) {
            return new SampleFile("", "not UTF-8");
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readNBytes(CaseFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new DatasetException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Some data sets pack each file as a tar of one; anything else is returned as it is. */
    private static byte[] unpackedTar(byte[] bytes) {
        if (bytes.length < 2 * TAR_BLOCK_BYTES
                || !ascii(bytes, TAR_MAGIC_AT, TAR_MAGIC.length()).equals(TAR_MAGIC)) {
            return bytes;
        }
        String octal =
                ascii(bytes, TAR_SIZE_AT, TAR_SIZE_BYTES).replace('\0', ' ').strip();
        if (octal.isEmpty() || !octal.chars().allMatch(c -> c >= '0' && c <= '7')) {
            return bytes;
        }
        long end = TAR_BLOCK_BYTES + Long.parseLong(octal, 8);
        long next = (end + TAR_BLOCK_BYTES - 1) / TAR_BLOCK_BYTES * TAR_BLOCK_BYTES;
        boolean alone = next >= bytes.length || bytes[(int) next] == 0;
        return end <= bytes.length && alone ? Arrays.copyOfRange(bytes, TAR_BLOCK_BYTES, (int) end) : bytes;
    }

    private static String ascii(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }
}
