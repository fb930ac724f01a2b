package io.github.headroom4j.eval.workload.rag;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.rag.Corpus.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Renews {@code manifest.json} after a deliberate change of the libraries, the questions, or the way in which documents and
 * cases are made: hashes and counts are computed, everything else is kept. A reviewer sees the change as a diff of the
 * manifest. Run {@link RagEmbeddings} before it.
 */
public final class RagManifest {

    private RagManifest() {}

    /**
     * Rewrites a manifest.
     *
     * @param args the folder that holds {@code manifest.json}
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "expected one argument, the folder of manifest.json, got " + args.length);
        }
        Path file = Path.of(args[0]).resolve("manifest.json");
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = (ObjectNode) json.readTree(Files.readString(file));
        ArrayNode sources = (ArrayNode) root.path("sources");
        CorpusManifest old = CorpusManifest.read(file);
        for (int i = 0; i < sources.size(); i++) {
            Path jar = old.sources().get(i).jar().locate();
            ((ObjectNode) sources.get(i)).put("jarSha256", Sha256.of(Files.readAllBytes(jar)));
        }
        write(file, json, root);
        List<Made> made = Corpus.make(CorpusManifest.read(file).sources());
        for (int i = 0; i < sources.size(); i++) {
            describe((ObjectNode) sources.get(i), made.get(i));
        }
        write(file, json, root);
        describe(root.withObject("cases"), cases(Path.of(args[0])));
        write(file, json, root);
    }

    private static RagCases.Made cases(Path folder) {
        return RagCases.of(folder).make(RagEmbeddings.in(folder));
    }

    private static void describe(ObjectNode cases, RagCases.Made made) {
        cases.put("sha256", made.sha256());
        ObjectNode counts = cases.putObject("counts");
        counts.put("chunks", made.chunks());
        counts.put("questions", made.reaches().size());
        counts.put("cases", made.cases().size());
        counts.put(
                "clusters",
                made.cases().stream().map(EvalCase::cluster).distinct().count());
        for (String split : List.of("dev", "test")) {
            Map<String, Long> kinds = made.reaches().stream()
                    .map(RagCases.Reach::question)
                    .filter(question -> question.split().equals(split))
                    .collect(Collectors.groupingBy(RagQuestion::kind, TreeMap::new, Collectors.counting()));
            kinds.forEach(counts.withObject(split)::put);
        }
        // The uncompressed context is what all others are measured by: of the answerable questions, how many it
        // answers.
        List<RagCases.Reach> answerable = made.reaches().stream()
                .filter(reach -> reach.question().isAnswerable())
                .toList();
        counts.put("answerable", answerable.size());
        for (int depth : new int[] {RagCases.FEW, RagCases.PRIMARY, RagCases.MANY}) {
            long seen = answerable.stream()
                    .filter(reach -> reach.passages() > 0 && reach.passages() <= depth)
                    .count();
            counts.put("answerableWithAllEvidenceAtK" + depth, seen);
        }
    }

    private static void describe(ObjectNode source, Made made) {
        source.put("documentsSha256", made.sha256());
        ObjectNode counts = source.putObject("counts");
        counts.put("documents", made.documents().size());
        counts.put("options", made.options().size());
        counts.put(
                "words",
                made.documents().stream()
                        .mapToLong(document -> JavadocDocuments.words(document.text()))
                        .sum());
    }

    private static void write(Path file, ObjectMapper json, ObjectNode root) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        Files.writeString(file, json.writer(printer).writeValueAsString(root) + "\n");
    }
}
