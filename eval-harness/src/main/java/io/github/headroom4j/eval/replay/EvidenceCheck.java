package io.github.headroom4j.eval.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutionResult;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.original.OriginalMarker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Says of each piece of evidence whether the final request shows it, whether the real retrieve tool returns it for the
 * marker that the request really shows, or whether it is lost. Stateless.
 */
public final class EvidenceCheck {

    private static final String RETRIEVE = "headroom_retrieve";

    private EvidenceCheck() {}

    /**
     * Classifies the evidence of a case.
     *
     * @param evalCase the case
     * @param session a replay of it
     * @return how many pieces are visible, recoverable, lost
     */
    public static EvidenceCount of(EvalCase evalCase, Session session) {
        List<Reader.Seen> seen = Sight.seen(session.finalRequest());
        EvidenceCount count = EvidenceCount.NONE;
        for (Evidence evidence : evalCase.evidence()) {
            if (seen.get(evidence.call()).text().contains(evidence.text())) {
                count = count.plus(new EvidenceCount(1, 0, 0));
            } else if (isRecoverable(evalCase, session, evidence)) {
                count = count.plus(new EvidenceCount(0, 1, 0));
            } else {
                count = count.plus(new EvidenceCount(0, 0, 1));
            }
        }
        return count;
    }

    private static boolean isRecoverable(EvalCase evalCase, Session session, Evidence evidence) {
        String shown =
                Sight.results(session.finalRequest()).get(evidence.call()).text();
        Optional<String> ref = OriginalMarker.refAtEndOf(shown);
        int line = lineOf(evalCase.calls().get(evidence.call()).result(), evidence.text());
        return ref.isPresent()
                && (returns(session, arguments(ref.get()).put("lines", line + "-" + line), evidence)
                        // A slice of a very long line is cut; a search in it is not.
                        || returns(session, arguments(ref.get()).put("grep", literal(evidence.text())), evidence));
    }

    private static ObjectNode arguments(String ref) {
        return JsonNodeFactory.instance.objectNode().put("ref", ref);
    }

    private static String literal(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
    }

    private static boolean returns(Session session, ObjectNode arguments, Evidence evidence) {
        return retrieve(session, arguments.toString())
                .filter(slice -> slice.contains(evidence.text()))
                .isPresent();
    }

    private static Optional<String> retrieve(Session session, String arguments) {
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id("retrieve_0")
                .name(RETRIEVE)
                .arguments(arguments)
                .build();
        InvocationContext context = InvocationContext.builder()
                .invocationId(new UUID(0, 0))
                .chatMemoryId(session.memoryId())
                .invocationParameters(new InvocationParameters())
                .timestamp(Instant.EPOCH)
                .build();
        return session.tools().stream()
                .filter(tool -> tool.name().equals(RETRIEVE))
                .findFirst()
                .map(AiServiceTool::toolExecutor)
                .map(executor -> executor.executeWithContext(request, context))
                .map(ToolExecutionResult::resultText);
    }

    private static int lineOf(String text, String part) {
        int at = Math.max(0, text.indexOf(part));
        return 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
    }
}
