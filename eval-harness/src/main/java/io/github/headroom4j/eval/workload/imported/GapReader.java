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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills the gaps of an answer: into each, the value of its shape that tool results show among the most words that stand around the
 * gap, too; of equals the one that was shown last, since agents speak of what they have just read. No value fills two gaps. Results that
 * are folded are read again as a whole where there is the tool for it. Stateless and thread-safe.
 */
final class GapReader implements SessionReader {

    /** Characters on either side of a gap whose words count. */
    private static final int AROUND_GAP = 60;

    /** Characters before and behind a value whose words count: names stand before their values. */
    private static final int BEFORE_VALUE = 80;

    private static final int BEHIND_VALUE = 30;

    /** Calls at a time at most. */
    private static final int MAX_LOOKUPS = 3;

    private final CodeWords words = new CodeWords();

    private record Candidate(String value, Values.Shape shape, Set<String> around) {}

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
            Set<String> around = around(answer, gap);
            String best = "";
            long most = -1;
            for (Candidate one : candidates) {
                long shared = one.around().stream().filter(around::contains).count();
                if (one.shape() == gap.shape() && shared >= most && !used.contains(one.value())) {
                    most = shared;
                    best = one.value();
                }
            }
            if (!best.isEmpty()) {
                used.add(best);
                items.add(Items.value(number, best));
            }
        });
        return items;
    }

    private List<Candidate> candidates(View sight) {
        List<Candidate> all = new ArrayList<>();
        for (Seen one : Stream.concat(sight.results().stream(), sight.slices().stream())
                .toList()) {
            String text = one.text();
            for (Values.Value value : Values.in(text)) {
                int end = value.start() + value.text().length();
                Set<String> around = new HashSet<>(words.of(text.substring(
                                Math.max(0, value.start() - BEFORE_VALUE), value.start())
                        + " " + text.substring(end, Math.min(text.length(), end + BEHIND_VALUE))));
                all.add(new Candidate(value.text(), value.shape(), around));
            }
        }
        return all;
    }

    private Set<String> around(String answer, Values.Gap gap) {
        return new HashSet<>(words.of(answer.substring(Math.max(0, gap.start() - AROUND_GAP), gap.start()) + " "
                + answer.substring(gap.end(), Math.min(answer.length(), gap.end() + AROUND_GAP))));
    }
}
