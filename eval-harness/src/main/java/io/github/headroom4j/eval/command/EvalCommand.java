package io.github.headroom4j.eval.command;

/**
 * A command: a class with picocli's annotations, whose fields picocli has filled before it is run. A new one is a class and
 * a line in {@link CommandTree}.
 */
@FunctionalInterface
interface EvalCommand {

    /** It did what it was asked for, and found nothing wrong. */
    int OK = 0;

    /**
     * Does it.
     *
     * @param context where to read and write
     * @return how the process ends: {@link #OK}, or what the command's help says
     * @throws io.github.headroom4j.eval.job.EvalException if it can not; the message is for the user, and the exception
     *     knows how the process ends
     */
    int run(EvalContext context);
}
