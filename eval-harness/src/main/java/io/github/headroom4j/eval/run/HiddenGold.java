package io.github.headroom4j.eval.run;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.run.CaseRunner.ArmInfo;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A control: the case as if what proves an item of the gold set had never been in it. Who answers as well without it as with it
 * does not read what it is given, or is not judged by what it answers.
 */
final class HiddenGold {

    static final String NAME = "mutant";

    /** As reports name it. */
    static final ArmInfo ARM = new ArmInfo(NAME, "as none, but all evidence of one gold item hidden", false);

    /** What stands in its place: no text may become empty. */
    private static final String GONE = "…";

    private HiddenGold() {}

    /**
     * The case without its evidence of one gold item: the first one that has any. Gold answers to passages are one answer in
     * several words, so all their evidence goes.
     *
     * @param evalCase a case
     * @return the same case where nothing is to be hidden
     */
    static EvalCase in(EvalCase evalCase) {
        Predicate<Evidence> hidden = evalCase.passages().isEmpty() ? itemOf(evalCase) : any -> true;
        List<String> texts = evalCase.evidence().stream()
                .filter(hidden)
                .map(Evidence::text)
                .filter(text -> !text.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        if (texts.isEmpty()) {
            return evalCase;
        }
        return evalCase.withCalls(evalCase.calls().stream()
                        .map(call -> new RecordedCall(call.tool(), call.arguments(), without(call.result(), texts)))
                        .toList())
                .withPassages(passages(evalCase, texts));
    }

    private static Predicate<Evidence> itemOf(EvalCase evalCase) {
        String item = evalCase.evidence().stream()
                .map(Evidence::item)
                .min(String::compareTo)
                .orElse("");
        return evidence -> evidence.item().equals(item);
    }

    private static List<RetrievedPassage> passages(EvalCase evalCase, List<String> texts) {
        return evalCase.passages().stream()
                .map(passage -> new RetrievedPassage(
                        passage.source(), passage.title(), without(passage.text(), texts), passage.score()))
                .toList();
    }

    /** Wherever it stands: what is searched for, is found in several results. */
    private static String without(String text, List<String> hidden) {
        String left = text;
        for (String one : hidden) {
            left = left.replace(one, GONE);
        }
        return left;
    }
}
