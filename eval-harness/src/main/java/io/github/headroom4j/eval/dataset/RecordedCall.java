package io.github.headroom4j.eval.dataset;

/**
 * One tool call of a recorded session. Immutable.
 *
 * @param tool the tool's name
 * @param arguments its arguments as a JSON object
 * @param result the raw text that the tool returned
 */
public record RecordedCall(String tool, String arguments, String result) {}
