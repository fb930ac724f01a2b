package io.github.headroom4j.compressor.template;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds blocks of lines that stand, byte for byte, further up already (a stack trace thrown again and again), and runs
 * of one line. Linear: each line is looked up once and compared with one candidate.
 */
final class RepeatFinder {

    /** Shorter blocks cost no more as rows. */
    private static final int MIN_BLOCK = 3;

    private final Lines lines;
    private final int[] source;
    private final int[] length;
    private final Map<Long, Integer> lastPair = new HashMap<>();

    private RepeatFinder(Lines lines) {
        this.lines = lines;
        source = new int[lines.count()];
        length = new int[lines.count()];
    }

    static RepeatFinder search(Lines lines) {
        RepeatFinder finder = new RepeatFinder(lines);
        long[] hashes = new long[lines.count()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = lines.hash(i);
        }
        int line = 1;
        while (line < hashes.length) {
            int block = finder.blockAt(line, hashes);
            for (int i = line; i < line + Math.max(1, block); i++) {
                finder.lastPair.put(hashes[i - 1] * 31 + hashes[i], i - 1);
            }
            line += Math.max(1, block);
        }
        return finder;
    }

    /** How many lines from here on are a copy; 0 if this line starts none. */
    int length(int line) {
        return length[line];
    }

    /** Where the lines copied to here stand. */
    int source(int line) {
        return source[line];
    }

    private int blockAt(int line, long[] hashes) {
        int run = 0;
        while (line + run < hashes.length
                && hashes[line + run] == hashes[line - 1]
                && lines.same(line + run, line - 1)) {
            run++;
        }
        if (run >= MIN_BLOCK) {
            return remember(line, line - 1, run);
        }
        Integer candidate = line + 1 < hashes.length ? lastPair.get(hashes[line] * 31 + hashes[line + 1]) : null;
        if (candidate == null) {
            return 0;
        }
        int block = 0;
        while (line + block < hashes.length
                && candidate + block < line
                && hashes[line + block] == hashes[candidate + block]
                && lines.same(line + block, candidate + block)) {
            block++;
        }
        return block >= MIN_BLOCK ? remember(line, candidate, block) : 0;
    }

    private int remember(int line, int from, int count) {
        source[line] = from;
        length[line] = count;
        return count;
    }
}
