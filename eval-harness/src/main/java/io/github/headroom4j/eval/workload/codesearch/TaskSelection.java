package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.codesearch.TaskQuestion.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the questions about names of one library: of each kind as many as the manifest asks for or the library has, in the
 * order of a seeded hash, and at most two of a kind in one package.
 */
final class TaskSelection {

    private static final int MAX_PER_PACKAGE = 2;

    private final String seed;
    private final Library library;
    private final TaskMaker maker;

    TaskSelection(String seed, Library library, SessionRecorder recorder) {
        this.seed = seed;
        this.library = library;
        this.maker = new TaskMaker(library, recorder);
    }

    List<Task> select() {
        List<Task> selected = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            select(kind, selected);
        }
        return selected;
    }

    private void select(Kind kind, List<Task> selected) {
        int enough = selected.size() + library.spec().tasksPerKind();
        Map<String, Integer> perPackage = new HashMap<>();
        List<String> drawn = Sha256.drawn(
                maker.names(kind),
                name -> String.join("\n", seed, library.spec().coordinates(), kind.name(), name));
        for (String name : drawn) {
            if (selected.size() < enough) {
                maker.make(new TaskQuestion(kind, name), selected.size())
                        .filter(one -> perPackage.merge(one.packageName(), 1, Integer::sum) <= MAX_PER_PACKAGE)
                        .ifPresent(selected::add);
            }
        }
    }
}
