package io.github.headroom4j.eval.workload.codereview.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the data set is made of, read from {@code manifest.json}. Immutable.
 *
 * @param seed of every draw
 * @param libraries in the order of the pull requests
 * @param recordingSha256 of {@code pull-requests.jsonl}, in hexadecimal
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReviewManifest(long seed, List<Library> libraries, String recordingSha256) {

    /**
     * A library at two versions.
     *
     * @param name short name, also the prefix of ids
     * @param group of its artifact
     * @param artifact its artifact
     * @param from the older version
     * @param to the newer version
     * @param excluded path prefixes of files that are left out, such as generated code; null for none
     * @param fromSha256 of the older source jar
     * @param toSha256 of the newer source jar
     * @param testsSha256 of the newer jar of tests; null if there is none
     * @param javaRelease the version of Java that the newer version is compiled for
     * @param buildLogSha256 of what its build printed; null if it cannot be built
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Library(
            String name,
            String group,
            String artifact,
            String from,
            String to,
            @Nullable List<String> excluded,
            String fromSha256,
            String toSha256,
            @Nullable String testsSha256,
            int javaRelease,
            @Nullable String buildLogSha256) {

        /** Checks that nothing is missing. */
        public Library {
            required("name", name);
            for (String hash : List.of(required("fromSha256", fromSha256), required("toSha256", toSha256))) {
                if (!hash.matches("[0-9a-f]{64}")) {
                    throw new IllegalArgumentException(
                            "a hash of " + name + " must be 64 hexadecimal digits, was " + hash);
                }
            }
            required("group", group);
            required("artifact", artifact);
            required("from", from);
            required("to", to);
        }

        /** Whether a file of a jar counts. */
        boolean wants(String path) {
            return path.endsWith(".java")
                    && !path.startsWith("META-INF/")
                    && (excluded == null || excluded.stream().noneMatch(path::startsWith));
        }
    }

    /** Checks that nothing is missing, and copies the list. */
    public ReviewManifest {
        required("recordingSha256", recordingSha256);
        if (libraries == null || libraries.isEmpty()) {
            throw new IllegalArgumentException("libraries must be a non-empty array, was " + libraries);
        }
        libraries = List.copyOf(libraries);
    }

    /**
     * Reads the file.
     *
     * @param dataset the folder of {@code manifest.json}
     * @return what it says
     * @throws DatasetException if it is missing or wrong; the message names file and field
     */
    public static ReviewManifest read(Path dataset) {
        Path file = dataset.resolve("manifest.json");
        try {
            return new ObjectMapper().readValue(Files.readString(file), ReviewManifest.class);
        } catch (IOException e) {
            throw new DatasetException(
                    file + ": cannot be read; run from the project's folder or pass the data folder: " + e.getMessage(),
                    e);
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("field " + field + " must be a non-empty string, was " + value);
        }
        return value;
    }
}
