package io.github.headroom4j.eval.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.reader.Slices;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says of each piece of evidence in retrieved passages whether the request that was answered shows it, in the user's message or
 * in what was read back, whether the real retrieve tool returns it for a marker that the message really shows, or whether
 * it is lost. A piece that several passages hold is visible in any of them.
 */
public final class PassageEvidence {

    private final EvalCase evalCase;
    private final RagSession session;
    private final String joined;
    private final List<String> refs;

    private PassageEvidence(EvalCase evalCase, RagSession session) {
        this.evalCase = evalCase;
        this.session = session;
        this.joined = evalCase.passages().stream().map(RetrievedPassage::text).collect(Collectors.joining("\n\n"));
        this.refs = Retrieval.refsIn(session.injected());
    }

    /**
     * Classifies the evidence of a case.
     *
     * @param evalCase the case
     * @param session a replay of it
     * @return how many pieces are visible, recoverable, lost
     */
    public static EvidenceCount of(EvalCase evalCase, RagSession session) {
        return each(evalCase, session).stream().reduce(EvidenceCount.NONE, EvidenceCount::plus);
    }

    /**
     * Classifies each piece of evidence of a case.
     *
     * @param evalCase the case
     * @param session a replay of it
     * @return one count of one per piece, in the order of the case
     */
    public static List<EvidenceCount> each(EvalCase evalCase, RagSession session) {
        PassageEvidence check = new PassageEvidence(evalCase, session);
        return evalCase.evidence().stream().map(check::classify).toList();
    }

    private EvidenceCount classify(Evidence evidence) {
        String text = evidence.text();
        if (session.injected().contains(text)
                || session.seen().slices().stream().anyMatch(slice -> slice.contains(text))) {
            return new EvidenceCount(1, 0, 0);
        }
        String passage = evalCase.passages().get(evidence.call()).text();
        boolean recoverable =
                refs.stream().anyMatch(ref -> returns(ref, joined, evidence) || returns(ref, passage, evidence));
        return recoverable ? new EvidenceCount(0, 1, 0) : new EvidenceCount(0, 0, 1);
    }

    /** Whether the lines come back in which the evidence stands in a text, of which the reference may be. */
    private boolean returns(String ref, String original, Evidence evidence) {
        int passage = original.equals(joined) ? startOf(evidence.call()) : 0;
        int start = original.indexOf(evidence.text(), passage);
        if (start < 0) {
            return false;
        }
        int first = 1 + newlines(original.substring(0, start));
        int last = first + newlines(evidence.text().stripTrailing());
        ObjectNode lines = Retrieval.arguments(ref).put("lines", first + "-" + last);
        ObjectNode search = Retrieval.arguments(ref).put("grep", Retrieval.literal(firstLine(evidence.text())));
        return List.of(lines, search).stream()
                .map(arguments -> Retrieval.read(session.session(), arguments.toString()))
                .flatMap(Optional::stream)
                .anyMatch(slice -> String.join("\n", Slices.lines(slice)).contains(evidence.text()));
    }

    private int startOf(int passage) {
        return evalCase.passages().subList(0, passage).stream()
                .mapToInt(one -> one.text().length() + 2)
                .sum();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
