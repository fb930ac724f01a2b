package io.github.headroom4j.eval.doctor;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.workload.Workload;

/** What cases are made of. Stateless. */
final class DataChecks {

    private DataChecks() {}

    /** Makes the cases as a run would, which reads every file and jar and compares every hash that a manifest pins. */
    static Finding data(Workload workload) {
        String what = "data of " + workload.name();
        try {
            return Finding.ok(what, workload.cases().size() + " cases, as the manifest has them");
        } catch (DatasetException e) {
            // The messages of jars say what to run.
            return Finding.fail(
                    what,
                    String.valueOf(e.getMessage()),
                    "restore datasets/ with git, and run 'mvn -pl eval-harness -am compile' once with network access");
        }
    }
}
