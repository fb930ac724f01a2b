package io.github.headroom4j.eval.arm;

/** How many tokens the headroom arm used for each tool result of the session; naive arms may use as many. */
@FunctionalInterface
public interface Allowances {

    /**
     * The allowance of a call.
     *
     * @param callId the id of the tool call
     * @return tokens that the headroom arm used for this call's result
     */
    int tokensFor(String callId);
}
