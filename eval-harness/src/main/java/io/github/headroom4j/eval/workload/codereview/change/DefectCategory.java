package io.github.headroom4j.eval.workload.codereview.change;

import java.util.Locale;

/**
 * What is wrong with a line. A closed vocabulary: the reviewer names one of these, and the gold set holds one of these. The
 * flag says whether the changed lines suffice to see it, or whether something has to be read that stands elsewhere.
 */
public enum DefectCategory {
    /** A lock is no longer released on every path; where it is taken stands outside the change. */
    MISSING_UNLOCK(true),
    /** A check for null is gone although a caller or a callee elsewhere passes null. */
    MISSING_NULL_CHECK(true),
    /** A constant was changed that other code relies on, or that is written down a second time. */
    CONSTANT_MISMATCH(true),
    /** A field is used without the lock that guards it in every other method. */
    UNGUARDED_FIELD(true),
    /** A method no longer does what its test, which did not change, pins. */
    BROKEN_CONTRACT(true),
    /** Two arguments of the same type are swapped; only the declaration tells. */
    SWAPPED_ARGUMENTS(true),
    /** A field counts in hashCode but no longer in equals, or the other way round. */
    EQUALS_HASH_CODE(true),
    /** A method no longer overrides the one that it overrode; the overridden one stands elsewhere. */
    LOST_OVERRIDE(true),
    /** A copy, a reset or a builder forgets one of the fields that the class declares. */
    FORGOTTEN_FIELD(true),
    /** A resource is no longer closed on every path; where it is opened stands outside the change. */
    RESOURCE_LEAK(true),
    /** A bound is off by one. */
    OFF_BY_ONE(false),
    /** A condition says the opposite. */
    NEGATED_CONDITION(false),
    /** Objects are compared by identity that were compared by value. */
    REFERENCE_EQUALITY(false),
    /** An exception is caught and nothing is done. */
    SWALLOWED_EXCEPTION(false),
    /** A product or sum of ints is widened too late. */
    INTEGER_OVERFLOW(false),
    /** A case falls through that did not. */
    SWITCH_FALL_THROUGH(false);

    private final boolean outside;

    DefectCategory(boolean outside) {
        this.outside = outside;
    }

    /**
     * Whether it can be recognised only with evidence outside the changed lines.
     *
     * @return true if the changed lines do not suffice
     */
    public boolean needsOutsideEvidence() {
        return outside;
    }

    /**
     * As questions, answers and gold sets write it.
     *
     * @return for instance "missing-unlock"
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
