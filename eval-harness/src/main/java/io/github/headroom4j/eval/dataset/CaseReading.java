package io.github.headroom4j.eval.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a case out of its line in {@link CaseLines}, and says what about it cannot be. */
final class CaseReading {

    private static final Set<String> SPLITS = Set.of("dev", "test");

    private CaseReading() {}

    static EvalCase read(CaseFile line) {
        String split = line.text("split");
        if (!SPLITS.contains(split)) {
            throw line.mistake("split", "must be dev or test, but is " + split);
        }
        List<RetrievedPassage> passages =
                line.objects("passages").stream().map(CaseReading::passage).toList();
        List<RecordedCall> calls = !line.has("calls")
                ? List.of()
                : line.objects("calls").stream()
                        .map(one -> new RecordedCall(one.text("tool"), one.text("arguments"), one.text("result")))
                        .toList();
        List<String> texts = calls.isEmpty()
                ? passages.stream().map(RetrievedPassage::text).toList()
                : calls.stream().map(RecordedCall::result).toList();
        return new EvalCase(
                line.text("id"),
                line.text("cluster"),
                split,
                line.text("tier"),
                line.text("systemPrompt"),
                line.text("question"),
                calls,
                new HashSet<>(line.texts("gold")),
                line.objects("evidence").stream()
                        .map(one -> evidence(one, texts))
                        .toList(),
                line.has("turns")
                        ? line.objects("turns").stream()
                                .map(one -> turn(one, calls.size()))
                                .toList()
                        : List.of(),
                passages);
    }

    private static RetrievedPassage passage(CaseFile one) {
        JsonNode score = one.raw("score");
        if (!score.isNumber() || !Double.isFinite(score.doubleValue())) {
            throw one.mistake("score", "must be a number");
        }
        return new RetrievedPassage(one.text("source"), one.text("title"), one.text("text"), score.doubleValue());
    }

    private static Evidence evidence(CaseFile one, List<String> texts) {
        int at = one.integer("call");
        if (at < 0 || at >= texts.size()) {
            throw one.mistake("call", "is " + at + ", but there are " + texts.size());
        }
        if (!texts.get(at).contains(one.text("text"))) {
            throw one.mistake("text", "does not occur in number " + at);
        }
        return new Evidence(one.text("item"), at, one.text("text"));
    }

    private static Turn turn(CaseFile one, int calls) {
        return new Turn(
                one.text("question"), indices(one, "calls", calls), one.text("reply"), indices(one, "related", calls));
    }

    private static List<Integer> indices(CaseFile one, String field, int calls) {
        List<Integer> indices = new ArrayList<>();
        for (JsonNode index : one.raw(field)) {
            if (!index.canConvertToInt() || index.intValue() < 0 || index.intValue() >= calls) {
                throw one.mistake(field, "must be an array of indices of the " + calls + " calls");
            }
            indices.add(index.intValue());
        }
        return indices;
    }
}
