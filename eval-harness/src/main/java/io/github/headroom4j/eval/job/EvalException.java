package io.github.headroom4j.eval.job;

/**
 * The harness cannot go on, for a reason that a user can mend. The message says it all, so there is no stack trace unless
 * there is a cause. Knows how a process ends that dies of it.
 */
public final class EvalException extends RuntimeException {

    /** How a process ends that did what it was asked for and found something wrong, or could not do it. */
    public static final int FAILURE = 1;

    /** How a process ends that was asked for something that does not exist or makes no sense. */
    public static final int USAGE = 2;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private EvalException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /**
     * A failure.
     *
     * @param message what is wrong and, if it can be said, what mends it
     */
    public EvalException(String message) {
        this(FAILURE, message);
    }

    /**
     * A failure with a cause.
     *
     * @param message what is wrong
     * @param cause why
     */
    public EvalException(String message, Throwable cause) {
        super(message, cause);
        exitCode = FAILURE;
    }

    /**
     * The command line asks for what does not exist or makes no sense.
     *
     * @param message what is wrong with it; names the option and its value
     * @return an exception that ends the process with {@link #USAGE}
     */
    public static EvalException usage(String message) {
        return new EvalException(USAGE, message);
    }

    /**
     * How the process ends.
     *
     * @return {@link #FAILURE} or {@link #USAGE}
     */
    public int exitCode() {
        return exitCode;
    }
}
