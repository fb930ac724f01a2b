package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Terms;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the declarations that stay whole: those that the query points at, then those that it is about. */
final class Focus {

    /** A body less relevant than this share of the most relevant one is not what the query is about. */
    private static final double NEAR_THE_BEST = 0.8;

    /** What a name counts that the query has all words of, against 1 for the most relevant text. */
    private static final double NAMED = 0.5;

    /** The share of a file that guesses may take, beside the best one. */
    private static final double GUESSED_SHARE = 0.12;

    /** Tokens that guesses may take in any file: a short method or two. */
    private static final int GUESSED_TOKENS = 150;

    /** As code goes; only for a share. */
    private static final double CHARS_PER_TOKEN = 4;

    /** A name that more declarations bear points at none of them. */
    private static final int MAX_NAMESAKES = 12;

    /** How often a declaration's own name counts, against once for each word of its body. */
    private static final int NAME_WEIGHT = 3;

    private final SourceText source;
    private final List<Declaration> declarations;
    private final CompressionContext context;
    private final QueryFocus query;

    Focus(SourceText source, FileOutline outline, CompressionContext context) {
        this.source = source;
        this.declarations = outline.declarations();
        this.context = context;
        query = QueryFocus.of(context.query());
    }

    /**
     * How much of each declaration is shown.
     *
     * @param whole those that stay whole
     * @param far those whose names say enough
     */
    record Chosen(BitSet whole, BitSet far) {}

