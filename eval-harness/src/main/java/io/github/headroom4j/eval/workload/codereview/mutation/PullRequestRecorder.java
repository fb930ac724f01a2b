package io.github.headroom4j.eval.workload.codereview.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.codereview.change.PullRequests;
import io.github.headroom4j.eval.workload.codereview.change.RecordedPullRequest;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import io.github.headroom4j.eval.workload.codereview.change.ReviewManifest;
import io.github.headroom4j.eval.workload.codereview.change.ReviewManifest.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plants the defects anew and records where, after a deliberate change of the libraries, the seed or a mutator. A reviewer sees
 * the change as a diff of the recording. Parsing nine libraries takes minutes; reports are made from the recording.
 */
public final class PullRequestRecorder {

    private PullRequestRecorder() {}

    /**
     * Rewrites the recording, and its hash and the counts in the manifest.
     *
     * @param args the folder that holds {@code manifest.json}
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "expected one argument, the folder of manifest.json, got " + args.length);
        }
        Path dataset = Path.of(args[0]);
        ReviewManifest manifest = ReviewManifest.read(dataset);
        List<List<RecordedPullRequest>> recorded = manifest.libraries().parallelStream()
                .map(library -> record(library, manifest.seed()))
                .toList();
        String text = recorded.stream()
                .flatMap(List::stream)
                .map(one -> line(one) + "\n")
                .collect(Collectors.joining());
        Files.writeString(dataset.resolve(PullRequests.RECORDING), text);
        describe(
                dataset.resolve("manifest.json"),
                text,
                recorded.stream().flatMap(List::stream).toList());
    }

    /** The pull requests of one library. */
    static List<RecordedPullRequest> record(Library library, long seed) {
        return new LibraryRecorder(Release.read(library), seed).record();
    }

    /** As the recording holds it. */
    static String line(RecordedPullRequest recorded) {
        try {
            return new ObjectMapper().writeValueAsString(recorded);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can be written", e);
        }
    }

    private static void describe(Path file, String recording, List<RecordedPullRequest> all) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = (ObjectNode) json.readTree(Files.readString(file));
        root.put("recordingSha256", Sha256.of(recording));
        ObjectNode counts = root.putObject("counts");
        counts.put("pullRequests", all.size());
        counts.put("clean", all.stream().filter(one -> one.defects().isEmpty()).count());
        counts.put(
                "cleanWithDecoy",
                all.stream()
                        .filter(one -> one.defects().isEmpty() && !one.splices().isEmpty())
                        .count());
        ObjectNode defects = counts.putObject("defects");
        all.stream()
                .flatMap(one -> one.defects().stream())
                .collect(Collectors.groupingBy(one -> one.category().label(), TreeMap::new, Collectors.counting()))
                .forEach(defects::put);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        Files.writeString(file, json.writer(printer).writeValueAsString(root) + "\n");
    }
}
