package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the templates of log lines in one pass: lines with the same words and white space around their variables and
 * times are of one template. (The family of Drain, He et al., 2017, whose similarity step is left to those who need it:
 * {@link TemplateMerger} for re-encoding.) Linear; deterministic.
 */
final class TemplateMiner {

    /** More templates than this in one text are no templates; the lines of further ones are kept as they are. */
    static final int MAX_TEMPLATES = 50_000;

    /** Templates of one hash; more are made by hostile lines only, which must not cost quadratic time. */
    private static final int MAX_COLLISIONS = 8;

    /** The template of a line that has none. */
    static final int NONE = -1;

    private final List<LogTemplate> templates = new ArrayList<>();

    /** By the hash of their constant parts; hashes collide rarely, and then the list is searched. */
    private final Map<Long, int[]> byHash = new HashMap<>();

    List<LogTemplate> templates() {
        return templates;
    }

    /** Returns the index of the line's template. */
    int add(LineScanner scanned, int layout, int line) {
        long hash = hash(scanned, layout);
        int[] candidates = byHash.get(hash);
        if (candidates != null) {
            for (int candidate : candidates) {
                if (templates.get(candidate).fits(scanned, layout)) {
                    templates.get(candidate).add(scanned, line);
                    return candidate;
                }
            }
        }
        if (templates.size() == MAX_TEMPLATES || (candidates != null && candidates.length == MAX_COLLISIONS)) {
            return NONE;
        }
        LogTemplate template = LogTemplate.of(scanned, layout);
        template.add(scanned, line);
        templates.add(template);
        remember(hash, candidates == null ? new int[0] : candidates);
        return templates.size() - 1;
    }

    private void remember(long hash, int[] others) {
        int[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = templates.size() - 1;
        byHash.put(hash, all);
    }

    private static long hash(LineScanner scanned, int layout) {
        long hash = layout + 31L;
        for (int i = 0; i < scanned.count(); i++) {
            byte kind = scanned.kind(i);
            hash = hash * 0x9E3779B97F4A7C15L + kind;
            if (kind == LineScanner.WORD || kind == LineScanner.SPACE) {
                hash = scanned.hash(i, hash);
            }
        }
        return hash;
    }
}
