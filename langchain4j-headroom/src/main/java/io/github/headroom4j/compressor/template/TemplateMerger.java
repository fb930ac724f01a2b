package io.github.headroom4j.compressor.template;

import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges templates that differ in a few words, where one template with a further column is cheaper to print than two
 * (the similarity step of Drain, decided by cost instead of a threshold). Compares each template with a bounded number
 * of others.
 */
public final class TemplateMerger {

    /** Templates of one length and first word that a further one is compared with. */
    private static final int MAX_COMPARED = 24;

    /** What comparing two words costs, as characters of work. */
    private static final int CHARS_PER_WORD = 8;

    /** What defining a template costs beside its text. */
    private static final int DEFINITION = 3;

    private final List<LogTemplate> merged = new ArrayList<>();
    private final Map<String, List<Integer>> buckets = new HashMap<>();
    private final int[] mergedOf;
    private final Pace pace;

    private TemplateMerger(int templates, Pace pace) {
        this.pace = pace;
        mergedOf = new int[templates];
        Arrays.fill(mergedOf, TemplateMiner.NONE);
    }

    /**
     * Merges templates that differ in few words.
     *
     * @param templates all of a text
     * @param rows how many lines each of them has
     * @param pace looks at the deadline
     * @return the merged ones
     */
    public static TemplateMerger merge(List<LogTemplate> templates, int[] rows, Pace pace) {
        TemplateMerger merger = new TemplateMerger(templates.size(), pace);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] > 0) {
                LogTemplate copy = templates.get(i).copy();
                copy.setRows(rows[i]);
                merger.mergedOf[i] = merger.place(copy);
            }
        }
        return merger;
    }

    /**
     * The merged templates.
     *
     * @return in the order of their first ones
     */
    public List<LogTemplate> merged() {
        return merged;
    }

    /**
     * What a template became.
     *
     * @param template its index
     * @return an index into {@link #merged()}
     */
    public int mergedOf(int template) {
        return mergedOf[template];
    }

    private int place(LogTemplate template) {
        List<Integer> bucket = buckets.computeIfAbsent(bucketKey(template), key -> new ArrayList<>());
        int best = -1;
        int bestGain = 0;
        for (int i = bucket.size() - 1; i >= Math.max(0, bucket.size() - MAX_COMPARED); i--) {
            int gain = gain(merged.get(bucket.get(i)), template);
            if (gain > bestGain) {
                best = bucket.get(i);
                bestGain = gain;
            }
        }
        if (best >= 0) {
            merged.get(best).absorb(template);
            return best;
        }
        merged.add(template);
        bucket.add(merged.size() - 1);
        return merged.size() - 1;
    }

    private static String bucketKey(LogTemplate template) {
        int first = 0;
        while (first < template.size() && template.kind(first) != LineScanner.WORD) {
            first++;
        }
        return template.layout() + " " + template.size() + " " + (first < template.size() ? template.word(first) : "");
    }

    private int gain(LogTemplate kept, LogTemplate added) {
        pace.step(kept.size() * CHARS_PER_WORD);
        if (!kept.isAlignedWith(added)) {
            return 0;
        }
        long gain = DEFINITION;
        for (int i = 0; i < kept.size(); i++) {
            String keptWord = kept.word(i);
            String addedWord = added.word(i);
            gain += added.isColumn(i) ? 1 : Weight.of(addedWord);
            if (kept.isColumn(i) != added.isColumn(i)) {
                LogTemplate constant = kept.isColumn(i) ? added : kept;
                gain -= constant.rows() + Weight.of(constant.word(i)) + 1;
            } else if (!kept.isColumn(i) && !keptWord.equals(addedWord)) {
                long rarer = Math.min(kept.rows(), added.rows());
                gain -= kept.rows() + added.rows() + rarer * (Weight.of(keptWord) + Weight.of(addedWord) + 1L);
            }
        }
        return (int) Math.max(0, gain);
    }
}
