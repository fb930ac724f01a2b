package io.github.headroom4j.eval.workload.codereview.change;

import java.util.List;

/**
 * A pull request: real changes between two released versions of a library, with planted defects or clean. Immutable.
 *
 * @param id unique, the same on every machine
 * @param library the library's name
 * @param from the version that it changes
 * @param to the version that its changes are taken from
 * @param title what it says it does
 * @param files the changed files, sorted by path
 * @param defects what is wrong with it; empty if it is clean
 * @param tree the project with it
 * @param buildLog what the compiler prints of that project; empty if it was not built
 */
public record PullRequest(
        String id,
        String library,
        String from,
        String to,
        String title,
        List<ChangedFile> files,
        List<PlantedDefect> defects,
        SourceTree tree,
        String buildLog) {

    /** Copies the lists. */
    public PullRequest {
        files = List.copyOf(files);
        defects = List.copyOf(defects);
    }
}
