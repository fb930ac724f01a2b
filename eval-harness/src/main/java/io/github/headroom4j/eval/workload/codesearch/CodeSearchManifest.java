package io.github.headroom4j.eval.workload.codesearch;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.codesearch.CaseMaker.Made;
import io.github.headroom4j.eval.workload.codesearch.CaseSelection.Selected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Renews {@code manifest.json} after a deliberate change of the libraries, the seed or the way in which cases are made:
 * hashes and counts are computed, everything else is kept. A reviewer sees the change as a diff of the manifest.
 */
public final class CodeSearchManifest {

    private CodeSearchManifest() {}

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
        ArrayNode libraries = (ArrayNode) root.path("libraries");
        Manifest manifest = Manifest.read(file);
        for (int i = 0; i < libraries.size(); i++) {
            ObjectNode library = (ObjectNode) libraries.get(i);
            library.put(
                    "jarSha256",
                    Sha256.of(Files.readAllBytes(
                            SourceJar.pinned(manifest.libraries().get(i)).locate())));
        }
        write(file, json, root);
        List<Made> made = CodeSearchWorkload.make(Manifest.read(file));
        for (int i = 0; i < libraries.size(); i++) {
            describe((ObjectNode) libraries.get(i), made.get(i));
        }
        write(file, json, root);
    }

    private static void describe(ObjectNode library, Made made) {
        library.put("casesSha256", made.sha256());
        if (library.has("tasksPerKind")) {
            library.put("tasksSha256", made.tasksSha256());
        }
        ObjectNode counts = library.putObject("counts");
        counts.put("eligible", made.counts().eligible);
        counts.put("considered", made.counts().considered);
        counts.put("droppedGoldNotInHits", made.counts().notInHits);
        counts.put("droppedSentenceShown", made.counts().leaking);
        counts.put(
                "clusters",
                made.cases().stream().map(EvalCase::cluster).distinct().count());
        counts.put(
                "goldItems",
                made.cases().stream().mapToInt(one -> one.gold().size()).sum());
        if (library.has("tasksPerKind")) {
            counts.put("tasks", made.tasks().size());
        }
        counts.put("rank1", atMost(made, 1));
        counts.put("rankTop3", atMost(made, 3));
        counts.put("rankTop10", atMost(made, 10));
    }

    private static long atMost(Made made, int rank) {
        return made.selected().stream()
                .mapToInt(Selected::rank)
                .filter(found -> found <= rank)
                .count();
    }

    private static void write(Path file, ObjectMapper json, ObjectNode root) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        Files.writeString(file, json.writer(printer).writeValueAsString(root) + "\n");
    }
}
