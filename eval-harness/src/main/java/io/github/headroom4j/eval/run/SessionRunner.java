package io.github.headroom4j.eval.run;

import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.SessionArms;
import io.github.headroom4j.eval.arm.SessionArms.Fitted;
import io.github.headroom4j.eval.cache.Priced;
import io.github.headroom4j.eval.cache.Prompt;
import io.github.headroom4j.eval.cache.ProviderCaches;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.SetF1;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.replay.EvidenceCheck;
import io.github.headroom4j.eval.replay.LongReplay;
import io.github.headroom4j.eval.replay.LongSession;
import io.github.headroom4j.eval.replay.Session;
import io.github.headroom4j.eval.replay.SessionTokens;
import io.github.headroom4j.token.TokenCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Runs long sessions of many turns. Thread-safe if the reader is. */
public final class SessionRunner implements CaseRunner {

    /** Answers are data and no part of history, so that a session costs the same whoever reads it. */
    private static final SessionReader NOBODY = SessionReader.nobody();

    /** No session has more messages. */
    private static final int MAX_SIZE = 1_000;

    private record Chosen(Arm arm, String setting) {}

    private final String workload;
    private final LongReplay replay;
    private final BiPredicate<String, String> matches;
    private final SessionArms arms;
    private final TokenCounter counter;

    /**
     * A runner.
     *
     * @param workload the workload's name
     * @param reader who answers follow-up questions
     * @param matches whether a gold item (first) is named by an answered one (second)
     * @param counter what counts tokens, for the arms and for the results
     */
    public SessionRunner(
            String workload, SessionReader reader, BiPredicate<String, String> matches, TokenCounter counter) {
        this(workload, new LongReplay(reader), matches, counter);
    }

    /**
     * A runner with a replay of one's own.
     *
     * @param workload the workload's name
     * @param replay how sessions are replayed, and who answers
     * @param matches whether a gold item (first) is named by an answered one (second)
     * @param counter what counts tokens, for the arms and for the results
     */
    public SessionRunner(
            String workload, LongReplay replay, BiPredicate<String, String> matches, TokenCounter counter) {
        this.workload = workload;
        this.replay = replay;
        this.matches = matches;
        this.arms = new SessionArms(counter);
        this.counter = counter;
    }

    @Override
    public List<ArmInfo> arms() {
        return arms.about().entrySet().stream()
                .map(arm -> new ArmInfo(arm.getKey(), arm.getValue(), false))
                .toList();
    }

    @Override
    public CaseRun begin(EvalCase evalCase) {
        return new Run(evalCase);
    }

    private final class Run implements CaseRun {

        private final EvalCase evalCase;
        private final Map<String, List<Long>> nanos = new HashMap<>();
        private final Map<String, LongSession> ours = new HashMap<>();

        Run(EvalCase evalCase) {
            this.evalCase = evalCase;
        }

        @Override
        public Map<String, List<Long>> nanos() {
            return nanos;
        }

        @Override
        public CaseResult in(String name) {
            Chosen chosen = choose(name);
            return judge(chosen, session(chosen));
        }

        @Override
        public CaseLook look(String name) {
            Chosen chosen = choose(name);
            LongSession session = session(chosen);
            return new CaseLook(
                    judge(chosen, session),
                    session.session().requests(),
                    SetF1.items(evalCase.gold(), session.session().answer(), matches),
                    EvidenceCheck.each(evalCase, session));
        }

        private LongSession session(Chosen chosen) {
            String name = chosen.arm().name();
            return arms.isOurs(name) ? ours(chosen.arm()) : replay.run(evalCase, chosen.arm());
        }

        private CaseResult judge(Chosen chosen, LongSession session) {
            keepTimes(chosen.arm().name(), session.session());
            Score score = SetF1.score(evalCase.gold(), session.session().answer(), matches);
            List<Prompt> prompts = Prompt.session(session.session().requests(), counter);
            return new CaseResult(
                    Subject.of(workload, evalCase),
                    chosen.arm().name(),
                    score,
                    new SessionTokens(counter).of(session.session()),
                    EvidenceCheck.of(evalCase, session),
                    ProviderCaches.all().stream()
                            .map(cache -> Priced.of(cache, prompts))
                            .toList(),
                    chosen.setting(),
                    null,
                    session.session().log().byType(),
                    Readings.scored(session.session(), score));
        }

        private void keepTimes(String name, Session session) {
            List<Long> times = session.log().nanos();
            if (!times.isEmpty()) {
                nanos.put(name, times);
            }
        }

        private Chosen choose(String name) {
            return arms.fitted().stream()
                    .filter(fitted -> fitted.name().equals(name))
                    .findFirst()
                    .map(this::fit)
                    .orElseGet(() -> new Chosen(arms.plain(name), ""));
        }

        /** From the smallest setting up, as long as the session costs no more than it does in our dearest arm. */
        private Chosen fit(Fitted fitted) {
            double most = arms.ours().stream()
                    .mapToDouble(arm -> cost(ours(arm)))
                    .max()
                    .orElseThrow();
            LongReplay unread = new LongReplay(NOBODY);
            int size = fitted.smallest();
            while (size < MAX_SIZE && cost(unread.run(evalCase, fitted.bySize().apply(size + 1))) <= most) {
                size++;
            }
            return new Chosen(fitted.bySize().apply(size), String.valueOf(size));
        }

        private double cost(LongSession session) {
            return Priced.of(
                            ProviderCaches.PRIMARY,
                            Prompt.session(session.session().requests(), counter))
                    .cost();
        }

        private LongSession ours(Arm arm) {
            LongSession session = ours.get(arm.name());
            if (session == null) {
                session = replay.run(evalCase, arm);
                ours.put(arm.name(), session);
            }
            return session;
        }
    }
}
