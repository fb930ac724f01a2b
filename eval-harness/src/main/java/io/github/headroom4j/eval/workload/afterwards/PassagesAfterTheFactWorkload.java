package io.github.headroom4j.eval.workload.afterwards;

import io.github.headroom4j.eval.arm.RagArm;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.extractive.SearchingReader;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.RagRunner;
import io.github.headroom4j.eval.workload.PassageWorkload;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two questions of one conversation: passages are retrieved and pruned for the first; the second, another question of the
 * workload, is answered by passages that are already there, and the retriever is not asked again. Only the second answer is
 * judged. Questions are paired if all evidence of the second stands in the passages of the first, and is none of the first's
 * own; each case is used once as first and once as second. Sessions have the cluster of the second.
 *
 * <p>Made on the first call. Thread-safe.
 */
public final class PassagesAfterTheFactWorkload implements Workload {

    private static final String NOTED = "I have looked into it.";

    private static final Set<String> ARMS =
            Set.of("none", "passage-heads", "fewer-passages", "headroom-unretrieved", "headroom");

    private final PassageWorkload source;
    private final String tier;
    private final int perSplit;
    private List<EvalCase> sessions = List.of();

    /**
     * The workload built on another one.
     *
     * @param source where the questions come from
     * @param tier which of its cases, for instance those with ten passages
     * @param perSplit sessions of one split at most
     */
    public PassagesAfterTheFactWorkload(PassageWorkload source, String tier, int perSplit) {
        this.source = source;
        this.tier = tier;
        this.perSplit = perSplit;
    }

    @Override
    public String name() {
        return source.name() + AfterTheFactWorkload.SUFFIX;
    }

    @Override
    public synchronized List<EvalCase> cases() {
        if (sessions.isEmpty()) {
            sessions = make();
        }
        return sessions;
    }

    @Override
    public CaseRunner runner(TokenCounter counter) {
        RagArms arms = new RagArms(counter, source.embeddings());
        return new RagRunner(name(), new SearchingReader(), some(arms), arms.headroom(), counter);
    }

    @Override
    public CaseRunner runner(TokenCounter counter, ModelReader model) {
        RagArms arms = new RagArms(counter, source.embeddings());
        return new RagRunner(name(), model, some(arms), arms.headroom(), counter);
    }

    private static List<RagArm> some(RagArms arms) {
        return arms.all().stream().filter(arm -> ARMS.contains(arm.name())).toList();
    }

    private List<EvalCase> make() {
        List<EvalCase> cases = source.cases().stream()
                .filter(one -> one.tier().equals(tier) && !one.evidence().isEmpty())
                .toList();
        List<EvalCase> made = new ArrayList<>();
        for (String split : List.of("dev", "test")) {
            List<EvalCase> drawn = Sha256.drawn(
                    cases.stream().filter(one -> one.split().equals(split)).toList(), EvalCase::id);
            Set<EvalCase> firsts = new HashSet<>();
            int enough = made.size() + perSplit;
            for (EvalCase second : drawn) {
                if (made.size() < enough) {
                    drawn.stream()
                            .filter(first -> !firsts.contains(first))
                            .flatMap(first -> session(first, second).map(session -> new Pair(first, session)).stream())
                            .findFirst()
                            .ifPresent(pair -> {
                                firsts.add(pair.first());
                                made.add(pair.session());
                            });
                }
            }
        }
        return List.copyOf(made);
    }

    private record Pair(EvalCase first, EvalCase session) {}

    private static Optional<EvalCase> session(EvalCase first, EvalCase second) {
        List<Evidence> evidence = new ArrayList<>();
        for (Evidence piece : second.evidence()) {
            boolean asked =
                    first.evidence().stream().anyMatch(other -> other.text().equals(piece.text()));
            Optional<Integer> passage = asked ? Optional.empty() : passage(first, second, piece);
            if (passage.isEmpty()) {
                return Optional.empty();
            }
            evidence.add(new Evidence(piece.item(), passage.get(), piece.text()));
        }
        return Optional.of(new EvalCase(
                second.id() + "-after-" + first.id(),
                second.cluster(),
                second.split(),
                second.tier(),
                first.systemPrompt(),
                first.question(),
                List.of(),
                second.gold(),
                evidence,
                List.of(Turn.work(first.question(), List.of(), NOTED), Turn.followUp(second.question(), List.of())),
                first.passages()));
    }

    /** The same passage that proves it for the second question. */
    private static Optional<Integer> passage(EvalCase first, EvalCase second, Evidence piece) {
        RetrievedPassage wanted = second.passages().get(piece.call());
        List<RetrievedPassage> passages = first.passages();
        for (int i = 0; i < passages.size(); i++) {
            if (passages.get(i).source().equals(wanted.source())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
