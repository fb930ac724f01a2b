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

    /** Words before and behind a value or gap that count: names stand before their values. Not characters, of which indentation has more. */
    private static final int BEFORE = 8;

    private static final int BEHIND = 4;

    /** Characters that are looked at for them. */
    private static final int REACH = 300;

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
            Set<String> around = around(answer, gap.start(), gap.end());
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
                Set<String> around = around(text, value.start(), value.start() + value.text().length());
                all.add(new Candidate(value.text(), value.shape(), around));
            }
        }
        return all;
    }

    private Set<String> around(String text, int start, int end) {
        List<String> before = words.of(text.substring(Math.max(0, start - REACH), start));
        List<String> behind = words.of(text.substring(end, Math.min(text.length(), end + REACH)));
        Set<String> around = new HashSet<>(before.subList(Math.max(0, before.size() - BEFORE), before.size()));
        around.addAll(behind.subList(0, Math.min(BEHIND, behind.size())));
        return around;
    }
}
