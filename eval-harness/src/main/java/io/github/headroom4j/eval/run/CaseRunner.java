package io.github.headroom4j.eval.run;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import java.util.List;
import java.util.Map;

/** Runs the cases of a workload in the arms that make sense for it. Thread-safe. */
public interface CaseRunner {

    /**
     * An arm as options and reports name it.
     *
     * @param name its name; the baseline's is the same in all workloads
     * @param about what it does
     * @param onlyWhenAsked whether it runs only if an option names it
     */
    record ArmInfo(String name, String about, boolean onlyWhenAsked) {}

    /**
     * The arms.
     *
     * @return in the order of reports, the baseline first
     */
    List<ArmInfo> arms();

    /**
     * Begins a case. What one arm needs to know of another is found out when it asks for it.
     *
     * @param evalCase a case of the workload
     * @return the case, to be run in one arm after the other by one thread
     */
    CaseRun begin(EvalCase evalCase);

    /** One case in all arms. For one thread. */
    @FunctionalInterface
    interface CaseRun {

        /**
         * Runs the case.
         *
         * @param arm the name of one of {@link CaseRunner#arms}
         * @return what it came to
         */
        CaseResult in(String arm);

        /**
         * How long the library took for each tool result, so far. Differs from run to run.
         *
         * @return nanoseconds by arm; nothing for arms without it
         */
        default Map<String, List<Long>> nanos() {
            return Map.of();
        }

        /**
         * Runs the case and keeps what its result was counted from, for a person to look at.
         *
         * @param arm the name of one of {@link CaseRunner#arms}
         * @return the same result as {@link #in}, with requests, items and evidence
         * @throws UnsupportedOperationException if such cases can not be looked at
         */
        default CaseLook look(String arm) {
            throw new UnsupportedOperationException("cases of this workload can not be looked at");
        }
    }
}
