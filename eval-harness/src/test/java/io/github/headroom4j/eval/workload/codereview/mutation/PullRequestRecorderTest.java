package io.github.headroom4j.eval.workload.codereview.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.workload.codereview.change.PullRequests;
import io.github.headroom4j.eval.workload.codereview.change.RecordedPullRequest;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import io.github.headroom4j.eval.workload.codereview.change.ReviewManifest;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import io.github.headroom4j.eval.workload.codereview.mutation.PullRequestRecorder.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;

/** The recording is what the mutators make, checked for the smallest library; all of them take minutes. */
class PullRequestRecorderTest {

    private static final Path DATASET = Path.of("../datasets/code-review");
    private static final String LIBRARY = "commons-io";
    /** Needs nothing to be compiled, and some of its pull requests have logs of their own. */
    private static final String BUILT = "httpcore5";
    /** Builds that are made again; each takes seconds. */
    private static final int BUILDS = 2;

    private static final ReviewManifest MANIFEST = ReviewManifest.read(DATASET);
    private static final Release RELEASE = release(LIBRARY);
    private static final List<RecordedPullRequest> RECORDED = new ArrayList<>();

    @BeforeAll
    static void readRecording() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(DATASET.resolve(PullRequests.RECORDING))) {
            RecordedPullRequest one = json.readValue(line, RecordedPullRequest.class);
            assertThat(PullRequestRecorder.line(one)).isEqualTo(line);
            RECORDED.add(one);
        }
        assertThat(RECORDED).isNotEmpty();
    }

    @Test
    void should_plan_again_what_is_recorded() {
        assertThat(PullRequestRecorder.planned(RELEASE, MANIFEST.seed()))
                .isEqualTo(RECORDED.stream()
                        .filter(one -> one.library().equals(LIBRARY))
                        .map(one -> one.withBuildLog(List.of()))
                        .toList());
    }

    /** Each JDK has its own words. */
    @Test
    @EnabledOnJre(JRE.JAVA_17)
    void should_print_again_what_the_builds_printed() throws IOException {
        List<RecordedPullRequest> some = RECORDED.stream()
                .filter(one -> one.library().equals(BUILT) && !one.buildLog().isEmpty())
                .limit(BUILDS)
                .toList();
        List<RecordedPullRequest> planned =
                some.stream().map(one -> one.withBuildLog(List.of())).toList();

        Recorded again = inEnglish(() -> PullRequestRecorder.built(release(BUILT), planned, List.of()));

        assertThat(some).isNotEmpty();
        assertThat(again.requests()).isEqualTo(some);
        assertThat(again.log())
                .contains(Files.readString(DATASET.resolve(PullRequests.LOGS).resolve(BUILT + ".log")));
    }

    private static Release release(String library) {
        return Release.read(MANIFEST.libraries().stream()
                .filter(one -> one.name().equals(library))
                .findFirst()
                .orElseThrow());
    }

    private static Recorded inEnglish(Supplier<Recorded> recording) {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            return recording.get();
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void should_leave_out_what_does_not_compile() {
        RecordedPullRequest one = RECORDED.stream()
                .filter(request -> request.library().equals(LIBRARY))
                .findFirst()
                .orElseThrow();
        RecordedPullRequest broken = new RecordedPullRequest(
                one.id(),
                one.library(),
                one.title(),
                one.files(),
                List.of(new Splice(one.files().get(0), 0, 0, "no java ")),
                List.of(),
                List.of());

        assertThat(PullRequestRecorder.built(RELEASE, List.of(broken), List.of())
                        .requests())
                .isEmpty();
    }
}
