package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns the questions that an incident's file asks beside the one for the root cause into cases: how often something was
 * logged, and which service did not log something. Their answers were computed from the logs. Stateless.
 */
final class FurtherQuestion {

    /** What kinds there are, by what the data call them. */
    static final Set<String> KINDS = Set.of("count", "absence");

    private static final String SYSTEM_PROMPT = """
            You are on call and answer questions about logs.
            Answer with one line: count:<number> if asked how many lines there are, absent:<service> if asked which \
            service has not logged something.""";

    private FurtherQuestion() {}

    /** The cases of an incident beside the one for the root cause; they share its cluster, split and tier. */
    static List<EvalCase> of(Incident incident, EvalCase rootCause) {
        CaseFile file = incident.file();
        List<CaseFile> questions = file.has("questions") ? file.objects("questions") : List.of();
        return questions.stream().map(asked -> of(incident, rootCause, asked)).toList();
    }

    private static EvalCase of(Incident incident, EvalCase rootCause, CaseFile asked) {
        String kind = asked.text("questionKind");
        if (!KINDS.contains(kind)) {
            throw asked.mistake("questionKind", "must be one of " + KINDS + ", but is " + kind);
        }
        List<RecordedCall> calls = IncidentTools.calls(incident, asked);
        CaseFile gold = asked.at("gold");
        String item = kind.equals("count") ? LogItems.count(gold.text("answer")) : LogItems.absent(gold.text("answer"));
        List<Evidence> evidence = new ArrayList<>();
        for (CaseFile entry : gold.objects("evidence")) {
            IncidentCase.addEvidence(evidence, calls, item, incident.goldLine(entry));
        }
        return new EvalCase(
                rootCause.id() + "-" + kind,
                rootCause.cluster(),
                rootCause.split(),
                rootCause.tier(),
                SYSTEM_PROMPT,
                asked.text("question"),
                calls,
                Set.of(item),
                evidence);
    }
}
