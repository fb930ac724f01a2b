package io.github.headroom4j.eval.workload.codereview;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.metric.Repetition;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.DefectEvidence;
import io.github.headroom4j.eval.workload.codereview.change.PlantedDefect;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import io.github.headroom4j.eval.workload.codereview.reviewer.ReviewItem;
import io.github.headroom4j.eval.workload.codereview.session.ProjectWords;
import io.github.headroom4j.eval.workload.codereview.session.ReviewSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes cases of the pull requests of one library. Not thread-safe. */
final class ReviewCases {

    /** About a fifth of all cases lies below the first and a fifth above the second; fixed, not refitted. */
    private static final Repetition TIERS = new Repetition(0.46, 0.56);

    private static final String CATEGORIES =
            Arrays.stream(DefectCategory.values()).map(DefectCategory::label).collect(Collectors.joining(", "));

    private final ProjectWords words = new ProjectWords();
    private final Map<String, ReviewClusters.Place> clusters;

    /**
     * Cases of one library.
     *
     * @param clusters the cluster and split of each pull request by its id
     */
    ReviewCases(Map<String, ReviewClusters.Place> clusters) {
        this.clusters = clusters;
    }

    /** The case of a pull request. */
    EvalCase of(PullRequest request) {
        List<RecordedCall> calls = ReviewSession.of(request, words);
        Set<String> gold = new LinkedHashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (PlantedDefect defect : request.defects()) {
            String item = ReviewItem.of(defect.category(), defect.path(), defect.line());
            gold.add(item);
            for (DefectEvidence piece : defect.evidence()) {
                place(piece, calls).ifPresent(place -> evidence.add(new Evidence(item, place.call(), place.text())));
            }
        }
        ReviewClusters.Place place = clusters.get(request.id());
        if (place == null) {
            throw new IllegalArgumentException("clusters must hold every pull request, but have no " + request.id());
        }
        return new EvalCase(
                request.id(),
                place.cluster(),
                place.split(),
                TIERS.tier(calls.stream().map(RecordedCall::result).toList()),
                "You review pull requests of " + request.library() + " " + request.from()
                        + ". Read the change and whatever code it touches with your tools. Answer only from what they"
                        + " show.",
                question(request),
                calls,
                gold,
                evidence);
    }

    private static String question(PullRequest request) {
        return "Review the open pull request \"" + request.title() + "\". Which defects does it bring? Answer with one"
                + " line for each, \"path:line category\": the path"
                + " as in the diff, the line in the new file (of"
                + " something that was removed, the line now in its"
                + " place), and one of these"
                + " categories: " + CATEGORIES
                + ". Answer nothing if it brings none; improvements and matters of taste are no defects.";
    }

    private record Shown(int call, String text) {}

    /** Where in the session a piece of evidence can be read: the diff first, then files, then what was found. */
    private static Optional<Shown> place(DefectEvidence piece, List<RecordedCall> calls) {
        return inDiff(piece, calls)
                .or(() -> first(calls, ReviewSession.READ, piece.path(), piece.text()))
                .or(() ->
                        first(calls, ReviewSession.SEARCH, "", piece.path() + ":" + piece.line() + ":" + piece.text()));
    }

    private static Optional<Shown> inDiff(DefectEvidence piece, List<RecordedCall> calls) {
        return first(calls, ReviewSession.DIFF, "", "+" + piece.text());
    }

    private static Optional<Shown> first(List<RecordedCall> calls, String tool, String path, String line) {
        for (int i = 0; i < calls.size(); i++) {
            RecordedCall call = calls.get(i);
            boolean asked = call.tool().equals(tool) && call.arguments().contains(path);
            if (asked && ("\n" + call.result() + "\n").contains("\n" + line + "\n") && !line.isBlank()) {
                return Optional.of(new Shown(i, line));
            }
        }
        return Optional.empty();
    }
}
