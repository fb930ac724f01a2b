package io.github.headroom4j.eval;

import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.SetF1;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.replay.EvidenceCheck;
import io.github.headroom4j.eval.replay.Replay;
import io.github.headroom4j.eval.replay.Session;
import io.github.headroom4j.eval.replay.SessionTokens;
import io.github.headroom4j.eval.workload.Workload;
import org.jspecify.annotations.Nullable;

/** One case in all arms. For one thread. */
final class CaseRun {

    private final Workload workload;
    private final EvalCase evalCase;
    private final Arm headroom;
    private final SessionTokens tokens;
    private final Replay replay;
    private @Nullable Session headroomSession;

    CaseRun(Workload workload, EvalCase evalCase, Arms arms, SessionTokens tokens) {
        this.workload = workload;
        this.evalCase = evalCase;
        this.headroom = arms.headroom();
        this.tokens = tokens;
        this.replay = new Replay(workload.reader());
    }

    CaseResult run(Arm arm) {
        try {
            return judge(arm, arm.name().equals(Arms.HEADROOM) ? headroomSession() : replay(arm));
        } catch (RuntimeException e) {
            throw new EvalException(
                    "case " + evalCase.id() + " of " + workload.name() + " failed in arm " + arm.name() + ": " + e, e);
        }
    }

    private CaseResult judge(Arm arm, Session session) {
        Score score = SetF1.score(evalCase.gold(), session.answer(), workload::matches);
        return new CaseResult(
                Subject.of(workload.name(), evalCase),
                arm.name(),
                score,
                tokens.of(session),
                EvidenceCheck.of(evalCase, session));
    }

    private Session replay(Arm arm) {
        // What headroom spends is found out only if the arm asks.
        Allowances allowances = callId -> tokens.resultsOf(headroomSession()).tokensFor(callId);
        return replay.run(evalCase, arm, allowances);
    }

    private Session headroomSession() {
        if (headroomSession == null) {
            headroomSession = replay.run(evalCase, headroom, callId -> 0);
        }
        return headroomSession;
    }
}
