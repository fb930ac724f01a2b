package io.github.headroom4j.eval.dataset;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.function.Predicate;
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

    static final String WHAT_TO_RUN = "; run \"mvn -pl eval-harness -am compile\" once with network access, and"
            + " keep the version in eval-harness/pom.xml equal to the manifest's";

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
        return new JarTexts(locate(), coordinates, WHAT_TO_RUN).read(sha256, wanted);
    }

    private @Nullable URL found() {
        return PinnedJar.class.getClassLoader().getResource(probe);
    }
}
