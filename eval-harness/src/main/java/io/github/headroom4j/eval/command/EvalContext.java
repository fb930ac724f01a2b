package io.github.headroom4j.eval.command;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The world that a command runs in. Immutable.
 *
 * @param workingFolder absolute; relative paths of options start here
 * @param out where results go
 * @param err where messages go that are no result
 * @param terminal whether a person looks on: colours, the width of the window
 */
public record EvalContext(Path workingFolder, PrintStream out, PrintStream err, boolean terminal) {

    /**
     * The world of a program or a test: nobody looks on, and messages go where results go.
     *
     * @param workingFolder relative paths of options start here
     * @param out where everything goes
     * @return a context
     */
    public static EvalContext of(Path workingFolder, PrintStream out) {
        return new EvalContext(workingFolder.toAbsolutePath(), out, out, false);
    }
}
