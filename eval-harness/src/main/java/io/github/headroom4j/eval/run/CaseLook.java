package io.github.headroom4j.eval.run;

import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.ItemMatch;
import java.util.List;

/**
 * One case in one arm, with what its result was counted from. Immutable.
 *
 * @param result what it came to
 * @param requests all requests as the model got them
 * @param items the answer against the gold items: what matched, what was missed, what is wrong
 * @param evidence where each piece of the case's evidence is, in its order; each counts one
 */
public record CaseLook(
        CaseResult result, List<ChatRequest> requests, List<ItemMatch> items, List<EvidenceCount> evidence) {

    /** Copies the lists. */
    public CaseLook {
        requests = List.copyOf(requests);
        items = List.copyOf(items);
        evidence = List.copyOf(evidence);
    }

    /**
     * The request that was answered last.
     *
     * @return the last one
     */
    public ChatRequest finalRequest() {
        return requests.get(requests.size() - 1);
    }
}
