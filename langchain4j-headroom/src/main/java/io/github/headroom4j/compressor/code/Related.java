package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be read to judge a change of a file: the other one of equals and hashCode, the methods that the changed ones call,
 * and those that use the same fields, while they cost little. Linear in the file.
 */
final class Related {

    private static final Map<String, String> TWINS = Map.of("equals", "hashCode", "hashCode", "equals");

    /** The share of a file that may be shown beside its changed declarations. */
    private static final double SHARE = 0.3;

    /** Characters that may be shown of any file: some short methods. */
    private static final int MIN_CHARS = 3_000;

    /** A declaration with more namesakes is not what a name means. */
    private static final int MAX_NAMESAKES = 4;

    private final SourceText source;
    private final List<Declaration> declarations;
    private final Map<String, BitSet> named = new HashMap<>();

    Related(SourceText source, List<Declaration> declarations) {
        this.source = source;
        this.declarations = declarations;
        for (int i = 0; i < declarations.size(); i++) {
            if (declarations.get(i).kind() != Declaration.Kind.TYPE) {
                named.computeIfAbsent(declarations.get(i).name(), any -> new BitSet())
                        .set(i);
            }
        }
    }

    /** Related declarations, the nearest first, as many as are affordable. */
    BitSet to(BitSet changed) {
        BitSet chosen = new BitSet();
        Set<String> used = new HashSet<>();
        changed.stream()
                .filter(i -> declarations.get(i).kind() != Declaration.Kind.TYPE)
                .forEach(i -> used.addAll(declarations.get(i).words(source.text())));
        used.retainAll(named.keySet());
        if (used.isEmpty()) {
            return chosen;
        }
        double left = Math.max(MIN_CHARS, source.text().length() * SHARE);
        for (int i : candidates(changed, used)) {
            Span whole = declarations.get(i).whole();
            left -= whole.end() - whole.start();
            if (left < 0) {
                break;
            }
            chosen.set(i);
        }
        return chosen;
    }

    private List<Integer> candidates(BitSet changed, Set<String> used) {
        Map<Integer, Integer> ranks = new HashMap<>();
        for (int i = 0; i < declarations.size(); i++) {
            Declaration declaration = declarations.get(i);
            if (!changed.get(i)
                    && declaration.kind() != Declaration.Kind.TYPE
                    && !declaration.body().isEmpty()) {
                int rank = rank(declaration, changed, used);
                if (rank < Integer.MAX_VALUE) {
                    ranks.put(i, rank);
                }
            }
        }
        List<Integer> candidates = new ArrayList<>(ranks.keySet());
        candidates.sort(Comparator.comparingInt((Integer i) -> ranks.getOrDefault(i, 0))
                .thenComparing(i -> declarations.get(i).whole().end()
                        - declarations.get(i).whole().start())
                .thenComparing(Comparator.naturalOrder()));
        return candidates;
    }

    /** Twins before methods that are called, before those that share fields. */
    private int rank(Declaration declaration, BitSet changed, Set<String> used) {
        String twin = TWINS.get(declaration.name());
        boolean isTwin = twin != null
                && changed.stream().anyMatch(i -> declarations.get(i).name().equals(twin));
        if (isTwin) {
            return 0;
        }
        if (used.contains(declaration.name()) && namesakes(declaration.name()) <= MAX_NAMESAKES) {
            return 1;
        }
        boolean shares =
                declaration.words(source.text()).stream().anyMatch(word -> used.contains(word) && isField(word));
        return shares ? 2 : Integer.MAX_VALUE;
    }

    private int namesakes(String name) {
        BitSet bearers = named.get(name);
        return bearers == null ? 0 : bearers.cardinality();
    }

    /** Whether a name is that of a declaration without a body. */
    private boolean isField(String name) {
        BitSet bearers = named.get(name);
        return bearers != null
                && bearers.stream().anyMatch(i -> declarations.get(i).body().isEmpty());
    }
}
