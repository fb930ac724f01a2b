package io.github.headroom4j.eval.workload.codereview;

import io.github.headroom4j.eval.dataset.DeepTasks;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import io.github.headroom4j.eval.workload.codereview.change.PullRequests;
import io.github.headroom4j.eval.workload.codereview.reviewer.CodeReviewReader;
import io.github.headroom4j.eval.workload.codereview.reviewer.ReviewItem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    /**
     * The workload of a data set.
     *
     * @param folder holds {@code manifest.json} and {@code pull-requests.jsonl}, in this project {@code datasets/code-review}
     */
    public CodeReviewWorkload(Path folder) {
        this(() -> PullRequests.of(folder).all());
    }

    CodeReviewWorkload(Supplier<List<PullRequest>> requests) {
        this.requests = requests;
    }

    /** Of all cases, so many show in three runs of four that nothing was lost, if nothing was, and take half a minute in all arms. */
    @Override
    public int standardCases() {
        return 200;
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
    public AnswerFormat answerFormat() {
        return AnswerFormat.items(
                "Put the items into JSON instead of lines. An item is \"path:line category\", for instance"
                        + " src/main/java/org/example/Foo.java:12 off-by-one; name each defect once.");
    }

    @Override
    public boolean matches(String gold, String answered) {
        return ReviewItem.matches(gold, answered);
    }

    /** One task per library, in the order of the libraries, so that each reads its sources once. */
    private static List<EvalCase> make(List<PullRequest> requests) {
        Map<String, ReviewClusters.Place> clusters = ReviewClusters.of(requests);
        Map<String, List<PullRequest>> libraries = requests.stream()
                .collect(Collectors.groupingBy(PullRequest::library, LinkedHashMap::new, Collectors.toList()));
        List<List<EvalCase>> made = DeepTasks.inOrder(
                "the code-review cases",
                libraries.values().stream()
                        .<Callable<List<EvalCase>>>map(library -> () -> make(library, clusters))
                        .toList());
        return made.stream().flatMap(List::stream).toList();
    }

    private static List<EvalCase> make(List<PullRequest> library, Map<String, ReviewClusters.Place> clusters) {
        ReviewCases cases = new ReviewCases(clusters);
        return library.stream().map(cases::of).toList();
    }
}
