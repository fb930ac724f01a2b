package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.workload.codesearch.SeenHits.SeenHit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Picks the visible hit whose name, declaration and code share most words with the question. It does not use the search
 * engine's own order or score, so it has to read the hits.
 *
 * <p>The score of a hit depends on the question and on what can be seen of that hit, and on nothing else: there are no
 * document frequencies and no average length, which would change with the number of visible hits. Hiding a hit changes
 * no other hit's score; hiding the one that was answered leaves the answer to the next best, right or wrong.
 *
 * <p>For each word of the question that a field holds: name 3, signature 1.5, declaring type 1, code of the snippet up
 * to 2.2 by BM25's saturation, and half a point each where a visible file or grep line shows it in the method. The sum
 * is multiplied by 1 + the share of the name's words that the question has. The answer is the best hit, and its overloads
 * and namesakes that reach 90 % of its score, since they are often documented alike.
 *
 * <p>Questions about names, which have one right answer by program, are left to {@link TaskReader}. Stateless and
 * thread-safe.
 */
final class CodeSearchReader implements Reader {

    private static final double NAME = 3;
    private static final double SIGNATURE = 1.5;
    private static final double OWNER = 1;
    private static final double ELSEWHERE = 0.5;
    /** BM25's k1 as Lucene has it. */
    private static final double SATURATION = 1.2;

    private static final double NAMESAKE_SHARE = 0.9;

    private final CodeWords words = new CodeWords();

    @Override
    public List<String> answer(String question, List<Seen> seen) {
        return TaskQuestion.of(question)
                .map(task -> TaskReader.answer(task, seen))
                .orElseGet(() -> described(question, seen));
    }

    private List<String> described(String question, List<Seen> seen) {
        Set<String> terms = new LinkedHashSet<>(words.of(Query.sentence(question)));
        SeenSources sources = new SeenSources(seen);
        Map<String, SeenHit> hits = new LinkedHashMap<>();
        for (Seen one : seen) {
            if (one.tool().equals(SessionRecorder.SEARCH)) {
                SeenHits.read(one.text()).forEach(hit -> hits.putIfAbsent(hit.symbol(), hit));
            }
        }
        Map<SeenHit, Double> scores = new LinkedHashMap<>();
        hits.values().forEach(hit -> scores.put(hit, score(terms, hit, sources)));
        return best(scores);
    }

    private static List<String> best(Map<SeenHit, Double> scores) {
        SeenHit best = null;
        double bestScore = 0;
        for (Map.Entry<SeenHit, Double> entry : scores.entrySet()) {
            if (entry.getValue() > bestScore) {
                best = entry.getKey();
                bestScore = entry.getValue();
            }
        }
        List<String> answer = new ArrayList<>();
        for (Map.Entry<SeenHit, Double> entry : scores.entrySet()) {
            SeenHit hit = entry.getKey();
            if (best != null && hit.name().equals(best.name()) && entry.getValue() >= NAMESAKE_SHARE * bestScore) {
                answer.add(hit.symbol());
            }
        }
        return List.copyOf(answer);
    }

    private double score(Set<String> terms, SeenHit hit, SeenSources sources) {
        List<String> name = words.of(hit.name());
        Set<String> owner = new HashSet<>(words.of(hit.simpleOwner()));
        Set<String> signature = new HashSet<>(words.of(hit.signature()));
        List<String> snippet = words.of(hit.snippet());
        Set<String> read = new HashSet<>(words.of(sources.read(hit)));
        Set<String> grepped = new HashSet<>(words.of(sources.grepped(hit)));
        double sum = 0;
        for (String term : terms) {
            int times = Collections.frequency(snippet, term);
            sum += (name.contains(term) ? NAME : 0)
                    + (owner.contains(term) ? OWNER : 0)
                    + (signature.contains(term) ? SIGNATURE : 0)
                    + times * (SATURATION + 1) / (times + SATURATION)
                    + (read.contains(term) ? ELSEWHERE : 0)
                    + (grepped.contains(term) ? ELSEWHERE : 0);
        }
        return sum * (1 + shareAsked(name, terms));
    }

    /** The share of the words of a name that the question has; the analyzer puts the whole name before its parts. */
    private static double shareAsked(List<String> name, Set<String> terms) {
        List<String> parts = name.size() > 1 ? name.subList(1, name.size()) : name;
        return parts.isEmpty()
                ? 0
                : (double) parts.stream().filter(terms::contains).count() / parts.size();
    }
}
