package io.github.headroom4j.eval.workload.rag;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.DeepTasks;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.rag.CorpusManifest.SourceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Real documentation, read from jars on the class path; nothing of it is stored in the project. The same jars give the
 * same documents in the same order, and the manifest pins the hashes of both. Immutable and thread-safe.
 */
final class Corpus {

    /**
     * What came of a source.
     *
     * @param documents in a fixed order
     * @param options those that the documents describe, in the order of the documents; empty unless they are references
     */
    record Made(List<CorpusDocument> documents, List<DocumentedOption> options) {

        /** The hash that the manifest pins. */
        String sha256() {
            StringBuilder all = new StringBuilder();
            for (CorpusDocument one : documents) {
                for (String part : List.of(one.id(), one.title(), one.library(), one.split(), one.text())) {
                    all.append(part.length()).append(':').append(part);
                }
            }
            return Sha256.of(all.toString());
        }
    }

    private final Map<String, CorpusDocument> documents = new LinkedHashMap<>();
    private final List<DocumentedOption> options = new ArrayList<>();

    private Corpus() {}

    /**
     * Reads all documents; takes seconds.
     *
     * @param folder holds {@code manifest.json}, in this project {@code datasets/rag}
     * @throws DatasetException if a jar is missing or differs, or if the documents come out otherwise than the manifest
     *     says; the message says what to run
     */
    static Corpus read(Path folder) {
        Path file = folder.resolve("manifest.json");
        Corpus corpus = new Corpus();
        List<SourceSpec> sources = CorpusManifest.read(file).sources();
        List<Made> made = make(sources);
        for (int i = 0; i < made.size(); i++) {
            String sha256 = made.get(i).sha256();
            if (!sha256.equals(sources.get(i).documentsSha256())) {
                throw new DatasetException(file + ", field documentsSha256 of source "
                        + sources.get(i).name() + ": the documents came out with " + sha256
                        + "; if that is intended, run RagManifest");
            }
            corpus.add(made.get(i));
        }
        return corpus;
    }

    /** Makes the documents of some sources, in their order. */
    static List<Made> make(List<SourceSpec> sources) {
        return DeepTasks.inOrder(
                "the documents",
                sources.stream()
                        .<Callable<Made>>map(source -> () -> make(source))
                        .toList());
    }

    private static Made make(SourceSpec source) {
        return switch (source.kind()) {
            case JAVADOC -> new Made(JavadocDocuments.read(source), List.of());
            case KAFKA_OPTIONS -> references(source, KafkaOptions.read(source), "options of ");
            case SPRING_PROPERTIES -> references(source, SpringProperties.read(source), "properties ");
        };
    }

    /** All documents, sources in the order of the manifest. */
    List<CorpusDocument> documents() {
        return List.copyOf(documents.values());
    }

    /** All options that configuration references among the documents describe. */
    List<DocumentedOption> options() {
        return List.copyOf(options);
    }

    /**
     * One document.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    CorpusDocument document(String id) {
        CorpusDocument document = documents.get(id);
        if (document == null) {
            throw new IllegalArgumentException("no document has the id " + id);
        }
        return document;
    }

    private void add(Made made) {
        for (CorpusDocument document : made.documents()) {
            if (documents.putIfAbsent(document.id(), document) != null) {
                throw new DatasetException("two documents have the id " + document.id());
            }
        }
        options.addAll(made.options());
    }

    private static Made references(SourceSpec source, List<DocumentedOption> options, String what) {
        Map<String, List<DocumentedOption>> byDocument = options.stream()
                .collect(Collectors.groupingBy(DocumentedOption::documentId, LinkedHashMap::new, Collectors.toList()));
        List<CorpusDocument> documents = new ArrayList<>();
        byDocument.forEach((id, described) -> {
            String name = id.substring(id.lastIndexOf('/') + 1);
            String title = what
                    + (source.kind() == CorpusManifest.Kind.KAFKA_OPTIONS
                            ? name.substring(name.lastIndexOf('.') + 1)
                            : name);
            String text = described.stream().map(DocumentedOption::text).collect(Collectors.joining("\n\n"));
            documents.add(new CorpusDocument(id, title, source.library(), source.split(), text));
        });
        return new Made(List.copyOf(documents), options);
    }
}
