package io.github.headroom4j.eval.workload.codesearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the data set consists of, read from {@code manifest.json}. Immutable.
 *
 * @param seed goes into the order in which methods are considered
 * @param libraries where the cases come from, in the order of the cases
 */
record Manifest(String seed, List<LibrarySpec> libraries) {

    /**
     * One library.
     *
     * @param name short name, also the prefix of the case ids
     * @param coordinates group, artifact and version of the source jar
     * @param excluded path prefixes of files that are left out, such as generated code
     * @param probe a file of the jar by which the class loader finds it
     * @param jarSha256 of the source jar, in hexadecimal
     * @param split "dev" or "test"
     * @param cases how many cases to draw
     * @param casesSha256 of the cases that must come out, in hexadecimal
     * @param tasksPerKind how many questions about names to draw of each kind at most; none if the field is missing
     * @param tasksSha256 of these, in hexadecimal; empty if there are none
     */
    record LibrarySpec(
            String name,
            String coordinates,
            List<String> excluded,
            String probe,
            String jarSha256,
            String split,
            int cases,
            String casesSha256,
            int tasksPerKind,
            String tasksSha256) {

        LibrarySpec {
            excluded = List.copyOf(excluded);
        }

        /** A library without questions about names. */
        LibrarySpec(
                String name,
                String coordinates,
                List<String> excluded,
                String probe,
                String jarSha256,
                String split,
                int cases,
                String casesSha256) {
            this(name, coordinates, excluded, probe, jarSha256, split, cases, casesSha256, 0, "");
        }
    }

    private static final int MAX_CASES_PER_LIBRARY = 1_000;

    Manifest {
        libraries = List.copyOf(libraries);
    }

    /**
     * Reads and checks the file.
     *
     * @throws DatasetException if it is missing or a field is; the message names file and field
     */
    static Manifest read(Path file) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    file + ", line " + e.getLocation().getLineNr() + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new DatasetException(
                    file + ": cannot be read; run from the project's folder or pass the data folder", e);
        }
        return new Fields(file).manifest(root);
    }

    /** Reads fields and knows how to complain about them. */
    private record Fields(Path file) {

        Manifest manifest(JsonNode root) {
            List<LibrarySpec> specs = new ArrayList<>();
            JsonNode libraries = root.path("libraries");
            if (!libraries.isArray() || libraries.isEmpty()) {
                throw broken("libraries", "must be a non-empty array");
            }
            Set<String> names = new HashSet<>();
            for (JsonNode library : libraries) {
                LibrarySpec spec = library("libraries[" + specs.size() + "].", library);
                if (!names.add(spec.name())) {
                    throw broken("libraries[" + specs.size() + "].name", "occurs twice: " + spec.name());
                }
                specs.add(spec);
            }
            return new Manifest(text("", root, "seed"), specs);
        }

        private LibrarySpec library(String at, JsonNode node) {
            String split = text(at, node, "split");
            if (!split.equals("dev") && !split.equals("test")) {
                throw broken(at + "split", "must be dev or test, was " + split);
            }
            JsonNode cases = node.path("cases");
            if (!cases.isInt() || cases.intValue() < 1 || cases.intValue() > MAX_CASES_PER_LIBRARY) {
                throw broken(at + "cases", "must be a number from 1 to " + MAX_CASES_PER_LIBRARY + ", was " + cases);
            }
            return new LibrarySpec(
                    text(at, node, "name"),
                    text(at, node, "coordinates"),
                    texts(at, node, "excluded"),
                    text(at, node, "probe"),
                    hash(at, node, "jarSha256"),
                    split,
                    cases.intValue(),
                    hash(at, node, "casesSha256"),
                    tasksPerKind(at, node),
                    node.has("tasksPerKind") ? hash(at, node, "tasksSha256") : "");
        }

        private int tasksPerKind(String at, JsonNode node) {
            JsonNode tasks = node.path("tasksPerKind");
            if (tasks.isMissingNode()) {
                return 0;
            }
            if (!tasks.isInt() || tasks.intValue() < 1 || tasks.intValue() > MAX_CASES_PER_LIBRARY) {
                throw broken(
                        at + "tasksPerKind", "must be a number from 1 to " + MAX_CASES_PER_LIBRARY + ", was " + tasks);
            }
            return tasks.intValue();
        }

        private List<String> texts(String at, JsonNode node, String field) {
            List<String> values = new ArrayList<>();
            JsonNode array = node.path(field);
            if (!array.isArray() && !array.isMissingNode()) {
                throw broken(at + field, "must be an array of strings, was " + array);
            }
            for (JsonNode value : array) {
                if (!value.isTextual() || value.textValue().isBlank()) {
                    throw broken(at + field, "must hold non-empty strings only, has " + value);
                }
                values.add(value.textValue());
            }
            return values;
        }

        private String hash(String at, JsonNode node, String field) {
            String hash = text(at, node, field);
            if (!hash.matches("[0-9a-f]{64}")) {
                throw broken(at + field, "must be 64 hexadecimal digits, was " + hash);
            }
            return hash;
        }

        private String text(String at, JsonNode node, String field) {
            JsonNode value = node.path(field);
            if (!value.isTextual() || value.textValue().isBlank()) {
                throw broken(
                        at + field, "must be a non-empty string, was " + (value.isMissingNode() ? "missing" : value));
            }
            return value.textValue();
        }

        private DatasetException broken(String field, String why) {
            return new DatasetException(file + ", field " + field + ": " + why);
        }
    }
}
