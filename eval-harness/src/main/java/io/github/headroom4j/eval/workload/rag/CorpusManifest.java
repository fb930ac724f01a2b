package io.github.headroom4j.eval.workload.rag;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.PinnedJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the corpus consists of, read from {@code manifest.json}. Immutable.
 *
 * @param sources in the order of the documents
 */
record CorpusManifest(List<SourceSpec> sources) {

    /** How documents are made of a jar. */
    enum Kind {
        /** The comments of public types and packages in a jar of sources. */
        JAVADOC,
        /** The option definitions of the Kafka clients. */
        KAFKA_OPTIONS,
        /** The configuration metadata of Spring Boot. */
        SPRING_PROPERTIES
    }

    /**
     * A jar and what is taken from it.
     *
     * @param name unique within the manifest
     * @param library prefix of the document ids; several sources may belong to one library
     * @param kind how documents are made of it
     * @param jar where it is and what its hash must be
     * @param excluded names of folders inside the jar whose files are left out
     * @param minWords documents with fewer words of prose are left out
     * @param split "dev" or "test"
     * @param documentsSha256 of the documents that must come out, in hexadecimal
     */
    record SourceSpec(
            String name,
            String library,
            Kind kind,
            PinnedJar jar,
            List<String> excluded,
            int minWords,
            String split,
            String documentsSha256) {

        SourceSpec {
            excluded = List.copyOf(excluded);
        }
    }

    CorpusManifest {
        sources = List.copyOf(sources);
    }

    /**
     * Reads and checks the file.
     *
     * @throws DatasetException if it is missing or a field is; the message names file and field
     */
    static CorpusManifest read(Path file) {
        List<SourceSpec> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, String> splits = new HashMap<>();
        for (CaseFile source : CaseFile.read(file).objects("sources")) {
            SourceSpec spec = source(source);
            if (!names.add(spec.name())) {
                throw source.mistake("name", "occurs twice: " + spec.name());
            }
            String split = splits.putIfAbsent(spec.library(), spec.split());
            if (split != null && !split.equals(spec.split())) {
                throw source.mistake("split", "must be " + split + " as for all of " + spec.library());
            }
            sources.add(spec);
        }
        return new CorpusManifest(sources);
    }

    private static SourceSpec source(CaseFile source) {
        int minWords = source.integer("minWords");
        if (minWords < 1) {
            throw source.mistake("minWords", "must be at least 1, but is " + minWords);
        }
        return new SourceSpec(
                source.name("name"),
                source.name("library"),
                kind(source),
                new PinnedJar(source.text("coordinates"), source.text("probe"), hash(source, "jarSha256")),
                source.names("excluded"),
                minWords,
                split(source),
                hash(source, "documentsSha256"));
    }

    private static Kind kind(CaseFile source) {
        String kind = source.text("kind");
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(kind))
                .findAny()
                .orElseThrow(() -> source.mistake(
                        "kind", "must be one of " + Arrays.toString(Kind.values()) + ", but is " + kind));
    }

    private static String split(CaseFile source) {
        String split = source.text("split");
        if (!split.equals("dev") && !split.equals("test")) {
            throw source.mistake("split", "must be dev or test, but is " + split);
        }
        return split;
    }

    private static String hash(CaseFile source, String field) {
        String hash = source.text(field);
        if (!hash.matches("[0-9a-f]{64}")) {
            throw source.mistake(field, "must be 64 lower-case hexadecimal digits, but is " + hash);
        }
        return hash;
    }
}
