package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import io.github.headroom4j.eval.workload.codereview.change.SourceTree;
import io.github.headroom4j.eval.workload.codereview.session.ProjectWords;
import io.github.headroom4j.eval.workload.codereview.session.ReviewSession;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small changes and what the reviewer says of them. */
final class Reviews {

    static final String PATH = "org/example/Sample.java";

    private Reviews() {}

    /** A change of one file in a project of nothing else. */
    static List<String> of(String before, String after) {
        return of(before, after, Map.of());
    }

    /** A change of one file in a project with others. */
    static List<String> of(String before, String after, Map<String, String> others) {
        return new CodeReviewReader().answer("Review it.", seen(pullRequest(before, after, others)));
    }

    /** A change of one file, and what the compiler printed of it. */
    static List<String> ofBuilt(String before, String after, String log) {
        PullRequest one = pullRequest(before, after, Map.of());
        PullRequest built = new PullRequest(
                one.id(),
                one.library(),
                one.from(),
                one.to(),
                one.title(),
                one.files(),
                one.defects(),
                one.tree(),
                log);
        return new CodeReviewReader().answer("Review it.", seen(built));
    }

    static PullRequest pullRequest(String before, String after, Map<String, String> others) {
        SortedMap<String, String> tree = new TreeMap<>(others);
        tree.put(PATH, after);
        ChangedFile file = new ChangedFile(PATH, before, after);
        return new PullRequest(
                "sample-1",
                "sample",
                "1.0",
                "1.1",
                "Change the sample",
                List.of(file),
                List.of(),
                SourceTree.of(tree),
                "");
    }

    static List<Seen> seen(PullRequest request) {
        return ReviewSession.of(request, new ProjectWords()).stream()
                .map(call -> new Seen(call.tool(), call.arguments(), call.result()))
                .toList();
    }

    static String item(int line, String category) {
        return PATH + ":" + line + " " + category;
    }
}
