package io.github.headroom4j.eval.workload.codereview.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.codereview.change.RecordedPullRequest.RecordedDefect;
import io.github.headroom4j.eval.workload.codereview.change.ReviewManifest.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * All pull requests of the data set: the releases that Maven resolves, with the recorded splices. Immutable and thread-safe.
 */
public final class PullRequests {

    /** Beside the manifest. */
    public static final String RECORDING = "pull-requests.jsonl";

    /** Beside the manifest: what the builds of the releases printed, a file for each library. */
    public static final String LOGS = "build-logs";

    private final List<PullRequest> all;

    private PullRequests(List<PullRequest> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads manifest, recording and jars.
     *
     * @param dataset the folder of {@code manifest.json}, {@code pull-requests.jsonl} and the logs of builds
     * @return its pull requests
     * @throws DatasetException if one of them is missing or another one than the manifest pins
     */
    public static PullRequests of(Path dataset) {
        ReviewManifest manifest = ReviewManifest.read(dataset);
        List<RecordedPullRequest> recorded = recorded(dataset.resolve(RECORDING), manifest);
        List<PullRequest> all = new ArrayList<>();
        for (Library library : manifest.libraries()) {
            Release release = Release.read(library);
            String log = buildLog(dataset, library);
            recorded.stream()
                    .filter(one -> one.library().equals(library.name()))
                    .forEach(one -> all.add(restored(one, release, log)));
        }
        return new PullRequests(all);
    }

    /**
     * All of them.
     *
     * @return by library in the manifest's order, then by id
     */
    public List<PullRequest> all() {
        return all;
    }

    /**
     * Makes the pull request that a record describes.
     *
     * @param recorded the record
     * @param release of its library
     * @param buildLog what the build of the release printed
     * @return with the texts of the release
     */
    public static PullRequest restored(RecordedPullRequest recorded, Release release, String buildLog) {
        SortedMap<String, String> base = release.after();
        List<ChangedFile> files = new ArrayList<>();
        Map<String, String> changed = new HashMap<>();
        for (String path : recorded.files()) {
            String after = Splice.apply(text(path, base), recorded.splices(), path);
            files.add(new ChangedFile(path, release.before().getOrDefault(path, ""), after));
            changed.put(path, after);
        }
        SourceTree tree = new OverlaidTree(base, changed);
        List<PlantedDefect> defects =
                recorded.defects().stream().map(defect -> planted(defect, tree)).toList();
        Library library = release.library();
        return new PullRequest(
                recorded.id(),
                library.name(),
                library.from(),
                library.to(),
                recorded.title(),
                files,
                defects,
                tree,
                BuildLog.restored(buildLog, recorded.buildLog()));
    }

    private static PlantedDefect planted(RecordedDefect defect, SourceTree tree) {
        List<DefectEvidence> evidence = defect.evidence().stream()
                .map(place -> new DefectEvidence(place.path(), place.line(), line(tree.text(place.path()), place)))
                .toList();
        return new PlantedDefect(
                defect.category(), defect.place().path(), defect.place().line(), evidence);
    }

    private static String line(String text, Place place) {
        return text.lines()
                .skip(place.line() - 1L)
                .findFirst()
                .orElseThrow(() -> new DatasetException("recorded evidence lies outside its file: " + place));
    }

    private static String text(String path, SortedMap<String, String> base) {
        String text = base.get(path);
        if (text == null) {
            throw new DatasetException("recorded file is not in its release: " + path);
        }
        return text;
    }

    private static String buildLog(Path dataset, Library library) {
        String sha256 = library.buildLogSha256();
        return sha256 == null ? "" : text(dataset.resolve(LOGS).resolve(library.name() + ".log"), sha256);
    }

    private static List<RecordedPullRequest> recorded(Path file, ReviewManifest manifest) {
        return parsed(text(file, manifest.recordingSha256()), file);
    }

    private static String text(Path file, String sha256) {
        try {
            String text = Files.readString(file);
            String actual = Sha256.of(text);
            if (!actual.equals(sha256)) {
                throw new DatasetException(file + ": sha256 is " + actual + ", the manifest has " + sha256);
            }
            return text;
        } catch (IOException e) {
            throw new DatasetException(file + ": cannot be read", e);
        }
    }

    private static List<RecordedPullRequest> parsed(String text, Path file) {
        ObjectMapper json = new ObjectMapper();
        List<RecordedPullRequest> recorded = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try {
                recorded.add(json.readValue(line, RecordedPullRequest.class));
            } catch (JsonProcessingException e) {
                throw new DatasetException(file + ", line " + (recorded.size() + 1) + ": " + e.getOriginalMessage(), e);
            }
        }
        return recorded;
    }
}
