package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
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
    private final Map<Long, Integer> support = new HashMap<>();

    private PrefixSharing(List<LogTemplate> lonely) {
        this.lonely = lonely;
    }

    /** For each template, how many tokens to share; 0 for none. */
    static int[] among(List<LogTemplate> lonely) {
        PrefixSharing sharing = new PrefixSharing(lonely);
        for (LogTemplate template : lonely) {
            for (long hash : prefixHashes(template)) {
                sharing.support.merge(hash, 1, Integer::sum);
            }
        }
        int[] chosen = new int[lonely.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = sharing.best(lonely.get(i));
        }
        return sharing.withoutSingles(chosen);
    }

    private int best(LogTemplate template) {
        long[] hashes = prefixHashes(template);
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
    private int[] withoutSingles(int[] chosen) {
        Map<Long, Integer> choosers = new HashMap<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] > 0) {
                choosers.merge(prefixHashes(lonely.get(i))[chosen[i] - 1], 1, Integer::sum);
            }
        }
        int[] kept = chosen.clone();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] > 0 && choosers.getOrDefault(prefixHashes(lonely.get(i))[chosen[i] - 1], 0) < 2) {
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

    /** Groups templates by the beginning they share: the index of the first of each group. */
    static int[] groups(List<LogTemplate> lonely, int[] chosen) {
        Map<Long, Integer> first = new HashMap<>();
        int[] group = new int[chosen.length];
        Arrays.fill(group, -1);
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] > 0) {
                group[i] = first.computeIfAbsent(prefixHashes(lonely.get(i))[chosen[i] - 1], key -> -1);
                if (group[i] < 0) {
                    group[i] = i;
                    first.put(prefixHashes(lonely.get(i))[chosen[i] - 1], i);
                }
            }
        }
        return group;
    }

    private static long[] prefixHashes(LogTemplate template) {
        List<Long> hashes = new ArrayList<>();
        long hash = template.layout();
        for (int i = 0; i < template.size() - 1 && i < MAX_PREFIX && template.kind(i) != LineScanner.REST; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + template.kind(i);
            if (template.kind(i) < LineScanner.VARIABLE) {
                hash = hash * 0x100000001B3L + template.word(i).hashCode();
            }
            hashes.add(hash);
        }
        return hashes.stream().mapToLong(Long::longValue).toArray();
    }
}
