package io.github.headroom4j.eval.run;

import dev.langchain4j.data.message.AiMessage;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.arm.RagArm;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.RagOutcome;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.SquadText;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.replay.PassageEvidence;
import io.github.headroom4j.eval.replay.RagReplay;
import io.github.headroom4j.eval.replay.RagSession;
import io.github.headroom4j.eval.replay.SessionTokens;
import io.github.headroom4j.token.TokenCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs cases with retrieved passages. Thread-safe if the reader and the arms are. */
public final class RagRunner implements CaseRunner {

    private static final RagReplay UNREAD = new RagReplay(view -> AiMessage.from("unread"));

    private final String workload;
    private final RagReplay replay;
    private final TokenCounter counter;
    private final SessionTokens tokens;
    private final RagArm bounding;
    private final Map<String, RagArm> arms = new HashMap<>();
    private final List<ArmInfo> about;

    /**
     * A runner with the usual arms.
     *
     * @param workload the workload's name
     * @param reader who answers
     * @param arms the arms
     * @param counter what counts tokens in the results
     */
    public RagRunner(String workload, PassageReader reader, RagArms arms, TokenCounter counter) {
        this(workload, reader, arms.all(), arms.headroom(), counter);
    }

    /**
     * A runner with arms of one's own.
     *
     * @param workload the workload's name
     * @param reader who answers
     * @param arms the arms in the order of reports, the baseline first
     * @param bounding the arm whose spending bounds the naive ones
     * @param counter what counts tokens in the results
     */
    public RagRunner(String workload, PassageReader reader, List<RagArm> arms, RagArm bounding, TokenCounter counter) {
        this(workload, new RagReplay(reader), arms, bounding, counter);
    }

    /**
     * A runner with the usual arms that a language model reads.
     *
     * @param workload the workload's name
     * @param model who answers
     * @param arms the arms
     * @param counter what counts tokens in the results
     */
    public RagRunner(String workload, ModelReader model, RagArms arms, TokenCounter counter) {
        this(workload, model, arms.all(), arms.headroom(), counter);
    }

    /**
     * A runner with arms of one's own that a language model reads.
     *
     * @param workload the workload's name
     * @param model who answers
     * @param arms the arms in the order of reports, the baseline first
     * @param bounding the arm whose spending bounds the naive ones
     * @param counter what counts tokens in the results
     */
    public RagRunner(String workload, ModelReader model, List<RagArm> arms, RagArm bounding, TokenCounter counter) {
        this(workload, new RagReplay(model), arms, bounding, counter);
    }

    private RagRunner(String workload, RagReplay replay, List<RagArm> arms, RagArm bounding, TokenCounter counter) {
        this.workload = workload;
        this.replay = replay;
        this.counter = counter;
        this.tokens = new SessionTokens(counter);
        this.bounding = bounding;
        arms.forEach(arm -> this.arms.put(arm.name(), arm));
        about = Stream.concat(
                        arms.stream().map(arm -> new ArmInfo(arm.name(), arm.about(), false)),
                        Stream.of(HiddenGold.ARM))
                .toList();
    }

    @Override
    public List<ArmInfo> arms() {
        return about;
    }

    @Override
    public CaseRun begin(EvalCase evalCase) {
        return new Run(evalCase);
    }

    private final class Run implements CaseRun {

        private final EvalCase evalCase;
        private @Nullable RagSession bound;

        Run(EvalCase evalCase) {
            this.evalCase = evalCase;
        }

        @Override
        public CaseResult in(String name) {
            return judge(name, session(name));
        }

        @Override
        public CaseLook look(String name) {
            RagSession session = session(name);
            String answer = String.join(" ", session.session().answer());
            return new CaseLook(
                    judge(name, session),
                    session.session().requests(),
                    SquadText.items(evalCase.gold(), answer),
                    PassageEvidence.each(evalCase, session));
        }

        private RagSession session(String name) {
            if (name.equals(bounding.name())) {
                return bound();
            }
            return name.equals(HiddenGold.NAME)
                    ? replay.run(HiddenGold.in(evalCase), arm(Arms.BASELINE), this::allowance)
                    : replay.run(evalCase, arm(name), this::allowance);
        }

        private RagArm arm(String name) {
            return Objects.requireNonNull(arms.get(name), name);
        }

        private CaseResult judge(String arm, RagSession session) {
            String answer = String.join(" ", session.session().answer());
            Score score = Readings.score(session.session(), SquadText.score(evalCase.gold(), answer));
            return new CaseResult(
                            Subject.of(workload, evalCase),
                            arm,
                            score,
                            tokens.of(session.session()),
                            PassageEvidence.of(evalCase, session),
                            List.of(),
                            "",
                            outcome(session, answer))
                    .withReading(Readings.scored(session.session(), score));
        }

        private RagOutcome outcome(RagSession session, String answer) {
            // What failed is no abstention.
            boolean failed = Readings.hasFailed(session.session());
            return new RagOutcome(
                    evalCase.passages().size(),
                    !evalCase.gold().isEmpty(),
                    !failed && SquadText.exact(evalCase.gold(), answer),
                    failed || !answer.isEmpty(),
                    SquadText.holds(evalCase.gold(), session.seen().text()),
                    session.session().requests().size()
                            - Math.max(1, evalCase.turns().size()),
                    counter.count(session.injected()));
        }

        /** What is left for passages if the whole case may cost what it costs in the bounding arm; every turn sends them again. */
        private int allowance() {
            String least = "x";
            EvalCase bare = evalCase.withPassages(List.of(new RetrievedPassage("x", "", least, 0)));
            RagArm plain = arm(Arms.BASELINE);
            long fixed = tokens.of(UNREAD.run(bare, plain, () -> 0).session()).inputTokens();
            long spent = tokens.of(bound().session()).inputTokens();
            long sent = Math.max(1, evalCase.turns().size());
            return (int) Math.max(0, (spent - fixed) / sent + counter.count(least));
        }

        private RagSession bound() {
            if (bound == null) {
                bound = replay.run(evalCase, bounding, () -> 0);
            }
            return bound;
        }
    }
}
