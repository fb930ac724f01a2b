package io.github.headroom4j.eval.workload.afterwards;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.replay.LongReplay;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.LateRunner;
import io.github.headroom4j.eval.workload.LateQuestions;
import io.github.headroom4j.eval.workload.LateQuestions.LateQuestion;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Short sessions made of the cases of another workload: the agent works on the case's question, with which results are
 * compressed, and then the user asks what nobody could foresee. Only these late questions are judged; the first one is its
 * own workload's. Sessions keep the cluster, split and tier of their case.
 *
 * <p>Made on the first call. Thread-safe.
 */
public final class AfterTheFactWorkload implements Workload {

    /** What the names of such workloads end in. */
    static final String SUFFIX = "-after";

    private static final String NOTED = "I have looked into it.";

    private final ToolWorkload source;
    private final LateQuestions questions;
    private final Draw draw;
    private List<EvalCase> sessions = List.of();

    /**
     * The workload built on another one.
     *
     * @param source where the cases come from
     * @param questions what is asked about them afterwards
     * @param draw how many of them become sessions
     */
    public AfterTheFactWorkload(ToolWorkload source, LateQuestions questions, Draw draw) {
        this.source = source;
        this.questions = questions;
        this.draw = draw;
    }

    @Override
    public String name() {
        return source.name() + SUFFIX;
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
        return new LateRunner(name(), new LateReader(questions), counter);
    }

    @Override
    public CaseRunner runner(TokenCounter counter, ModelReader model) {
        AnswerFormat format =
                AnswerFormat.items("Put what the question asks for into JSON: an item is a line, an expression or a"
                        + " number, whole and exactly as it stands in the tools' results, or as it was counted; where a line is shown"
                        + " folded, spell it out.");
        return new LateRunner(name(), new LongReplay(model, question -> format), counter);
    }

    private List<EvalCase> make() {
        List<EvalCase> made = new ArrayList<>();
        for (EvalCase one : draw.of(source.cases())) {
            List<LateQuestion> late = questions.about(one);
            if (!late.isEmpty()) {
                made.add(session(one, late));
            }
        }
        return List.copyOf(made);
    }

    private static EvalCase session(EvalCase one, List<LateQuestion> late) {
        List<Integer> calls = IntStream.range(0, one.calls().size()).boxed().toList();
        List<Turn> turns = new ArrayList<>(List.of(Turn.work(one.question(), calls, NOTED)));
        Set<String> gold = new LinkedHashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < late.size(); i++) {
            int number = i;
            turns.add(Turn.followUp(late.get(i).question(), calls));
            late.get(i).gold().forEach(item -> gold.add(Turn.item(number, item)));
            late.get(i)
                    .evidence()
                    .forEach(piece ->
                            evidence.add(new Evidence(Turn.item(number, piece.item()), piece.call(), piece.text())));
        }
        return new EvalCase(
                one.id(),
                one.cluster(),
                one.split(),
                one.tier(),
                one.systemPrompt(),
                one.question(),
                one.calls(),
                gold,
                evidence,
                turns);
    }
}
