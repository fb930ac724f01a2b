package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What a parse costs against what code costs. A parser that can not place a token searches for what it might mean, a
 * thousand times as long as it needs for one that it can; since it only reports how far it is, not what it does, the time
 * that its thread worked is counted, too. That limit is far above
 * what real code takes on a slow machine, so only texts that are no code meet it. Not thread-safe: one per parse.
 */
final class ParseCosts {

    /** Code gives the parser at least so many characters between two reports. */
    private static final int CHARS_PER_REPORT = 25;

    /** Reports with fewer characters that any text may have: a dense table. */
    private static final int SPARE_REPORTS = 40;

    /** Reports that find the parser within something that it can not place. */
    private static final int MAX_LOST_REPORTS = 10;

    /** Work of 6 µs a character; files of code need 1 to 3, without what {@link PlainCode} blanks. */
    private static final long NANOS_PER_CHAR = 6_000;

    /** Work that any text may need: half a second, which is some ten times what a file of usual size needs. */
    private static final long SPARE_NANOS = 500_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String code;
    private final CompressionContext context;
    private final long start = workedNanos();
    private int at;
    private int chars;
    private int reports;
    private int lost;
    private boolean exceeded;

    ParseCosts(String code, CompressionContext context) {
        this.code = code;
        this.context = context;
    }

    /** Takes a report; whether the parser is to stop. */
    boolean exceed(int offset, boolean error) {
        for (; at < Math.min(offset, code.length()); at++) {
            chars += code.charAt(at) > ' ' ? 1 : 0;
        }
        reports++;
        lost += error ? 1 : 0;
        boolean dense = reports > SPARE_REPORTS + chars / CHARS_PER_REPORT;
        exceeded = exceeded || dense || lost > MAX_LOST_REPORTS || isSlow() || isOver();
        return exceeded;
    }

    /** Whether the parser was stopped. */
    boolean exceeded() {
        return exceeded;
    }

    private boolean isSlow() {
        return workedNanos() - start > SPARE_NANOS + at * NANOS_PER_CHAR;
    }

    private static long workedNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** An exception must not pass through native code. */
    private boolean isOver() {
        try {
            context.checkDeadline();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
