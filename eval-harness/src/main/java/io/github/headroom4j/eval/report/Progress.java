package io.github.headroom4j.eval.report;

import java.io.Console;
import java.io.PrintStream;

/** Shows how far a run is: a bar on a terminal, a line per tenth elsewhere. Thread-safe. */
public final class Progress {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final int total;
    private final boolean terminal;
    private int done;

    private Progress(PrintStream out, int total, boolean terminal) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
    }

    /**
     * Progress on a stream.
     *
     * @param out where to
     * @param total how many steps there will be
     * @return progress at 0
     */
    public static Progress to(PrintStream out, int total) {
        return new Progress(out, total, onTerminal());
    }

    /**
     * Whether a person looks on. Since JDK 22 there is a console even where output is piped, and a method that says so.
     *
     * @return whether input and output are a terminal
     */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean onTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /**
     * Prints a line.
     *
     * @param line the line
     */
    public synchronized void say(String line) {
        out.println(line);
    }

    /** One more step is done. */
    public synchronized void step() {
        done++;
        if (terminal) {
            int filled = WIDTH * done / total;
            out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + "/" + total);
        } else if (done * 10 / total > (done - 1) * 10 / total) {
            out.println(done + "/" + total + " cases");
        }
    }

    /** No more steps. */
    public synchronized void end() {
        out.println();
    }
}
