package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.workload.codesearch.Manifest.LibrarySpec;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A source jar on the class path. It is found through the class loader by one file it is known to hold, because the
 * class path property is not set under {@code exec:java}. Its SHA-256 must be that of the manifest.
 */
final class SourceJar {

    private static final String WHAT_TO_RUN = "; run \"mvn -pl eval-harness -am compile\" once with network access, and"
            + " keep the version in eval-harness/pom.xml equal to the manifest's";

    /** Bytes; the largest source file of the libraries has less than a tenth of it. Larger ones are not real sources. */
    private static final long MAX_FILE_BYTES = 8_000_000;

    private SourceJar() {}

    /**
     * All Java files of a library, without Javadoc, by path.
     *
     * @throws DatasetException if the jar is missing, unreadable or another one
     */
    static List<ShownFile> read(LibrarySpec library) {
        Path jar = locate(library);
        try {
            String found = Sha256.of(Files.readAllBytes(jar));
            if (!found.equals(library.jarSha256())) {
                throw new DatasetException(jar + ": sha256 is " + found + ", the manifest has " + library.jarSha256()
                        + " for " + library.coordinates() + WHAT_TO_RUN);
            }
            return files(jar, library.excluded());
        } catch (IOException e) {
            throw new DatasetException(jar + ": cannot be read as a jar" + WHAT_TO_RUN, e);
        }
    }

    static Path locate(LibrarySpec library) {
        URL probe = probe(library.probe());
        if (probe == null) {
            throw new DatasetException("source jar of " + library.coordinates() + " is not on the class path (no "
                    + library.probe() + ")" + WHAT_TO_RUN);
        }
        try {
            URI file = probe.openConnection() instanceof JarURLConnection connection
                    ? connection.getJarFileURL().toURI()
                    : probe.toURI();
            return Path.of(file);
        } catch (IOException | URISyntaxException e) {
            throw new DatasetException(probe + ": not a jar in the file system" + WHAT_TO_RUN, e);
        }
    }

    private static @Nullable URL probe(String resource) {
        return SourceJar.class.getClassLoader().getResource(resource);
    }

    private static List<ShownFile> files(Path jar, List<String> excluded) throws IOException {
        List<ShownFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(SourceJar::isSource).toList()) {
                if (excluded.stream().anyMatch(entry.getName()::startsWith)) {
                    continue;
                }
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                files.add(ShownFile.of(entry.getName(), new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        files.sort(Comparator.comparing(ShownFile::path));
        return files;
    }

    /** Java files, except the copies of multi-release jars, whose classes have the same names once more. */
    private static boolean isSource(ZipEntry entry) {
        return entry.getName().endsWith(".java")
                && !entry.getName().startsWith("META-INF/")
                && entry.getSize() <= MAX_FILE_BYTES;
    }
}
