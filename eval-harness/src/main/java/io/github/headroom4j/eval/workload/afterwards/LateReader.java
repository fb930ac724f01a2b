package io.github.headroom4j.eval.workload.afterwards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.eval.workload.LateQuestions;
import io.github.headroom4j.original.OriginalMarker;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Answers late questions as an agent would that knows the question, what is shown, and that markers stand for what is not.
 * If what is in sight answers, it looks up nothing, unless the question asks for all or for a number and the result that
 * fits best is folded. Else it searches that result for what the question names, and the next best one if it was not there.
 * A result fits by whether the question names its tool and how many of its call's arguments, then by BM25. Stateless and thread-safe.
 */
final class LateReader implements SessionReader {

    private static final Pattern ASKS_FOR_ALL = Pattern.compile("(?i)\\b(?:how many|which lines|all|every|each)\\b");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Shorter argument values stand in any question. */
    private static final int MIN_VALUE = 3;

    private final LateQuestions questions;

    LateReader(LateQuestions questions) {
        this.questions = questions;
    }

    @Override
    public List<Lookup> lookups(String question, List<InSight> sight) {
        String term = questions.term(question);
        List<Seen> seen = sight.stream().map(InSight::seen).toList();
        if (term.isEmpty() || isTold(question, term, sight)) {
            return List.of();
        }
        String pattern = literal(term);
        return byFit(question, results(seen)).stream()
                .flatMap(result -> OriginalMarker.refAtEndOf(result.shown()).stream())
                .distinct()
                .filter(ref -> slicesOf(ref, seen).stream().noneMatch(slice -> isOf(slice, pattern)))
                .limit(1)
                .map(ref -> new Lookup(ref, pattern))
                .toList();
    }

    @Override
    public List<String> answer(String question, View sight) {
        return questions.answer(question, sight);
    }

    private boolean isTold(String question, String term, List<InSight> sight) {
        if (!ASKS_FOR_ALL.matcher(question).find()) {
            return !questions.answer(question, View.of(sight)).isEmpty();
        }
        List<Seen> seen = sight.stream().map(InSight::seen).toList();
        Optional<String> ref = byFit(question, results(seen)).stream()
                .findFirst()
                .flatMap(best -> OriginalMarker.refAtEndOf(best.shown()));
        return ref.isEmpty()
                || seen.stream()
                        .filter(LateReader::isSlice)
                        .anyMatch(slice -> isOf(slice, literal(term))
                                && !Slices.lines(slice.text()).isEmpty());
    }

    private static List<Seen> byFit(String question, List<Seen> results) {
        double[] scores = QueryRelevance.to(question)
                .score(results.stream()
                        .map(one -> one.arguments() + "\n" + one.text())
                        .toList());
        Comparator<Integer> best = Comparator.<Integer>comparingLong(i -> -repeated(question, results.get(i)))
                .thenComparingDouble(i -> -scores[i]);
        return IntStream.range(0, results.size())
                .boxed()
                .sorted(best)
                .map(results::get)
                .toList();
    }

    private static long repeated(String question, Seen result) {
        long tool = isNamed(result.tool(), question) ? 1 : 0;
        try {
            return tool
                    + JSON.readTree(result.arguments()).properties().stream()
                            .map(argument -> argument.getValue().asText())
                            .filter(value -> value.length() >= MIN_VALUE && isNamed(value, question))
                            .count();
        } catch (JsonProcessingException e) {
            return tool;
        }
    }

    /** As a word of its own: one service's name may be the beginning of another's. */
    private static boolean isNamed(String value, String question) {
        return Pattern.compile("(?<![\\w./-])" + Pattern.quote(value) + "(?![\\w/-])")
                .matcher(question)
                .find();
    }

    private static List<Seen> results(List<Seen> seen) {
        return seen.stream().filter(one -> !isSlice(one)).toList();
    }

    private static List<Seen> slicesOf(String ref, List<Seen> seen) {
        return seen.stream()
                .filter(LateReader::isSlice)
                .filter(slice -> slice.arguments().contains(ref))
                .toList();
    }

    private static boolean isSlice(Seen one) {
        return one.tool().equals(OriginalMarker.RETRIEVE_TOOL);
    }

    /** The heading repeats what was searched for. */
    private static boolean isOf(Seen slice, String pattern) {
        return slice.text().startsWith("[grep /" + pattern + "/");
    }

    private static String literal(String term) {
        return term.replaceAll("[^\\p{L}\\p{N}\\s_-]", "\\\\$0");
    }
}
