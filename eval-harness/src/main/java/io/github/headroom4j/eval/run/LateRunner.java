package io.github.headroom4j.eval.run;

import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.arm.LateArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.SetF1;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.replay.EvidenceCheck;
import io.github.headroom4j.eval.replay.LongReplay;
import io.github.headroom4j.eval.replay.LongSession;
import io.github.headroom4j.eval.replay.SessionTokens;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs short sessions of recorded tool calls and late questions. Naive arms may spend in the whole session what headroom
 * spends with all its look-ups. Thread-safe if the reader is.
 */
public final class LateRunner implements CaseRunner {

    /** Cuts fall on line ends, so a first guess may be a line too long. */
    private static final int MAX_CORRECTIONS = 5;

    private final String workload;
    private final LongReplay replay;
    private final LongReplay bounding;
    private final boolean sharing;
    private final SessionTokens tokens;
    private final LateArms arms;

    /**
     * A runner.
     *
     * @param workload the workload's name
     * @param reader who answers late questions
     * @param counter what counts tokens, for the arms and for the results
     */
    public LateRunner(String workload, SessionReader reader, TokenCounter counter) {
        this(workload, new LongReplay(reader), Optional.empty(), counter);
    }

    /**
     * A runner with a replay of one's own. What naive arms spend is found out without asking anybody for an answer; what
     * headroom spends is what it spent with its answers, for look-ups are part of it.
     *
     * @param workload the workload's name
     * @param replay how sessions are replayed, and who answers
     * @param counter what counts tokens, for the arms and for the results
     */
    public LateRunner(String workload, LongReplay replay, TokenCounter counter) {
        this(workload, replay, Optional.of(new LongReplay(SessionReader.nobody())), counter);
    }

    private LateRunner(String workload, LongReplay replay, Optional<LongReplay> unread, TokenCounter counter) {
        this.workload = workload;
        this.replay = replay;
        this.bounding = unread.orElse(replay);
        this.sharing = unread.isEmpty();
        this.tokens = new SessionTokens(counter);
        this.arms = new LateArms(counter);
    }

    @Override
    public List<ArmInfo> arms() {
        return arms.all().stream()
                .map(arm -> new ArmInfo(arm.name(), arm.about(), false))
                .toList();
    }

    @Override
    public CaseRun begin(EvalCase evalCase) {
        return new Run(evalCase);
    }

    private final class Run implements CaseRun {

        private final EvalCase evalCase;
        private @Nullable LongSession headroom;

        Run(EvalCase evalCase) {
            this.evalCase = evalCase;
        }

        @Override
        public CaseResult in(String name) {
            return judge(name, session(name));
        }

        @Override
        public CaseLook look(String name) {
            LongSession session = session(name);
            return new CaseLook(
                    judge(name, session),
                    session.session().requests(),
                    SetF1.items(evalCase.gold(), session.session().answer(), String::equals),
                    EvidenceCheck.each(evalCase, session));
        }

        private LongSession session(String name) {
            if (name.equals(Arms.HEADROOM)) {
                return headroom();
            }
            Arm arm = arms.named(name);
            return arms.isBounded(name) ? bounded(arm) : replay.run(evalCase, arm, callId -> 0);
        }

        private CaseResult judge(String name, LongSession session) {
            Score score = Readings.score(
                    session.session(),
                    SetF1.score(evalCase.gold(), session.session().answer(), String::equals));
            return new CaseResult(
                            Subject.of(workload, evalCase),
                            name,
                            score,
                            tokens.of(session.session()),
                            EvidenceCheck.of(evalCase, session))
                    .withReading(Readings.scored(session.session(), score));
        }

        /**
         * What headroom spends on schema and look-ups beside its results, a naive arm may spend on results: each of them may
         * be longer by the same factor.
         */
        private LongSession bounded(Arm arm) {
            Allowances equal = tokens.resultsOf(headroom().session());
            Allowances allowed = equal;
            LongSession session = bounding.run(evalCase, arm, allowed);
            double sent = Math.max(1, tokens.resultsSent(session.session()));
            double factor = 1 + spare(session) / sent;
            allowed = times(factor, equal);
            session = bounding.run(evalCase, arm, allowed);
            for (int i = 0; i < MAX_CORRECTIONS && spare(session) < 0; i++) {
                factor += spare(session) / sent;
                allowed = times(factor, equal);
                session = bounding.run(evalCase, arm, allowed);
            }
            return sharing ? session : replay.run(evalCase, arm, allowed);
        }

        private long spare(LongSession session) {
            return tokens.of(headroom().session()).inputTokens()
                    - tokens.of(session.session()).inputTokens();
        }

        private static Allowances times(double factor, Allowances equal) {
            return callId -> (int) Math.max(0, factor * equal.tokensFor(callId));
        }

        private LongSession headroom() {
            if (headroom == null) {
                headroom = replay.run(evalCase, arms.named(Arms.HEADROOM), callId -> 0);
            }
            return headroom;
        }
    }
}
