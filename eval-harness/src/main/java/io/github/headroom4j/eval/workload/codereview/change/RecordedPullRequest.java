package io.github.headroom4j.eval.workload.codereview.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A pull request as {@code pull-requests.jsonl} holds it: which files of a release it changes, and where they differ from the
 * release. No source is stored but what was written for the defects. Immutable.
 *
 * @param id unique
 * @param library its name
 * @param title what it says it does
 * @param files paths of the changed files, sorted
 * @param splices what differs from the newer version
 * @param defects what is wrong with it
 * @param buildLog how the log of its build differs from that of the release; not written if it does not
 */
public record RecordedPullRequest(
        String id,
        String library,
        String title,
        List<String> files,
        List<Splice> splices,
        List<RecordedDefect> defects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Splice> buildLog) {

    /**
     * A defect. Lines are those of the files with the pull request.
     *
     * @param category what is wrong
     * @param place where
     * @param evidence what shows it
     */
    public record RecordedDefect(DefectCategory category, Place place, List<Place> evidence) {

        /** Copies the list. */
        public RecordedDefect {
            evidence = List.copyOf(evidence);
        }
    }

    /** Copies the lists. */
    public RecordedPullRequest {
        files = List.copyOf(files);
        splices = List.copyOf(splices);
        defects = List.copyOf(defects);
        buildLog = buildLog == null ? List.of() : List.copyOf(buildLog);
    }

    /**
     * The same under another id.
     *
     * @param other the id
     * @return with it
     */
    public RecordedPullRequest withId(String other) {
        return new RecordedPullRequest(other, library, title, files, splices, defects, buildLog);
    }

    /**
     * The same with what its build printed.
     *
     * @param difference of the log from that of the release
     * @return with it
     */
    public RecordedPullRequest withBuildLog(List<Splice> difference) {
        return new RecordedPullRequest(id, library, title, files, splices, defects, difference);
    }
}
