package io.github.headroom4j.eval;

import io.github.headroom4j.eval.command.CommandTree;
import io.github.headroom4j.eval.command.EvalContext;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.report.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Entry point of the harness. Ends the process with the command's own exit code, so that a shell sees it whether the harness
 * runs in a JVM of its own or inside Maven; see {@link #main}.
 */
public final class EvalHarness {

    private EvalHarness() {}

    /**
     * Runs the harness. Returns if all is well. Else it ends the process by {@code System.exit} with the command's code:
     * Maven knows no code but 1, so that a gate's "cannot judge" would be lost in an exception. An execution that is bound
     * to a phase sets {@code blockSystemExit}, and then the build fails instead.
     *
     * @param args a command and its options; {@code --help} lists them
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        EvalContext context = new EvalContext(Path.of("").toAbsolutePath(), out, err, Progress.onTerminal());
        int code = end(context, args);
        out.flush();
        err.flush();
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int end(EvalContext context, String... args) {
        try {
            return CommandTree.run(context, args);
        } catch (EvalException e) {
            context.err().println("eval: " + e.getMessage());
            return e.exitCode();
        }
    }

    static int run(Path workingFolder, PrintStream out, String... args) {
        return CommandTree.run(EvalContext.of(workingFolder, out), args);
    }
}
