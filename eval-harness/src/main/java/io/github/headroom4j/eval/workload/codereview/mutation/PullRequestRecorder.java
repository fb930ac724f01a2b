package io.github.headroom4j.eval.workload.codereview.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.codereview.build.LibraryBuild;
import io.github.headroom4j.eval.workload.codereview.change.PullRequests;
import io.github.headroom4j.eval.workload.codereview.change.RecordedPullRequest;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import io.github.headroom4j.eval.workload.codereview.change.ReviewManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plants the defects anew and records where, after a deliberate change of the libraries, the seed or a mutator. A reviewer sees
 * the change as a diff of the recording. Parsing nine libraries takes minutes; reports are made from the recording.
 */
public final class PullRequestRecorder {

    private PullRequestRecorder() {}

    /**
     * Rewrites the recording, the logs of builds, and their hashes and the counts in the manifest.
     *
     * @param args the folder that holds {@code manifest.json}, and one that holds a folder of jars for each library that needs
     *     any to be compiled
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "expected two arguments, the folder of manifest.json and that of jars, got " + args.length);
        }
        // The compiler speaks the language of the machine otherwise.
        Locale.setDefault(Locale.ENGLISH);
        Path dataset = Path.of(args[0]);
        Path jars = Path.of(args[1]);
        ReviewManifest manifest = ReviewManifest.read(dataset);
        List<Recorded> recorded = manifest.libraries().parallelStream()
                .map(Release::read)
                .map(release -> built(
                        release,
                        planned(release, manifest.seed()),
                        LibraryBuild.jars(jars.resolve(release.library().name()))))
                .toList();
        write(dataset, recorded);
    }

    static void write(Path dataset, List<Recorded> recorded) throws IOException {
        Files.createDirectories(dataset.resolve(PullRequests.LOGS));
        for (Recorded library : recorded) {
            Path log = dataset.resolve(PullRequests.LOGS).resolve(library.name() + ".log");
            if (library.log().isPresent()) {
                Files.writeString(log, library.log().get());
            } else {
                Files.deleteIfExists(log);
            }
        }
        String text = recorded.stream()
                .flatMap(library -> library.requests().stream())
                .map(one -> line(one) + "\n")
                .collect(Collectors.joining());
        Files.writeString(dataset.resolve(PullRequests.RECORDING), text);
        describe(dataset.resolve("manifest.json"), text, recorded);
    }

    /** What of one library is written. */
    record Recorded(String name, Optional<String> log, List<RecordedPullRequest> requests) {}

    /** The pull requests of one library before anything is compiled. */
    static List<RecordedPullRequest> planned(Release release, long seed) {
        return new LibraryRecorder(release, seed).record();
    }

    /** Those that compile, with what their builds print. */
    static Recorded built(Release release, List<RecordedPullRequest> planned, List<Path> jars) {
        try (BuildRecorder builds = new BuildRecorder(release, jars)) {
            List<RecordedPullRequest> built =
                    planned.stream().flatMap(one -> builds.built(one).stream()).toList();
            return new Recorded(release.library().name(), builds.log(), built);
        }
    }

    /** As the recording holds it. */
    static String line(RecordedPullRequest recorded) {
        try {
            return new ObjectMapper().writeValueAsString(recorded);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can be written", e);
        }
    }

    private static void describe(Path file, String recording, List<Recorded> libraries) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = (ObjectNode) json.readTree(Files.readString(file));
        root.put("recordingSha256", Sha256.of(recording));
        for (int i = 0; i < libraries.size(); i++) {
            ObjectNode library = (ObjectNode) root.path("libraries").get(i);
            library.remove("buildLogSha256");
            libraries.get(i).log().ifPresent(log -> library.put("buildLogSha256", Sha256.of(log)));
        }
        count(
                root,
                libraries.stream()
                        .flatMap(library -> library.requests().stream())
                        .toList());
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        Files.writeString(file, json.writer(printer).writeValueAsString(root) + "\n");
    }

    private static void count(ObjectNode root, List<RecordedPullRequest> all) {
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
    }
}