    Chosen choose(TokenBudget budget) {
        BitSet vital = new BitSet();
        addPlaces(vital);
        addNames(vital);
        double[] found = relevance();
        double[] scores = nearTheBest(found);
        int[] costs = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0 || vital.get(i)) {
                Span whole = declarations.get(i).whole();
                costs[i] = context.counter().count(source.text().substring(whole.start(), whole.end()));
            }
        }
        BitSet whole = SegmentSelector.choose(
                new Candidates(scores, costs, vital), budget.bounded() ? budget : affordable(scores, costs, vital));
        return new Chosen(whole, far(found, whole));
    }

    /**
     * What is not near the best, but for values. Nothing where there is no best, since then the outline is what is wanted, and where the query
     * points at places: who looks at a change or a failure wants to see what is around it.
     */
    private BitSet far(double[] found, BitSet whole) {
        BitSet far = new BitSet();
        double best = Arrays.stream(found).max().orElse(0);
        if (best == 0 || !query.places().isEmpty() || !context.changes().isEmpty()) {
            return far;
        }
        Set<String> used = words(whole);
        for (int i = 0; i < found.length; i++) {
            far.set(i, !whole.get(i) && found[i] < best * NEAR_THE_BEST && !explains(declarations.get(i), used));
        }
        return far;
    }

    /** Whether a field or constant has a value, which may be wanted by who reads another file, or is used by what is shown. */
    private boolean explains(Declaration declaration, Set<String> used) {
        Span header = declaration.header();
        boolean hasValue = source.text().substring(header.start(), header.end()).indexOf('=') >= 0;
        return declaration.kind() == Declaration.Kind.VALUE && (hasValue || used.contains(declaration.name()));
    }

    /** The words of what stays whole, which its fields and constants explain. */
    private Set<String> words(BitSet whole) {
        return whole.stream()
                .mapToObj(declarations::get)
                .filter(declaration -> declaration.kind() != Declaration.Kind.TYPE)
                .flatMap(declaration -> declaration.words(source.text()).stream())
                .collect(Collectors.toSet());
    }

    /** Without a budget: what the query points at, the best guess, and more guesses while they cost little. */
    private TokenBudget affordable(double[] scores, int[] costs, BitSet vital) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        int cheap = Math.max(GUESSED_TOKENS, (int) (source.text().length() / CHARS_PER_TOKEN * GUESSED_SHARE));
        int guess = vital.isEmpty() && scores.length > 0 && scores[best] > 0 ? costs[best] : 0;
        int pointed = vital.stream().map(i -> costs[i]).sum();
        return TokenBudget.tokens(Math.max(1, pointed + Math.max(guess, cheap)));
    }

    private void addPlaces(BitSet vital) {
        addPlaces(query.places(), vital);
        BitSet changed = new BitSet();
        addPlaces(QueryFocus.of(context.changes()).places(), changed);
        vital.or(changed);
        vital.or(new Related(source, declarations).to(changed));
    }

    private void addPlaces(List<QueryFocus.Place> places, BitSet vital) {
        for (QueryFocus.Place place : places) {
            int first = place.first() - 1;
            if (first < source.lines() && mayBe(place.file())) {
                int last = Math.min(source.lines(), place.last()) - 1;
                addOverlapping(source.start(first), source.end(Math.max(first, last)), vital);
            }
        }
    }

    private void addOverlapping(int start, int end, BitSet vital) {
        for (int i = 0; i < declarations.size(); i++) {
            Declaration declaration = declarations.get(i);
            boolean folds = declaration.kind() != Declaration.Kind.TYPE
                    || !declaration.body().isEmpty();
            if (folds
                    && declaration.whole().start() <= end
                    && start < declaration.whole().end()) {
                vital.set(i);
            }
        }
    }

    /** A text does not say which file it is; in a file of classes one of them often bears the file's name. */
    private boolean mayBe(String file) {
        String stem = SourceFiles.stem(file);
        boolean named = declarations.stream()
                .anyMatch(declaration -> declaration.kind() == Declaration.Kind.TYPE
                        && declaration.owner().isEmpty()
                        && declaration.name().equals(stem));
        return named || !SourceFiles.extension(file).equals("java");
    }

    private void addNames(BitSet vital) {
        for (QueryFocus.Name name : query.names()) {
            BitSet bearers = new BitSet();
            BitSet owned = new BitSet();
            for (int i = 0; i < declarations.size(); i++) {
                Declaration declaration = declarations.get(i);
                if (bears(declaration, name)) {
                    bearers.set(i);
                    owned.set(i, lastOf(declaration.owner()).equals(name.owner()));
                }
            }
            BitSet meant = owned.isEmpty() ? bearers : owned;
            if (meant.cardinality() <= MAX_NAMESAKES) {
                vital.or(meant);
            }
        }
    }

    /** A constructor bears its type's name, which names the type. */
    private static boolean bears(Declaration declaration, QueryFocus.Name name) {
        return declaration.kind() != Declaration.Kind.TYPE
                && declaration.name().equals(name.name())
                && !declaration.name().equals(lastOf(declaration.owner()));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** How near each declaration is to the query: by the words of what it says, and of its name. */
    private double[] relevance() {
        QueryRelevance relevance = QueryRelevance.to(query.words(), context.deadline());
        double[] near = new double[declarations.size()];
        if (!relevance.isPresent()) {
            return near;
        }
        List<Integer> bodies = new ArrayList<>();
        for (int i = 0; i < declarations.size(); i++) {
            boolean type = declarations.get(i).kind() == Declaration.Kind.TYPE;
            if (!type && !declarations.get(i).body().isEmpty()) {
                bodies.add(i);
            }
        }
        double[] found = relevance.score(
                bodies.stream().map(i -> scored(declarations.get(i))).collect(Collectors.toList()));
        Set<String> words = Set.copyOf(Terms.of(query.words()));
        double best = Arrays.stream(found).max().orElse(0);
        for (int i = 0; i < found.length; i++) {
            near[bodies.get(i)] =
                    best == 0 ? 0 : found[i] / best + NAMED * coverage(declarations.get(bodies.get(i)), words);
        }
        return near;
    }

    private static double[] nearTheBest(double[] near) {
        double best = Arrays.stream(near).max().orElse(0);
        return Arrays.stream(near)
                .map(one -> one < best * NEAR_THE_BEST ? 0 : one)
                .toArray();
    }

    /** The share of the words of a declaration's name that the query has. */
    private static double coverage(Declaration declaration, Set<String> words) {
        List<String> parts = Terms.of(declaration.name());
        if (parts.isEmpty()) {
            return 0;
        }
        if (words.contains(parts.get(0))) {
            return 1;
        }
        long found = parts.stream().skip(1).filter(words::contains).count();
        return parts.size() == 1 ? 0 : (double) found / (parts.size() - 1);
    }

    private String scored(Declaration declaration) {
        Span whole = declaration.whole();
        return source.text().substring(whole.start(), whole.end()) + (" " + declaration.name()).repeat(NAME_WEIGHT);
    }
}
