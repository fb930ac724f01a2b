package io.github.headroom4j.eval;

/** Entry point of the harness. */
public final class EvalHarness {

    private EvalHarness() {}

    /**
     * Runs the harness.
     *
     * @param args options
     */
    public static void main(String[] args) {
        System.out.println("no workload yet");
    }
}
