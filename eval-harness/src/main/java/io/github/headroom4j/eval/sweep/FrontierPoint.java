package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.report.PairedFigures;
import io.github.headroom4j.eval.stats.Estimate;

/**
 * What one arm came to at one setting, over the cases of a workload. Immutable.
 *
 * @param workload the workload's name
 * @param setting how far the library may go; naive arms spent what it spent with that
 * @param arm the arm's name
 * @param figures beside the results as recorded
 */
public record FrontierPoint(String workload, Setting setting, String arm, PairedFigures figures) implements Spot {

    @Override
    public double saved() {
        return figures.saved().value();
    }

    /**
     * What is drawn over the savings.
     *
     * @return mean F1; its interval is that of the paired difference to the results as recorded, since how hard the cases are
     *     is the same for all arms
     */
    @Override
    public Estimate kept() {
        double baseline = wholeF1();
        return new Estimate(
                figures.f1(),
                baseline + figures.difference().lower(),
                baseline + figures.difference().upper());
    }

    /** Mean F1 with the results as recorded. */
    double wholeF1() {
        return figures.f1() - figures.difference().value();
    }

    boolean isOurs() {
        return arm.equals(Arms.HEADROOM);
    }
}
