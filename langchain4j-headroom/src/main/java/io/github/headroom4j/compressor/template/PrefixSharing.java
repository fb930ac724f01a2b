package io.github.headroom4j.compressor.template;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds beginnings that lines share which are otherwise unlike any other: the same process, level and logger before a
 * message that stands once. Such lines are written as that beginning and a rest. Linear in the tokens.
 */
final class PrefixSharing {

    /** Tokens of a line that may be shared; headers are shorter. */
    private static final int MAX_PREFIX = 32;

    /** What defining a template costs beside its text. */
    private static final int DEFINITION = 4;

    /** What writing a time as a step saves against writing it out. */
    private static final int TIME_SAVED = 6;

    private final List<LogTemplate> lonely;

    /** For each template, the hashes of its beginnings, the shortest first. */
    private final long[][] hashesOf;

    private final Map<Long, Integer> support = new HashMap<>();
    private final int[] chosen;

    private PrefixSharing(List<LogTemplate> lonely) {
        this.lonely = lonely;
        hashesOf = lonely.stream().map(PrefixSharing::prefixHashes).toArray(long[][]::new);
        for (long[] hashes : hashesOf) {
            for (long hash : hashes) {
                support.merge(hash, 1, Integer::sum);
            }
        }
        int[] best = new int[hashesOf.length];
        for (int i = 0; i < best.length; i++) {
            best[i] = best(lonely.get(i), hashesOf[i]);
        }
        chosen = withoutSingles(best);
    }

    static PrefixSharing among(List<LogTemplate> lonely) {
        return new PrefixSharing(lonely);
    }

    /** How many tokens of a template to share; 0 for none. */
    int tokens(int template) {
        return chosen[template];
    }

    private int best(LogTemplate template, long[] hashes) {
        double bestGain = 0;
        int best = 0;
        int weight = 0;
        for (int i = 0; i < hashes.length; i++) {
            byte kind = template.kind(i);
            weight += kind == LineScanner.TIME
                    ? TIME_SAVED
                    : kind == LineScanner.VARIABLE ? -1 : Weight.of(template.word(i));
            int sharers = support.getOrDefault(hashes[i], 0);
            double gain = weight - (double) (weight + DEFINITION) / sharers;
            boolean cutsWord =
                    i + 1 < template.size() && kind != LineScanner.SPACE && template.kind(i + 1) != LineScanner.SPACE;
            if (sharers > 1 && !cutsWord && gain >= bestGain && gain > 0) {
                bestGain = gain;
                best = i + 1;
            }
        }
        return best;
    }

    /** Who chose a beginning alone, because the others chose longer ones, has nothing from it but its time. */
    private int[] withoutSingles(int[] best) {
        Map<Long, Integer> choosers = new HashMap<>();
        for (int i = 0; i < best.length; i++) {
            if (best[i] > 0) {
                choosers.merge(hashesOf[i][best[i] - 1], 1, Integer::sum);
            }
        }
        int[] kept = best.clone();
        for (int i = 0; i < best.length; i++) {
            if (best[i] > 0 && choosers.getOrDefault(hashesOf[i][best[i] - 1], 0) < 2) {
                kept[i] = timeOnly(lonely.get(i));
            }
        }
        return kept;
    }

    private static int timeOnly(LogTemplate template) {
        for (int i = 0; i < template.size() && i < 3; i++) {
            if (template.kind(i) == LineScanner.TIME) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Groups templates by the beginning they share: the index of the first of each group, -1 for those that share none. */
    int[] groups() {
        Map<Long, Integer> first = new HashMap<>();
        int[] group = new int[chosen.length];
        Arrays.fill(group, -1);
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] > 0) {
                Integer before = first.putIfAbsent(hashesOf[i][chosen[i] - 1], i);
                group[i] = before == null ? i : before;
            }
        }
        return group;
    }

    private static long[] prefixHashes(LogTemplate template) {
        long[] hashes = new long[Math.max(0, Math.min(MAX_PREFIX, template.size() - 1))];
        long hash = template.layout();
        for (int i = 0; i < hashes.length; i++) {
            if (template.kind(i) == LineScanner.REST) {
                return Arrays.copyOf(hashes, i);
            }
            hash = hash * 0x9E3779B97F4A7C15L + template.kind(i);
            if (template.kind(i) < LineScanner.VARIABLE) {
                hash = hash * 0x100000001B3L + template.word(i).hashCode();
            }
            hashes[i] = hash;
        }
        return hashes;
    }
}
