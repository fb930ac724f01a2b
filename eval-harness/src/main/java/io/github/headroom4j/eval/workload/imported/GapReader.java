package io.github.headroom4j.eval.workload.imported;

import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.eval.question.Values;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.workload.codesearch.CodeWords;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills the gaps of an answer: into each, the value of its shape that tool results show among words that stand around the gap,
 * too, the nearer the better; of equals the one that was shown last, since agents speak of what they have just read. No value fills
 * two gaps. Results that are folded are read again as a whole where there is the tool for it. Stateless and thread-safe.
 */
final class GapReader implements SessionReader {

    /**
     * Words before and behind a value or gap that count: names stand before their values. Not characters, of which
     * indentation has more.
     */
    private static final int BEFORE = 8;

    private static final int BEHIND = 4;

    /** Characters that are looked at for them. */
    private static final int REACH = 300;

    /** Calls at a time at most. */
    private static final int MAX_LOOKUPS = 3;

    private final CodeWords words = new CodeWords();

    /** A value with the words around it, each with what it weighs. */
    private record Candidate(String value, Values.Shape shape, Map<String, Double> around) {}

    @Override
    public List<Lookup> lookups(String question, List<InSight> sight) {
        List<String> done = sight.stream()
                .map(InSight::seen)
                .filter(one -> one.tool().equals(OriginalMarker.RETRIEVE_TOOL))
                .flatMap(one -> OriginalMarker.refIn(one.arguments()).stream())
                .toList();
        return sight.stream()
                .map(InSight::seen)
                .flatMap(one -> OriginalMarker.refAtEndOf(one.shown()).stream())
                .distinct()
                .filter(ref -> !done.contains(ref))
                .limit(MAX_LOOKUPS)
                .map(ref -> new Lookup(ref, ""))
                .toList();
    }

    @Override
    public List<String> answer(String question, View sight) {
        String answer = Ask.of(question)
                .filter(ask -> ask.kind() == Kind.GAPS)
                .map(Ask::about)
                .orElse("");
        List<Candidate> candidates = candidates(sight);
        Map<Integer, Values.Gap> gaps = new LinkedHashMap<>();
        Values.gaps(answer).forEach(gap -> gaps.putIfAbsent(gap.number(), gap));
        Set<String> used = new HashSet<>();
        List<String> items = new ArrayList<>();
        gaps.forEach((number, gap) -> {
            String best = best(candidates, gap.shape(), around(answer, gap.start(), gap.end()), used);
            if (!best.isEmpty()) {
                used.add(best);
                items.add(Items.value(number, best));
            }
        });
        return items;
    }

    private static String best(
            List<Candidate> candidates, Values.Shape shape, Map<String, Double> around, Set<String> used) {
        String best = "";
        double most = -1;
        for (Candidate one : candidates) {
            double shared = shared(around, one.around());
            if (one.shape() == shape && shared >= most && !used.contains(one.value())) {
                most = shared;
                best = one.value();
            }
        }
        return best;
    }

    private List<Candidate> candidates(View sight) {
        List<Candidate> all = new ArrayList<>();
        for (Seen one :
                Stream.concat(sight.results().stream(), sight.slices().stream()).toList()) {
            String text = one.text();
            for (Values.Value value : Values.in(text)) {
                Map<String, Double> around =
                        around(text, value.start(), value.start() + value.text().length());
                all.add(new Candidate(value.text(), value.shape(), around));
            }
        }
        return all;
    }

    /** The nearest word weighs one, the next a half, and so on. */
    private Map<String, Double> around(String text, int start, int end) {
        List<String> before = words.of(text.substring(Math.max(0, start - REACH), start));
        List<String> behind = words.of(text.substring(end, Math.min(text.length(), end + REACH)));
        Map<String, Double> around = new HashMap<>();
        for (int i = 0; i < Math.min(BEFORE, before.size()); i++) {
            around.merge(before.get(before.size() - 1 - i), 1.0 / (i + 1), Math::max);
        }
        for (int i = 0; i < Math.min(BEHIND, behind.size()); i++) {
            around.merge(behind.get(i), 1.0 / (i + 2), Math::max);
        }
        return around;
    }

    private static double shared(Map<String, Double> one, Map<String, Double> other) {
        double sum = 0;
        for (Map.Entry<String, Double> word : one.entrySet()) {
            sum += word.getValue() * other.getOrDefault(word.getKey(), 0.0);
        }
        return sum;
    }
}
