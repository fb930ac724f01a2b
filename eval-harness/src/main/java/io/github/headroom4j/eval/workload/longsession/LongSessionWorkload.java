package io.github.headroom4j.eval.workload.longsession;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.replay.LongReplay;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.SessionRunner;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Long sessions, made of cases of log triage and of code search: two incidents and eight searches one after the other in
 * one chat memory, files read again in between, and at the end questions about what was seen long ago. No case is in two
 * sessions. Sessions whose cases share a cluster of their own workload are one cluster.
 *
 * <p>Made on the first call, which makes the cases of code search too. Thread-safe.
 */
public final class LongSessionWorkload implements Workload {

    private static final String NAME = "long-session";

    /** Of each split; a session is as long as dozens of incidents. The incidents are taken from all systems. */
    private static final int MOST_SESSIONS = 12;

    private static final AnswerFormat CODE =
            AnswerFormat.items("An item is a symbol exactly as search_code printed it, for instance"
                    + " org.example.Parser#parse(String, int); where lines are asked for, it is first-last.");

    private final ToolWorkload incidents;
    private final ToolWorkload searches;
    private List<EvalCase> sessions = List.of();

    /**
     * The workload built on two others.
     *
     * @param incidents log triage
     * @param searches code search
     */
    public LongSessionWorkload(ToolWorkload incidents, ToolWorkload searches) {
        this.incidents = incidents;
        this.searches = searches;
    }

    @Override
    public String name() {
        return NAME;
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
        return new SessionRunner(NAME, new FollowUpReader(), this::matches, counter);
    }

    @Override
    public CaseRunner runner(TokenCounter counter, ModelReader model) {
        AnswerFormat incident = incidents.answerFormat();
        LongReplay replay =
                new LongReplay(model, question -> question.startsWith(FollowUpReader.INCIDENT) ? incident : CODE);
        return new SessionRunner(NAME, replay, this::matches, counter);
    }

    /** Items must be of the same question; then the workload that it comes from decides. */
    boolean matches(String gold, String answered) {
        int goldEnd = gold.indexOf('/');
        int answeredEnd = answered.indexOf('/');
        return gold.substring(0, goldEnd).equals(answered.substring(0, answeredEnd))
                && incidents.matches(gold.substring(goldEnd + 1), answered.substring(answeredEnd + 1));
    }

    private List<EvalCase> make() {
        List<EvalCase> made = new ArrayList<>();
        List<List<String>> clusters = new ArrayList<>();
        for (String split : List.of("dev", "test")) {
            List<List<EvalCase>> logs = Deal.pairs(of(incidents, split));
            List<List<EvalCase>> code = Deal.groups(of(searches, split), SessionMaker.SEARCHES);
            int count = Math.min(Math.min(logs.size(), code.size()), MOST_SESSIONS);
            for (int i = 0; i < count; i++) {
                List<EvalCase> first = logs.get(i * logs.size() / count);
                List<EvalCase> second = code.get(i);
                String id = String.format(Locale.ROOT, "%s-%02d", split, i);
                made.add(new SessionMaker(first, second).make(id, split));
                clusters.add(Stream.concat(first.stream(), second.stream())
                        .map(EvalCase::cluster)
                        .distinct()
                        .toList());
            }
        }
        return Deal.withClusters(made, clusters);
    }

    private static List<EvalCase> of(Workload workload, String split) {
        return workload.cases().stream()
                .filter(one -> one.split().equals(split))
                .toList();
    }
}
