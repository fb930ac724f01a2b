package io.github.headroom4j.eval.workload.longsession;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.InSight;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.original.OriginalMarker;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What an agent looks up before it answers, by a fixed rule. A name of the question that no visible result shows is
 * searched for in the folded results that fit the question best. Where every name is in sight, or there is none, the
 * question's first name is searched for in results of which next to nothing is in sight; if it has no name, these are read
 * again as a whole. Names are words that prose does not have: letters with digits, with signs inside, in camel case. A question
 * that names a tool is about results of that tool. Results fit by BM25 of their visible text, the arguments of their calls,
 * and what the user had said before. The rule knows neither where the answer is nor which episode is meant. Stateless and
 * thread-safe.
 */
final class LookupPolicy {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Calls at a time at most. */
    static final int MAX_LOOKUPS = 3;

    /** Characters, a little more than an outline of 160 tokens has. */
    private static final int BARE_CHARS = 1_000;

    /** Letters; shorter words name nothing. */
    private static final int MIN_NAME = 4;

    /** A call's parameters belong to its name. */
    private static final Pattern WORD = Pattern.compile("[^\\s(]+\\([^()]*\\)\\S*|\\S+");

    private static final Pattern NAME =
            Pattern.compile(".*?(?:\\p{L}[#_.:]\\p{L}|\\p{Ll}\\p{Lu}|\\p{L}[^\\d]*\\d|\\d[^\\p{L}]*\\p{L}).*");
    private static final Pattern AROUND = Pattern.compile("^[\"'(\\[]+|(?:(?<![\"'.,;:?!])|\\G)[\"'.,;:?!]++$");

    /**
     * What to look up.
     *
     * @param question the question as it was asked
     * @param asked what of it says what is wanted
     * @param sight all results in sight
     */
    List<Lookup> lookups(String question, String asked, List<InSight> sight) {
        List<Seen> seen = sight.stream().map(InSight::seen).toList();
        List<String> names = names(asked);
        Optional<String> missing = names.stream()
                .filter(name -> seen.stream().noneMatch(one -> shows(one, name)))
                .findFirst();
        List<InSight> ofNamedTools = sight.stream()
                .filter(one -> question.contains(one.seen().tool()))
                .toList();
        List<InSight> about = ofNamedTools.isEmpty() ? sight : ofNamedTools;
        if (missing.isPresent()) {
            return calls(ranked(asked, about, one -> true), missing.get(), seen);
        }
        // A name that is in sight somewhere need not be where the answer is.
        return calls(ranked(asked, about, LookupPolicy::isBare), names.isEmpty() ? "" : names.get(0), seen);
    }

    private static List<Lookup> calls(List<String> refs, String pattern, List<Seen> seen) {
        return refs.stream()
                .map(ref -> new Lookup(ref, pattern))
                .filter(lookup -> seen.stream().noneMatch(one -> isOf(lookup, one)))
                .limit(MAX_LOOKUPS)
                .toList();
    }

    /** Whether so little of a result is in sight that it tells what was there rather than what it said. */
    private static boolean isBare(Seen one) {
        return one.text().length() <= BARE_CHARS;
    }

    /** The heading of a slice repeats what was looked for, whether it was found or not. */
    private static boolean shows(Seen one, String name) {
        return one.tool().equals(OriginalMarker.RETRIEVE_TOOL)
                ? Slices.lines(one.text()).stream().anyMatch(line -> line.contains(name))
                : one.text().contains(name);
    }

    /** Whether a result is what a lookup returned before, and still says it. */
    private static boolean isOf(Lookup lookup, Seen one) {
        return OriginalMarker.refAtEndOf(one.shown()).isEmpty()
                && one.tool().equals(OriginalMarker.RETRIEVE_TOOL)
                && one.arguments().contains(lookup.ref())
                && grepOf(one).equals(lookup.grep());
    }

    private static String grepOf(Seen lookedUp) {
        try {
            return JSON.readTree(lookedUp.arguments()).path("grep").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    static List<String> names(String question) {
        return WORD.matcher(question)
                .results()
                .map(word -> AROUND.matcher(word.group()).replaceAll(""))
                .filter(bare -> bare.length() >= MIN_NAME && NAME.matcher(bare).matches())
                .toList();
    }

    /** References of folded results, the best fitting first; of equals, the first. */
    private static List<String> ranked(String question, List<InSight> sight, Predicate<Seen> wanted) {
        Map<String, StringBuilder> folded = new LinkedHashMap<>();
        for (InSight one : sight) {
            Seen seen = one.seen();
            if (wanted.test(seen)) {
                OriginalMarker.refAtEndOf(seen.shown())
                        .ifPresent(ref -> folded.computeIfAbsent(ref, any -> new StringBuilder(one.asked()))
                                .append('\n')
                                .append(seen.arguments())
                                .append('\n')
                                .append(seen.text()));
            }
        }
        List<String> refs = List.copyOf(folded.keySet());
        double[] scores = QueryRelevance.to(question).score(List.copyOf(folded.values()));
        return IntStream.range(0, refs.size())
                .boxed()
                .filter(i -> scores[i] > 0)
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .map(refs::get)
                .toList();
    }
}
