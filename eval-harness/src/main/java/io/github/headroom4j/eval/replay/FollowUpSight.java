package io.github.headroom4j.eval.replay;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Map<String, String> originals = originals(results, wanted.keySet());
        List<Seen> all = Sight.seen(request);
        Map<String, Seen> seen = new LinkedHashMap<>();
        List<Seen> slices = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            String id = results.get(i).id();
            if (wanted.containsKey(id)) {
                seen.put(id, all.get(i));
            } else if (results.get(i).toolName().equals(Retrieval.TOOL)) {
                String shown = all.get(i).shown();
                String of = originals.get(
                        OriginalMarker.refIn(all.get(i).arguments()).orElse(""));
                RecordedCall call = of == null ? null : wanted.get(of);
                if (of != null && call != null) {
                    Slices.whole(shown)
                            .ifPresentOrElse(
                                    whole -> seen.put(
                                            of, new Seen(call.tool(), call.arguments(), Notation.expand(whole), whole)),
                                    () -> slices.add(new Seen(call.tool(), call.arguments(), shown)));
                }
            }
        }
        return new SessionReader.View(List.copyOf(seen.values()), slices);
    }

    /** The ids of the results whose marker names each original. */
    private static Map<String, String> originals(List<ToolExecutionResultMessage> results, Set<String> wanted) {
        Map<String, String> originals = new HashMap<>();
        for (ToolExecutionResultMessage result : results) {
            if (wanted.contains(result.id())) {
                OriginalMarker.refAtEndOf(result.text()).ifPresent(ref -> originals.put(ref, result.id()));
            }
        }
        return originals;
    }
}
