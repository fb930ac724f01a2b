package io.github.headroom4j.eval.importer.tool;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How data become cases with tool calls. Immutable.
 *
 * @param candidates of how many functions, methods, changes or files the right one is found among; 0, the default, for what suits the
 *     format
 * @param lines how many lines of a log are one tool result; 200 by default
 * @param seed of all that is drawn: distractors, questions, and which cases a limit keeps; 1 by default. It does not decide splits
 * @param limit at most so many cases, drawn by the seed; 0, the default, for all
 * @param devShare the share of clusters that is for development, the rest for testing; 0.5 by default
 */
public record ToolOptions(int candidates, int lines, long seed, int limit, double devShare) {

    /** More candidates than this, 1,000, are no tool result. */
    public static final int MAX_CANDIDATES = 1_000;

    /** More lines than this, 100,000, are no tool result. */
    public static final int MAX_LINES = 100_000;

    /** The defaults. */
    public static final ToolOptions DEFAULTS = new ToolOptions(0, 200, 1, 0, 0.5);

    /** Validates. */
    public ToolOptions {
        if (candidates < 0 || candidates > MAX_CANDIDATES) {
            throw new IllegalArgumentException("candidates must be 0 to " + MAX_CANDIDATES + ", but was " + candidates);
        }
        if (lines < 10 || lines > MAX_LINES) {
            throw new IllegalArgumentException("lines must be 10 to " + MAX_LINES + ", but was " + lines);
        }
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, but was " + limit);
        }
        if (!(devShare >= 0 && devShare <= 1)) {
            throw new IllegalArgumentException("devShare must be in [0, 1], but was " + devShare);
        }
    }

    /**
     * The same with another limit.
     *
     * @param count at most so many cases, 0 for all
     * @return a changed copy
     */
    public ToolOptions withLimit(int count) {
        return new ToolOptions(candidates, lines, seed, count, devShare);
    }

    /**
     * The same with another number of candidates.
     *
     * @param count how many, 0 for what suits the format
     * @return a changed copy
     */
    public ToolOptions withCandidates(int count) {
        return new ToolOptions(count, lines, seed, limit, devShare);
    }

    /**
     * The same with another length of slices.
     *
     * @param count lines
     * @return a changed copy
     */
    public ToolOptions withLines(int count) {
        return new ToolOptions(candidates, count, seed, limit, devShare);
    }

    int candidatesOr(int usual) {
        return candidates == 0 ? usual : candidates;
    }

    Map<String, String> describe() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("candidates", candidates == 0 ? "usual" : String.valueOf(candidates));
        options.put("lines", String.valueOf(lines));
        options.put("seed", String.valueOf(seed));
        options.put("limit", String.valueOf(limit));
        options.put("dev-share", String.valueOf(devShare));
        return options;
    }
}
