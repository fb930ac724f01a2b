package io.github.headroom4j.eval.workload.codereview.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.workload.codereview.change.PullRequests;
import io.github.headroom4j.eval.workload.codereview.change.ReviewManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recording is what the mutators make, checked for the smallest library; all of them take minutes. */
class PullRequestRecorderTest {

    private static final Path DATASET = Path.of("../datasets/code-review");

    @Test
    void should_record_again_what_is_recorded() throws IOException {
        ReviewManifest manifest = ReviewManifest.read(DATASET);
        ReviewManifest.Library library = manifest.libraries().stream()
                .filter(one -> one.name().equals("commons-io"))
                .findFirst()
                .orElseThrow();
        List<String> recorded = Files.readString(DATASET.resolve(PullRequests.RECORDING))
                .lines()
                .filter(line -> line.contains("\"library\":\"commons-io\""))
                .toList();

        List<String> again = PullRequestRecorder.record(library, manifest.seed()).stream()
                .map(PullRequestRecorder::line)
                .toList();

        assertThat(recorded).isNotEmpty();
        assertThat(again).isEqualTo(recorded);
    }
}
