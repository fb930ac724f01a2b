package io.github.headroom4j.eval.run;

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
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs sessions of one question and recorded tool calls. Thread-safe if the reader is. */
public final class ToolRunner implements CaseRunner {

    private final String workload;
    private final Replay replay;
    private final Replay bounding;
    private final boolean sharing;
    private final BiPredicate<String, String> matches;
    private final SessionTokens tokens;
    private final Map<String, Arm> arms = new HashMap<>();
    private final List<ArmInfo> about;

    /**
     * A runner.
     *
     * @param workload the workload's name
     * @param reader who answers
     * @param matches whether a gold item (first) is named by an answered one (second)
     * @param counter what counts tokens, for the arms and for the results
     */
    public ToolRunner(String workload, Reader reader, BiPredicate<String, String> matches, TokenCounter counter) {
        this(workload, new Replay(reader), Optional.empty(), matches, counter);
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
        this(workload, replay, Optional.of(new Replay((question, seen) -> List.of())), matches, counter);
    }

    private ToolRunner(
            String workload,
            Replay replay,
            Optional<Replay> unread,
            BiPredicate<String, String> matches,
            TokenCounter counter) {
        this.workload = workload;
        this.replay = replay;
        this.bounding = unread.orElse(replay);
        this.sharing = unread.isEmpty();
        this.matches = matches;
        this.tokens = new SessionTokens(counter);
        Arms all = Arms.of(counter);
        List<Arm> known = all.select(all.names());
        known.forEach(arm -> arms.put(arm.name(), arm));
        about = Stream.concat(
                        known.stream().map(arm -> new ArmInfo(arm.name(), arm.about(), false)),
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
        private final Map<String, List<Long>> nanos = new HashMap<>();
        private @Nullable Session bound;

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
            Score score = Readings.score(session, SetF1.score(evalCase.gold(), session.answer(), matches));
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
            if (sharing && name.equals(Arms.HEADROOM)) {
                return bound();
            }
            if (name.equals(HiddenGold.NAME)) {
                return replay.run(HiddenGold.in(evalCase), arm(Arms.BASELINE), callId -> 0);
            }
            // What headroom spends is found out only if the arm asks.
            Allowances allowances = callId -> tokens.resultsOf(bound()).tokensFor(callId);
            return replay.run(evalCase, arm(name), allowances);
        }

        private void keepTimes(String name, Session session) {
            List<Long> times = session.log().nanos();
            if (!times.isEmpty()) {
                nanos.put(name, times);
            }
        }

        private Session bound() {
            if (bound == null) {
                bound = bounding.run(evalCase, arm(Arms.HEADROOM), callId -> 0);
            }
            return bound;
        }

        private Arm arm(String name) {
            return Objects.requireNonNull(arms.get(name), name);
        }
    }
}
