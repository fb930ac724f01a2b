package io.github.headroom4j.eval.sweep;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.arm.RagArm;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.RagOutcome;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.RagRunner;
import io.github.headroom4j.eval.stats.ClusterBootstrap;
import io.github.headroom4j.eval.stats.Observation;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs cases with retrieved passages at many settings of the pruner, and naive ways at the tokens that it spent with each, case by
 * case. Without the retrieve tool: what is shown is all there is, so the curves tell what choosing alone does. Deterministic;
 * as many cases at a time as there are processors.
 */
public final class RagSweep {

    /** Shares of the best sentence's value, from keeping much to keeping little. */
    public static final List<Double> NEAR_THE_BEST = List.of(0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95);

    /** Hard limits on all passages together, from much to little. */
    public static final List<Integer> MAX_TOKENS = List.of(800, 400, 200, 128, 96);

    private final TokenCounter counter;
    private final RagArms arms;
    private final PassageReader reader;

    /**
     * A sweep.
     *
     * @param counter what counts tokens, preferably a cached one
     * @param embeddings what the pruner and the re-ranker measure nearness with
     * @param reader who answers
     */
    public RagSweep(TokenCounter counter, EmbeddingModel embeddings, PassageReader reader) {
        this.counter = counter;
        this.arms = new RagArms(counter, embeddings);
        this.reader = reader;
    }

    /**
     * Runs.
     *
     * @param cases cases with passages, at least one of them with an answer that was retrieved
     * @return points setting by setting, of each the pruner's first; the first point of all is that of all passages
     * @throws IllegalArgumentException if no answer was retrieved
     */
    public List<CurvePoint> run(List<EvalCase> cases) {
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        CaseWork.each(cases, this::measure)
                .forEach(results ->
                        results.forEach(result -> measured.computeIfAbsent(result.key(), key -> new ArrayList<>())
                                .add(result)));
        List<Measured> whole = measured.getOrDefault(key(Arms.BASELINE, ""), List.of());
        return measured.values().stream().map(results -> point(whole, results)).toList();
    }

    private record Measured(String way, String setting, CaseResult result) {

        String key() {
            return RagSweep.key(way, setting);
        }

        RagOutcome rag() {
            return Objects.requireNonNull(result.rag(), "rag");
        }
    }

    private static String key(String way, String setting) {
        return way + "\n" + setting;
    }

    private List<Measured> measure(EvalCase evalCase) {
        List<Measured> results = new ArrayList<>();
        RagArm whole = arms.baseline();
        results.add(new Measured(
                whole.name(),
                "",
                new RagRunner("sweep", reader, List.of(whole), whole, counter)
                        .begin(evalCase)
                        .in(whole.name())));
        NEAR_THE_BEST.forEach(near -> measure(evalCase, arms.nearTheBest(near), "nearTheBest=" + near, results));
        MAX_TOKENS.forEach(most -> measure(evalCase, arms.maxTokens(most), "maxTokens=" + most, results));
        return results;
    }

    private void measure(EvalCase evalCase, RagArm pruning, String setting, List<Measured> results) {
        List<RagArm> ways = new ArrayList<>(List.of(pruning));
        ways.addAll(arms.naive());
        List<RagArm> all = new ArrayList<>(ways);
        all.add(arms.baseline());
        CaseRunner.CaseRun run = new RagRunner("sweep", reader, all, pruning, counter).begin(evalCase);
        ways.forEach(way -> results.add(new Measured(way.name(), setting, run.in(way.name()))));
    }

    private static CurvePoint point(List<Measured> whole, List<Measured> results) {
        List<Observation> shown = new ArrayList<>();
        long before = 0;
        long after = 0;
        int evidence = 0;
        int retrieved = 0;
        double f1 = 0;
        int answerable = 0;
        for (int i = 0; i < results.size(); i++) {
            CaseResult result = results.get(i).result();
            if (whole.get(i).rag().hasAnswer()) {
                shown.add(new Observation(
                        result.subject().cluster(), results.get(i).rag().hasAnswer() ? 1 : 0, 1));
            }
            before += whole.get(i).rag().contextTokens();
            after += results.get(i).rag().contextTokens();
            evidence += result.evidence().visible();
            retrieved += whole.get(i).result().evidence().visible();
            if (whole.get(i).rag().answerable()) {
                f1 += result.f1();
                answerable++;
            }
        }
        if (shown.isEmpty()) {
            throw new IllegalArgumentException(
                    "cases must hold an answer that was retrieved, but none of " + results.size() + " does");
        }
        return new CurvePoint(
                results.get(0).way(),
                results.get(0).setting(),
                before,
                after,
                new ClusterBootstrap(Protocol.standard()).estimate(shown),
                retrieved == 0 ? 1 : (double) evidence / retrieved,
                f1 / answerable);
    }
}
