package io.github.headroom4j.eval.replay;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request shows of the results that a follow-up question is about. Which these are is part of the case, so it is
 * the same for all arms; a slice belongs to the call whose result ends in the marker that it was looked up by. Stateless.
 */
final class FollowUpSight {

    private FollowUpSight() {}

    static SessionReader.View of(ChatRequest request, EvalCase evalCase, List<Integer> related) {
        Map<String, RecordedCall> wanted = new HashMap<>();
        related.forEach(
                call -> wanted.put(RecordedTools.idOf(call), evalCase.calls().get(call)));
        List<ToolExecutionResultMessage> results = Sight.results(request);
        Map<String, RecordedCall> originals = originals(results, wanted);
        List<Seen> all = Sight.seen(request);
        List<Seen> seen = new ArrayList<>();
        List<Seen> slices = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (wanted.containsKey(results.get(i).id())) {
                seen.add(all.get(i));
            } else if (results.get(i).toolName().equals(Retrieval.TOOL)) {
                RecordedCall call = originals.get(
                        OriginalMarker.refIn(all.get(i).arguments()).orElse(""));
                if (call != null) {
                    slices.add(
                            new Seen(call.tool(), call.arguments(), all.get(i).text()));
                }
            }
        }
        return new SessionReader.View(seen, slices);
    }

    private static Map<String, RecordedCall> originals(
            List<ToolExecutionResultMessage> results, Map<String, RecordedCall> wanted) {
        Map<String, RecordedCall> originals = new HashMap<>();
        for (ToolExecutionResultMessage result : results) {
            RecordedCall call = wanted.get(result.id());
            if (call != null) {
                OriginalMarker.refAtEndOf(result.text()).ifPresent(ref -> originals.put(ref, call));
            }
        }
        return originals;
    }
}
