package io.github.headroom4j.eval.dataset;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar on the class path that data are made of. It is found through the class loader by one file it is known to hold,
 * because the class path property is not set under {@code exec:java}; its SHA-256 must be the one that a manifest pins.
 * Immutable and thread-safe.
 *
 * @param coordinates group, artifact and version, for messages
 * @param probe a file that this jar alone holds, for instance {@code org/example/Tool.java}
 * @param sha256 of the jar, 64 lower-case hexadecimal digits
 */
public record PinnedJar(String coordinates, String probe, String sha256) {

    private static final String WHAT_TO_RUN = "; run \"mvn -pl eval-harness -am compile\" once with network access, and"
            + " keep the version in eval-harness/pom.xml equal to the manifest's";

    /** Bytes; the largest file that is read has less than a tenth of it. Larger ones are not real sources. */
    private static final long MAX_FILE_BYTES = 8_000_000;

    /**
     * The jar's place, whatever its hash.
     *
     * @return a file
     * @throws DatasetException if it is not on the class path
     */
    public Path locate() {
        URL found = found();
        if (found == null) {
            throw new DatasetException(
                    "jar of " + coordinates + " is not on the class path (no " + probe + ")" + WHAT_TO_RUN);
        }
        try {
            URI file = found.openConnection() instanceof JarURLConnection connection
                    ? connection.getJarFileURL().toURI()
                    : found.toURI();
            return Path.of(file);
        } catch (IOException | URISyntaxException e) {
            throw new DatasetException(found + ": not a jar in the file system" + WHAT_TO_RUN, e);
        }
    }

    /**
     * Checks the hash and reads text files. Files above 8 MB are left out.
     *
     * @param wanted which files, by their path inside the jar
     * @return the texts, read as UTF-8, by path and in the order of the paths
     * @throws DatasetException if the jar is missing, unreadable or another one
     */
    public SortedMap<String, String> texts(Predicate<String> wanted) {
        Path jar = locate();
        try {
            String actual = Sha256.of(Files.readAllBytes(jar));
            if (!actual.equals(sha256)) {
                throw new DatasetException(jar + ": sha256 is " + actual + ", the manifest has " + sha256 + " for "
                        + coordinates + WHAT_TO_RUN);
            }
            return read(jar, wanted);
        } catch (IOException e) {
            throw new DatasetException(jar + ": cannot be read as a jar" + WHAT_TO_RUN, e);
        }
    }

    private @Nullable URL found() {
        return PinnedJar.class.getClassLoader().getResource(probe);
    }

    private static SortedMap<String, String> read(Path jar, Predicate<String> wanted) throws IOException {
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
