package io.github.headroom4j.eval.report;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far a run is: a bar with the time that is left on a terminal, a line per tenth without any time elsewhere.
 * Thread-safe.
 */
public final class Progress {

    private static final int WIDTH = 40;

    /** Before so many nanoseconds have passed, nothing can be said of the time that is left. */
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(2);

    private final PrintStream out;
    private final int total;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long start;
    private int done;
    private int known;

    Progress(PrintStream out, int total, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /**
     * Progress on a stream.
     *
     * @param out where to
     * @param total how many steps there will be
     * @return progress at 0
     */
    public static Progress to(PrintStream out, int total) {
        return new Progress(out, total, onTerminal(), System::nanoTime);
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
            out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + "/" + total + left());
        } else if (done * 10 / total > (done - 1) * 10 / total) {
            out.println(done + "/" + total + " cases");
        }
    }

    /** One more step is done, which took no time, since its result was there already: it says nothing of the others. */
    public synchronized void skip() {
        known++;
        step();
    }

    /** What is left if the other steps take as long as those that were made, with spaces over what stood there before. */
    private String left() {
        long elapsed = clock.getAsLong() - start;
        int made = done - known;
        if (made == 0 || elapsed < WARM_UP || done == total) {
            return " ".repeat(24);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(elapsed / made * (total - done));
        return String.format(Locale.ROOT, ", about %d:%02d left    ", seconds / 60, seconds % 60);
    }

    /** No more steps. */
    public synchronized void end() {
        out.println();
    }
}
