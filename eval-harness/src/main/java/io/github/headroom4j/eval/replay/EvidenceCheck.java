package io.github.headroom4j.eval.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.original.OriginalMarker;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of each piece of evidence whether the final request shows it, whether the real retrieve tool returns it for the
 * marker that the request really shows, or whether it is lost.
 */
public final class EvidenceCheck {

    private final EvalCase evalCase;
    private final Session session;
    private final List<ToolExecutionResultMessage> results;
    private final List<Reader.Seen> seen;
    private final Map<String, RecordedCall> calls = new HashMap<>();

    private EvidenceCheck(EvalCase evalCase, Session session, ChatRequest request) {
        this.evalCase = evalCase;
        this.session = session;
        this.results = Sight.results(request);
        this.seen = Sight.seen(request);
        for (int i = 0; i < evalCase.calls().size(); i++) {
            calls.put(RecordedTools.idOf(i), evalCase.calls().get(i));
        }
    }

    /**
     * Classifies the evidence of a case.
     *
     * @param evalCase the case
     * @param session a replay of it
     * @return how many pieces are visible, recoverable, lost
     */
    public static EvidenceCount of(EvalCase evalCase, Session session) {
        return each(evalCase, session).stream().reduce(EvidenceCount.NONE, EvidenceCount::plus);
    }

    /**
     * Classifies each piece of evidence of a case.
     *
     * @param evalCase the case
     * @param session a replay of it
     * @return one count of one per piece, in the order of the case
     */
    public static List<EvidenceCount> each(EvalCase evalCase, Session session) {
        EvidenceCheck check = new EvidenceCheck(evalCase, session, session.finalRequest());
        return evalCase.evidence().stream().map(check::classify).toList();
    }

    /**
     * Classifies the evidence of a long session, each piece by the request in which its question was answered. A piece is
     * also visible in the result of an equal call, and in what was looked up.
     *
     * @param evalCase the case; items of its evidence name their follow-up question
     * @param session a replay of it
     * @return how many pieces are visible, recoverable, lost
     */
    public static EvidenceCount of(EvalCase evalCase, LongSession session) {
        return each(evalCase, session).stream().reduce(EvidenceCount.NONE, EvidenceCount::plus);
    }

    /**
     * Classifies each piece of evidence of a long session by the request in which its question was answered.
     *
     * @param evalCase the case; items of its evidence name their follow-up question
     * @param session a replay of it
     * @return one count of one per piece, in the order of the case; {@link EvidenceCount#NONE} for a piece of no question
     */
    public static List<EvidenceCount> each(EvalCase evalCase, LongSession session) {
        EvidenceCount[] counts = new EvidenceCount[evalCase.evidence().size()];
        Arrays.fill(counts, EvidenceCount.NONE);
        for (int i = 0; i < session.answered().size(); i++) {
            String prefix = Turn.item(i, "");
            EvidenceCheck check = new EvidenceCheck(
                    evalCase, session.session(), session.answered().get(i).request());
            for (int piece = 0; piece < counts.length; piece++) {
                Evidence evidence = evalCase.evidence().get(piece);
                if (evidence.item().startsWith(prefix)) {
                    counts[piece] = check.classify(evidence);
                }
            }
        }
        return List.of(counts);
    }

    private EvidenceCount classify(Evidence evidence) {
        RecordedCall call = evalCase.calls().get(evidence.call());
        boolean visible = false;
        boolean recoverable = false;
        for (int i = 0; i < results.size(); i++) {
            boolean ofCall = call.equals(calls.get(results.get(i).id()));
            boolean lookedUp = results.get(i).toolName().equals(Retrieval.TOOL);
            visible |= (ofCall || lookedUp) && seen.get(i).text().contains(evidence.text());
            recoverable |= ofCall && !visible && isRecoverable(results.get(i).text(), call, evidence);
        }
        return visible
                ? new EvidenceCount(1, 0, 0)
                : recoverable ? new EvidenceCount(0, 1, 0) : new EvidenceCount(0, 0, 1);
    }

    private boolean isRecoverable(String shown, RecordedCall call, Evidence evidence) {
        Optional<String> ref = OriginalMarker.refAtEndOf(shown);
        int line = lineOf(call.result(), evidence.text());
        return ref.isPresent()
                && (returns(Retrieval.arguments(ref.get()).put("lines", line + "-" + line), evidence)
                        // A slice of a very long line is cut; a search in it is not.
                        || returns(
                                Retrieval.arguments(ref.get()).put("grep", Retrieval.literal(evidence.text())),
                                evidence));
    }

    private boolean returns(ObjectNode arguments, Evidence evidence) {
        return Retrieval.read(session, arguments.toString())
                .filter(slice -> slice.contains(evidence.text()))
                .isPresent();
    }

    private static int lineOf(String text, String part) {
        int at = Math.max(0, text.indexOf(part));
        return 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
    }
}
