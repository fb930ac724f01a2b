package io.github.headroom4j.eval.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * A jar that the build copies beside the harness's classes, as two versions of one artifact cannot stand on the class path
 * together. Its SHA-256 must be the one that a manifest pins. Immutable and thread-safe.
 *
 * @param coordinates group, artifact and version, for messages
 * @param fileName in the folder of copied jars, for instance {@code tool-1.0-sources.jar}
 * @param sha256 of the jar, 64 lower-case hexadecimal digits
 */
public record CopiedJar(String coordinates, String fileName, String sha256) {

    /** Beside the folder of classes; the build writes to it. */
    private static final String FOLDER = "code-review";

    /**
     * The jar's place, whatever its hash.
     *
     * @return a file
     * @throws DatasetException if the build has not copied it
     */
    public Path locate() {
        Path jar = folder().resolve(fileName);
        if (!Files.isRegularFile(jar)) {
            throw new DatasetException("jar of " + coordinates + " is not at " + jar + PinnedJar.WHAT_TO_RUN);
        }
        return jar;
    }

    /**
     * Checks the hash and reads text files. Files above 8 MB are left out.
     *
     * @param wanted which files, by their path inside the jar
     * @return the texts, read as UTF-8, by path and in the order of the paths
     * @throws DatasetException if the jar is missing, unreadable or another one
     */
    public SortedMap<String, String> texts(Predicate<String> wanted) {
        return new JarTexts(locate(), coordinates, PinnedJar.WHAT_TO_RUN).read(sha256, wanted);
    }

    private static Path folder() {
        return ClassPlace.of(CopiedJar.class).resolveSibling(FOLDER);
    }
}
