package io.github.headroom4j.eval.workload.longsession;

import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.workload.codesearch.CodeFollowUps;
import io.github.headroom4j.eval.workload.logtriage.LogFollowUps;
import java.util.List;

/** Hands each follow-up question to the reader of the workload that it comes from. Stateless and thread-safe. */
final class FollowUpReader implements SessionReader {

    /** Tells a question about an incident from one about code. */
    static final String INCIDENT = "Of the incidents seen above: ";

    private final CodeFollowUps code = new CodeFollowUps();
    private final LogFollowUps logs = new LogFollowUps();
    private final LookupPolicy policy = new LookupPolicy();

    @Override
    public List<Lookup> lookups(String question, List<InSight> sight) {
        return policy.lookups(question, asked(question), sight);
    }

    @Override
    public List<String> answer(String question, View sight) {
        return question.startsWith(INCIDENT) ? logs.answer(asked(question), sight) : code.answer(question, sight);
    }

    private static String asked(String question) {
        return question.startsWith(INCIDENT) ? question.substring(INCIDENT.length()) : CodeFollowUps.asked(question);
    }
}
