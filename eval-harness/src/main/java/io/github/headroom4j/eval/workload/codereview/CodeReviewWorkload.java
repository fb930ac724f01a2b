package io.github.headroom4j.eval.workload.codereview;

import io.github.headroom4j.eval.dataset.DeepTasks;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import io.github.headroom4j.eval.workload.codereview.reviewer.CodeReviewReader;
import io.github.headroom4j.eval.workload.codereview.reviewer.ReviewItem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reviews pull requests: real changes of real libraries, with planted defects or without. An answer item is a file, a line and a
 * category, {@code src/Foo.java:12 off-by-one}; it counts if file and category are right and the line is at most 3 off. Whatever is said of a
 * clean pull request is wrong.
 *
 * <p>The cases are made once per instance. Thread-safe.
 */
public final class CodeReviewWorkload implements ToolWorkload {

    private final Supplier<List<PullRequest>> requests;

    @Nullable
    private List<EvalCase> cases;

    CodeReviewWorkload(Supplier<List<PullRequest>> requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "code-review";
    }

    @Override
    public synchronized List<EvalCase> cases() {
        if (cases == null) {
            cases = make(requests.get());
        }
        return cases;
    }

    @Override
    public Reader reader() {
        return new CodeReviewReader();
    }

    @Override
    public boolean matches(String gold, String answered) {
        return ReviewItem.matches(gold, answered);
    }

    private static List<EvalCase> make(List<PullRequest> requests) {
        Map<String, ReviewClusters.Place> clusters = ReviewClusters.of(requests);
        return List.copyOf(DeepTasks.inOrder(
                "the code-review cases",
                requests.stream()
                        .<Callable<EvalCase>>map(request -> () -> ReviewCases.of(request, clusters))
                        .toList()));
    }
}
