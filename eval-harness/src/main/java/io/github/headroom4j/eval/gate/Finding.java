package io.github.headroom4j.eval.gate;

/**
 * One thing that was looked at. Immutable.
 *
 * @param workload the workload
 * @param check what was looked at, for instance "saved"
 * @param outcome what came of it
 * @param message what was found and what was asked for, in one sentence
 */
record Finding(String workload, String check, Outcome outcome, String message) {

    /** From the best to the one that decides first. */
    enum Outcome {
        PASS("pass"),
        NOTE("note"),
        CANNOT_JUDGE("cannot judge"),
        REGRESSION("regression");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
