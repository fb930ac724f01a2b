package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.ErrorSignals;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.Segments;
import io.github.headroom4j.compressor.Terms;
import io.github.headroom4j.compressor.search.Hit.Kind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Says how much each hit tells about the query: BM25 of path and text, more for declarations than for uses, less in
 * tests and foreign code, nothing for what another hit says already.
 */
final class HitScorer {

    /** What every hit is worth beside the best match of the query, so that declarations lead where none matches. */
    private static final double FLOOR = 0.02;

    /** How much of the relevance of a documentation comment is that of the declaration below it. */
    private static final double DOCUMENTS = 0.8;

    /** How far a declaration stands below the lines of its documentation, in lines of the file. */
    private static final int DOCUMENTS_WITHIN = 25;

    /** What a declaration is worth beside that if the query holds every part of its name. */
    private static final double NAMED = 1.0;

    /** A line of context is worth less than the match it was printed for. */
    private static final double CONTEXT = 0.5;

    /** Longer lines are data or minified code, and not shown whatever they cost. Characters. */
    private static final int MAX_VITAL_CHARS = 1000;

    /** An identifier on more lines than this, or than a twentieth of them, names a kind. */
    private static final int MIN_NAMED = 3;

    /** A name is rarely declared more often, and overloads say the same. */
    private static final int MAX_DEFINITIONS = 4;

    private final List<Hit> hits;
    private final String query;
    private final QueryRelevance relevance;
    private final double[] scores;
    private final BitSet vital = new BitSet();

    HitScorer(List<Hit> hits, CompressionContext context) {
        this.hits = hits;
        query = context.query();
        relevance = QueryRelevance.to(context);
        scores = new double[hits.size()];
        context.checkDeadline();
        score(nearness());
        context.checkDeadline();
        dropRepetitions();
        markNamed();
    }

    double[] scores() {
        return scores;
    }

    BitSet vital() {
        return vital;
    }

    /** Between 0 and 1. */
    private double[] nearness() {
        double[] near = relevance.score(namedTexts());
        double best = Arrays.stream(near).max().orElse(0);
        if (best > 0) {
            Arrays.setAll(near, i -> near[i] / best);
        }
        return near;
    }

    /** Each hit's text behind the name of its file. */
    private Segments namedTexts() {
        return new Segments() {
            @Override
            public int size() {
                return hits.size();
            }

            @Override
            public void forEachPiece(int index, Consumer<? super CharSequence> action) {
                Hit hit = hits.get(index);
                action.accept(PathNames.NONE.shortName(hit.path()));
                action.accept(hit.text());
            }
        };
    }

    private void score(double[] near) {
        Map<String, Double> places = new HashMap<>();
        double documented = 0;
        int documentedAt = 0;
        String path = "";
        for (int i = 0; i < scores.length; i++) {
            Hit hit = hits.get(i);
            if (!hit.ofFile()) {
                scores[i] = hit.kind() == Kind.RAW ? rawScore(hit, near[i]) : 0;
                continue;
            }
            Role role = Role.of(hit.text());
            if (!hit.path().equals(path) || hit.number() - documentedAt > DOCUMENTS_WITHIN) {
                path = hit.path();
                documented = 0;
            }
            double worth = near[i];
            if (role == Role.COMMENT) {
                documented = Math.max(documented, near[i]);
                documentedAt = hit.number();
            } else if (role == Role.DECLARATION) {
                worth += DOCUMENTS * documented + NAMED * relevance.shareOf(Role.nameBeforeParameters(hit.text()));
                documented = 0;
            }
            double place = places.computeIfAbsent(path, p -> Place.of(p).weight());
            double kind = hit.kind() == Kind.MATCH ? 1 : CONTEXT;
            scores[i] = hit.text().isBlank() ? 0 : (worth + FLOOR) * role.weight() * place * kind;
        }
    }

    private static double rawScore(Hit hit, double near) {
        if (hit.text().isBlank()) {
            return 0;
        }
        return ErrorSignals.speaksOfError(hit.text()) ? 1 : near + FLOOR;
    }

    /** Of lines that differ in numbers and blanks only, the best one speaks for all. */
    private void dropRepetitions() {
        Map<String, Integer> best = new HashMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                String skeleton = skeleton(hits.get(i).text());
                Integer speaker = best.putIfAbsent(skeleton, i);
                if (speaker != null && scores[i] > scores[speaker]) {
                    best.put(skeleton, i);
                    scores[speaker] = 0;
                } else if (speaker != null) {
                    scores[i] = 0;
                }
            }
        }
    }

    private static String skeleton(String text) {
        char[] skeleton = new char[text.length()];
        int length = 0;
        char last = ' ';
        for (int i = 0; i < skeleton.length; i++) {
            char c = text.charAt(i);
            c = HitScanner.isDigit(c) ? '0' : c;
            boolean repeats = c == '0' && last == '0';
            if (!repeats && !Character.isWhitespace(c)) {
                skeleton[length++] = c;
                last = c;
            }
        }
        return new String(skeleton, 0, length);
    }

    /** What the query calls by name: {@code order-4711}, {@code parseDate}. */
    private void markNamed() {
        List<String> texts = hits.stream().map(Hit::text).toList();
        for (int named : relevance.naming(texts)) {
            markVital(named);
        }
        markDefinitions();
        Set<String> names = camelCaseNames();
        if (names.isEmpty()) {
            return;
        }
        BitSet holders = new BitSet();
        BitSet declaring = new BitSet();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0
                    && hits.get(i).ofFile()
                    && Terms.of(texts.get(i)).stream().anyMatch(names::contains)) {
                holders.set(i);
                declaring.set(i, Role.of(texts.get(i)) == Role.DECLARATION);
            }
        }
        int limit = Math.max(MIN_NAMED, scores.length / 20);
        BitSet shown = holders.cardinality() <= limit ? holders : declaring;
        if (shown.cardinality() <= limit) {
            shown.stream().forEach(this::markVital);
        }
    }

    /** The lines that declare a name which the query says as it is spelled, of the code itself first. */
    private void markDefinitions() {
        Set<String> said = words(query);
        IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0 && hits.get(i).ofFile())
                .filter(i -> said.contains(DeclaredName.in(hits.get(i).text())))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .limit(MAX_DEFINITIONS)
                .forEach(this::markVital);
    }

    /** The words of a text that may be names. */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isJavaIdentifierPart(text.charAt(i))) {
                String word = text.substring(start, i);
                if (!Terms.of(word).isEmpty()) {
                    words.add(word);
                }
                start = i + 1;
            }
        }
        return words;
    }

    private void markVital(int hit) {
        if (hits.get(hit).text().length() <= MAX_VITAL_CHARS && scores[hit] > 0) {
            vital.set(hit);
        }
    }

    private Set<String> camelCaseNames() {
        Set<String> names = new HashSet<>();
        int start = 0;
        for (int i = 1; i <= query.length(); i++) {
            boolean inWord = i < query.length() && Character.isJavaIdentifierPart(query.charAt(i));
            if (!inWord) {
                String word = query.substring(start, i).strip();
                if (hasHump(word)) {
                    names.addAll(Terms.of(word).subList(0, 1));
                }
                start = Math.min(i + 1, query.length());
            }
        }
        return names;
    }

    private static boolean hasHump(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
                return !Terms.of(word).isEmpty();
            }
        }
        return false;
    }
}
