package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.codesearch.MethodIndex.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws the methods that become cases: eligible methods in the order of a seeded hash, with bounded numbers per file and
 * package, each kept only if its search can be answered.
 */
final class CaseSelection {

    /** Hits of a search; gold beyond it can be found by nobody. */
    static final int MAX_HITS = 100;

    private static final int MIN_BODY_LINES = 4;
    /** Methods that share a sentence; more of them make it boilerplate. */
    private static final int MAX_GOLD = 4;
    /** Cases of one file share most of what is read. */
    private static final int MAX_PER_FILE = 2;
    /** Keeps one large package from being most of a library. */
    private static final int MAX_PER_PACKAGE = 8;

    /**
     * A method that became a case.
     *
     * @param gold the methods that its sentence documents
     * @param sentence the query
     * @param hits what the search returns
     * @param session what the agent reads
     */
    record Selected(List<SourceMethod> gold, String sentence, List<Hit> hits, Session session) {

        /** The best place of a gold method among the hits, from 1. */
        int rank() {
            for (int i = 0; i < hits.size(); i++) {
                if (gold.contains(hits.get(i).method())) {
                    return i + 1;
                }
            }
            throw new IllegalStateException("selected without a gold hit: " + sentence);
        }
    }

    /** What happened to the methods that were considered. */
    static final class Counts {
        int eligible;
        int considered;
        int notInHits;
        int leaking;
    }

    private final String seed;
    private final Library library;
    private final SessionRecorder recorder;
    private final Counts counts = new Counts();
    private final Map<String, Integer> perPlace = new HashMap<>();

    CaseSelection(String seed, Library library, SessionRecorder recorder) {
        this.seed = seed;
        this.library = library;
        this.recorder = recorder;
    }

    Counts counts() {
        return counts;
    }

    /**
     * Draws.
     *
     * @return as many as the manifest asks for
     * @throws DatasetException if the library has fewer
     */
    List<Selected> select() {
        List<Selected> selected = new ArrayList<>();
        Set<List<SourceMethod>> used = new HashSet<>();
        List<SourceMethod> eligible = eligible();
        counts.eligible = eligible.size();
        int wanted = library.spec().cases();
        for (SourceMethod method : eligible) {
            if (selected.size() < wanted && isRoom(method) && used.add(library.documentedBy(sentence(method)))) {
                consider(method, selected);
            }
        }
        if (selected.size() < wanted) {
            throw new DatasetException("library " + library.spec().name() + ": only " + selected.size() + " of "
                    + wanted + " cases can be drawn; lower its cases in the manifest");
        }
        return selected;
    }

    private void consider(SourceMethod method, List<Selected> selected) {
        counts.considered++;
        String sentence = sentence(method);
        List<SourceMethod> gold = library.documentedBy(sentence);
        List<Hit> hits = library.index().search(sentence, MAX_HITS);
        if (!hits.stream().map(Hit::method).toList().containsAll(gold)) {
            counts.notInHits++;
            return;
        }
        Session session = recorder.record(sentence, hits, selected.size());
        if (session.shows(sentence)) {
            counts.leaking++;
            return;
        }
        selected.add(new Selected(gold, sentence, hits, session));
        perPlace.merge(method.file().path(), 1, Integer::sum);
        perPlace.merge(method.packageName(), 1, Integer::sum);
    }

    private boolean isRoom(SourceMethod method) {
        return perPlace.getOrDefault(method.file().path(), 0) < MAX_PER_FILE
                && perPlace.getOrDefault(method.packageName(), 0) < MAX_PER_PACKAGE;
    }

    private List<SourceMethod> eligible() {
        return library.methods().stream()
                .filter(method -> method.sentence() != null && !method.constructor())
                .filter(method -> method.span().bodyLines() >= MIN_BODY_LINES)
                .filter(method -> library.documentedBy(sentence(method)).size() <= MAX_GOLD)
                .filter(method ->
                        library.documentedBy(sentence(method)).stream().allMatch(library::isUnambiguous))
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(this::drawingKey, method -> method, (a, b) -> a, TreeMap::new),
                        drawn -> List.copyOf(drawn.values())));
    }

    private String drawingKey(SourceMethod method) {
        return Sha256.of(seed + "\n" + library.spec().coordinates() + "\n" + method.symbol());
    }

    private static String sentence(SourceMethod method) {
        String sentence = method.sentence();
        if (sentence == null) {
            throw new IllegalArgumentException("method without a sentence: " + method.symbol());
        }
        return sentence;
    }
}
