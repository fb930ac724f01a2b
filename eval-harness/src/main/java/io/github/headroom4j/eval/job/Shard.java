package io.github.headroom4j.eval.job;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a run that is spread over machines. Cases are dealt like cards: of all cases of the run in the order of
 * reports, the first goes to shard 1, the second to shard 2 and so on, so that each workload is spread evenly and every case
 * is in one shard. Immutable.
 *
 * @param index which part, from 1
 * @param of into how many parts the run is split
 */
public record Shard(int index, int of) {

    /** More machines than anybody has; a slip of the finger should not make ten thousand files wanting. */
    public static final int MAX_SHARDS = 1_000;

    private static final Pattern NOTATION = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    /** Validates the numbers. */
    public Shard {
        if (of < 1 || of > MAX_SHARDS || index < 1 || index > of) {
            throw EvalException.usage(
                    "a shard is i/n with 1 <= i <= n <= " + MAX_SHARDS + ", but was " + index + "/" + of);
        }
    }

    /**
     * Reads the notation of the command line.
     *
     * @param text for instance "2/5"
     * @return the shard
     * @throws EvalException if it is none
     */
    public static Shard parse(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches()) {
            throw EvalException.usage("--shard must be i/n, for instance 2/5, but was '" + text + "'");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether the case at this place of the whole run belongs to it. */
    boolean holds(int place) {
        return place % of == index - 1;
    }

    /** The file that holds its results. */
    String fileName() {
        return "shard-" + index + "-of-" + of + ".jsonl";
    }
}
