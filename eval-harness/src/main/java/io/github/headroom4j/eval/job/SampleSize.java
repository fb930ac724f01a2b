package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.workload.Workload;

/**
 * How many cases of a workload are run. Immutable.
 *
 * @param kind by which rule
 * @param cases at most so many, if the rule is a number
 */
public record SampleSize(Kind kind, int cases) {

    /** By which rule. */
    public enum Kind {
        /** As many as {@link Workload#standardCases} says. */
        STANDARD,
        /** All. */
        FULL,
        /** A number for every workload. */
        FIXED
    }

    /** What runs when nothing else is asked for. */
    public static final SampleSize STANDARD = new SampleSize(Kind.STANDARD, 0);

    /** Every case there is. */
    public static final SampleSize FULL = new SampleSize(Kind.FULL, 0);

    /**
     * A number.
     *
     * @param cases at most so many per workload
     * @return the size
     * @throws EvalException if it is below 1
     */
    public static SampleSize of(int cases) {
        if (cases < 1) {
            throw EvalException.usage("--sample must be at least 1, but was " + cases);
        }
        return new SampleSize(Kind.FIXED, cases);
    }

    int of(Workload workload) {
        return switch (kind) {
            case STANDARD -> workload.standardCases();
            case FULL -> Integer.MAX_VALUE;
            case FIXED -> cases;
        };
    }

    /** The option that makes it; empty for the standard. */
    String describe() {
        return switch (kind) {
            case STANDARD -> "";
            case FULL -> "--full";
            case FIXED -> "--sample " + cases;
        };
    }
}
