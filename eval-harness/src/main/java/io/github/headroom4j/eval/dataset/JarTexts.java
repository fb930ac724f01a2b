package io.github.headroom4j.eval.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The text files of a jar whose hash was checked. Immutable.
 *
 * @param jar where it is
 * @param coordinates group, artifact and version, for messages
 * @param whatToRun ends the messages
 */
record JarTexts(Path jar, String coordinates, String whatToRun) {

    /** Bytes; the largest file that is read has less than a tenth of it. Larger ones are not real sources. */
    private static final long MAX_FILE_BYTES = 8_000_000;

    /**
     * Checks the hash and reads.
     *
     * @throws DatasetException if the jar is unreadable or another one
     */
    SortedMap<String, String> read(String sha256, Predicate<String> wanted) {
        try {
            String actual = Sha256.of(Files.readAllBytes(jar));
            if (!actual.equals(sha256)) {
                throw new DatasetException(jar + ": sha256 is " + actual + ", the manifest has " + sha256 + " for "
                        + coordinates + whatToRun);
            }
            return texts(wanted);
        } catch (IOException e) {
            throw new DatasetException(jar + ": cannot be read as a jar" + whatToRun, e);
        }
    }

    private SortedMap<String, String> texts(Predicate<String> wanted) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (wanted.test(entry.getName()) && entry.getSize() <= MAX_FILE_BYTES) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    texts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
