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
    private final Judging judging;
    private final SessionTokens tokens;
    private final Arm boundingArm;
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
     * How sessions are replayed.
     *
     * @param replay who answers
     * @param bounding finds out what the bounding arm spends; the same where answers cost nothing
     * @param matches whether a gold item (first) is named by an answered one (second)
     */
    private record Judging(Replay replay, Replay bounding, BiPredicate<String, String> matches) {

        static Judging by(Judge judge) {
            Replay replay = new Replay(judge.reader());
            return new Judging(replay, replay, judge.matches());
        }

        static Judging of(Replay replay, BiPredicate<String, String> matches) {
            return new Judging(replay, new Replay((question, seen) -> List.of()), matches);
        }

        /** Whether the bounding arm's session is also its result. */
        boolean sharing() {
            return bounding == replay;
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
        this(workload, Judging.by(new Judge(reader, matches)), ArmSet.standard(counter), counter);
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
        this(workload, Judging.by(judge), armSet, counter);
    }

    /**
     * A runner with a replay of one's own. What headroom's results cost, which bounds the naive arms, is found out without
     * asking anybody for an answer.
     *
     * @param workload the workload's name
     * @param replay how sessions are replayed, and who answers
     * @param matches whether a gold item (first) is named by an answered one (second)
     * @param counter what counts tokens, for the arms and for the results
     */
    public ToolRunner(String workload, Replay replay, BiPredicate<String, String> matches, TokenCounter counter) {
        this(workload, Judging.of(replay, matches), ArmSet.standard(counter), counter);
    }

    private ToolRunner(String workload, Judging judging, ArmSet armSet, TokenCounter counter) {
        this.workload = workload;
        this.judging = judging;
        this.tokens = new SessionTokens(counter);
        this.boundingArm = armSet.bounding();
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
                    SetF1.items(evalCase.gold(), session.answer(), judging.matches()),
                    EvidenceCheck.each(evalCase, session));
        }

        private CaseResult judge(String name, Session session) {
            keepTimes(name, session);
            Score score = Readings.score(session, SetF1.score(evalCase.gold(), session.answer(), judging.matches()));
            return new CaseResult(
                            Subject.of(workload, evalCase),
                            name,
                            score,
                            tokens.of(session),
                            EvidenceCheck.of(evalCase, session))
                    .withContents(session.log().byType())
                    .withReading(Readings.scored(session, score));
        }

        private Session session(String name) {
            if (judging.sharing() && name.equals(boundingArm.name())) {
                return boundingSession();
            }
            if (name.equals(HiddenGold.NAME)) {
                return judging.replay().run(HiddenGold.in(evalCase), arm(Arms.BASELINE), callId -> 0);
            }
            // What the bounding arm spends is found out only if the arm asks.
            Allowances allowances =
                    callId -> tokens.resultsOf(boundingSession()).tokensFor(callId);
            return judging.replay().run(evalCase, arm(name), allowances);
        }

        private void keepTimes(String name, Session session) {
            List<Long> times = session.log().nanos();
            if (!times.isEmpty()) {
                nanos.put(name, times);
            }
        }

        private Session boundingSession() {
            if (boundingSession == null) {
                boundingSession = judging.bounding().run(evalCase, boundingArm, callId -> 0);
            }
            return boundingSession;
        }

        private Arm arm(String name) {
            return Objects.requireNonNull(arms.get(name), name);
        }
    }
}
