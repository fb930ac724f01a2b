package io.github.headroom4j.eval.run;

import io.github.headroom4j.eval.arm.Ablations;
import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.SetF1;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.replay.EvidenceCheck;
import io.github.headroom4j.eval.replay.Replay;
import io.github.headroom4j.eval.replay.Session;
import io.github.headroom4j.eval.replay.SessionTokens;
import io.github.headroom4j.token.TokenCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs sessions of one question and recorded tool calls. Thread-safe if the reader is. */
public final class ToolRunner implements CaseRunner {

    private final String workload;
    private final Replay replay;
    private final BiPredicate<String, String> matches;
    private final SessionTokens tokens;
    private final Arm bounding;
    private final Map<String, Arm> arms = new HashMap<>();
    private final List<ArmInfo> about;

    /**
     * Who answers, and what counts as right. As thread-safe as its parts.
     *
     * @param reader who answers
     * @param matches whether a gold item (first) is named by an answered one (second)
     */
    public record Judge(Reader reader, BiPredicate<String, String> matches) {}

    /**
     * Arms of one's own.
     *
     * @param all the arms in the order of reports, the baseline first
     * @param onlyWhenAsked further arms that run only if an option names them
     * @param bounding the one of them whose spending bounds the naive ones
     */
    public record ArmSet(List<Arm> all, List<Arm> onlyWhenAsked, Arm bounding) {

        /** Copies the lists. */
        public ArmSet {
            all = List.copyOf(all);
            onlyWhenAsked = List.copyOf(onlyWhenAsked);
        }

        private static ArmSet standard(TokenCounter counter) {
            Arms arms = Arms.of(counter);
            return new ArmSet(arms.select(arms.names()), Ablations.of(counter), arms.headroom());
        }
    }

    /**
     * A runner with the usual arms.
     *
     * @param workload the workload's name
     * @param reader who answers
     * @param matches whether a gold item (first) is named by an answered one (second)
     * @param counter what counts tokens, for the arms and for the results
     */
    public ToolRunner(String workload, Reader reader, BiPredicate<String, String> matches, TokenCounter counter) {
        this(workload, new Judge(reader, matches), ArmSet.standard(counter), counter);
    }

    /**
     * A runner with arms of one's own.
     *
     * @param workload the workload's name
     * @param judge who answers, and what counts as right
     * @param armSet the arms
     * @param counter what counts tokens in the results
     */
    public ToolRunner(String workload, Judge judge, ArmSet armSet, TokenCounter counter) {
        this.workload = workload;
        this.replay = new Replay(judge.reader());
        this.matches = judge.matches();
        this.tokens = new SessionTokens(counter);
        this.bounding = armSet.bounding();
        armSet.all().forEach(arm -> arms.put(arm.name(), arm));
        armSet.onlyWhenAsked().forEach(arm -> arms.put(arm.name(), arm));
        about = Stream.of(infos(armSet.all(), false), Stream.of(HiddenGold.ARM), infos(armSet.onlyWhenAsked(), true))
                .flatMap(infos -> infos)
                .toList();
    }

    private static Stream<ArmInfo> infos(List<Arm> arms, boolean onlyWhenAsked) {
        return arms.stream().map(arm -> new ArmInfo(arm.name(), arm.about(), onlyWhenAsked));
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
        private final Map<String, List<Long>> nanos = new HashMap<>();
        private @Nullable Session boundingSession;

        Run(EvalCase evalCase) {
            this.evalCase = evalCase;
        }

        @Override
        public Map<String, List<Long>> nanos() {
            return nanos;
        }

        @Override
        public CaseResult in(String name) {
            return judge(name, session(name));
        }

        @Override
        public CaseLook look(String name) {
            Session session = session(name);
            return new CaseLook(
                    judge(name, session),
                    session.requests(),
                    SetF1.items(evalCase.gold(), session.answer(), matches),
                    EvidenceCheck.each(evalCase, session));
        }

        private CaseResult judge(String name, Session session) {
            keepTimes(name, session);
            Score score = SetF1.score(evalCase.gold(), session.answer(), matches);
            return new CaseResult(
                            Subject.of(workload, evalCase),
                            name,
                            score,
                            tokens.of(session),
                            EvidenceCheck.of(evalCase, session))
                    .withContents(session.log().byType());
        }

        private Session session(String name) {
            if (name.equals(bounding.name())) {
                return boundingSession();
            }
            return name.equals(HiddenGold.NAME)
                    ? replay.run(HiddenGold.in(evalCase), arm(Arms.BASELINE), callId -> 0)
                    : replay(arm(name));
        }

        private void keepTimes(String name, Session session) {
            List<Long> times = session.log().nanos();
            if (!times.isEmpty()) {
                nanos.put(name, times);
            }
        }

        private Session replay(Arm arm) {
            // What the bounding arm spends is found out only if the arm asks.
            Allowances allowances =
                    callId -> tokens.resultsOf(boundingSession()).tokensFor(callId);
            return replay.run(evalCase, arm, allowances);
        }

        private Session boundingSession() {
            if (boundingSession == null) {
                boundingSession = replay.run(evalCase, bounding, callId -> 0);
            }
            return boundingSession;
        }

        private Arm arm(String name) {
            return Objects.requireNonNull(arms.get(name), name);
        }
    }
}
