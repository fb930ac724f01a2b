package io.github.headroom4j.eval;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Entry point of the harness. A failure is an exception with a short message, never {@code System.exit}: run inside
 * Maven, that would take Maven down with it, while an exception makes both Maven and a bare JVM end with a non-zero code.
 */
public final class EvalHarness {

    private EvalHarness() {}

    /**
     * Runs the harness.
     *
     * @param args options; {@code --help} lists them
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(Path.of("").toAbsolutePath(), out, args);
    }

    static void run(Path workingFolder, PrintStream out, String... args) {
        EvalOptions options = new EvalOptions();
        CommandLine commandLine = new CommandLine(options);
        try {
            commandLine.parseArgs(args);
        } catch (ParameterException e) {
            throw new EvalException(e.getMessage() + "; --help lists the options");
        }
        if (options.help) {
            commandLine.usage(out);
            return;
        }
        try {
            new EvalJob(options, EvalFolders.of(options, workingFolder), out).run();
        } catch (DatasetException e) {
            throw new EvalException("the data are missing or broken: " + e.getMessage());
        }
    }
}
