package io.github.headroom4j.eval.workload.codereview.mutation;

import io.github.headroom4j.eval.workload.codereview.build.LibraryBuild;
import io.github.headroom4j.eval.workload.codereview.build.LibraryBuild.Outcome;
import io.github.headroom4j.eval.workload.codereview.change.BuildLog;
import io.github.headroom4j.eval.workload.codereview.change.PullRequests;
import io.github.headroom4j.eval.workload.codereview.change.RecordedPullRequest;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Builds a release and its pull requests. One whose code differs from the release's is compiled as a whole, as the log of a job would
 * show; one that does not compile is no fair task, as everybody would see that. Not thread-safe.
 */
final class BuildRecorder implements AutoCloseable {

    private final Release release;
    private final LibraryBuild build;
    private final Outcome released;

    BuildRecorder(Release release, Collection<Path> jars) {
        this.release = release;
        build = new LibraryBuild(release.library().javaRelease(), jars);
        released = build.compile(release.tree());
    }

    /** What the build of the release printed; empty if it cannot be built, and then no pull request has a log. */
    Optional<String> log() {
        return released.compiles() ? Optional.of(released.log()) : Optional.empty();
    }

    /** With the log of its build; nothing if the release compiles and this does not. */
    Optional<RecordedPullRequest> built(RecordedPullRequest recorded) {
        if (recorded.splices().isEmpty() || !released.compiles()) {
            return Optional.of(recorded.withBuildLog(List.of()));
        }
        Outcome outcome = build.compile(
                PullRequests.restored(recorded, release, released.log()).tree());
        return outcome.compiles()
                ? Optional.of(recorded.withBuildLog(BuildLog.difference(released.log(), outcome.log())))
                : Optional.empty();
    }

    @Override
    public void close() {
        build.close();
    }
}
