package io.github.headroom4j.eval.content;

import io.github.headroom4j.eval.report.CsvCells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * How much processor time compressing samples took: the median of several runs after the measurement has warmed everything up. Differs from
 * run to run and from machine to machine, so it goes into no report that is compared. Not thread-safe.
 */
final class Timings {

    /** Long enough for the compiler to have seen every loop; a few samples alone would be timed while it still works. */
    private static final long WARM_UP_NANOS = 5_000_000_000L;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MB = 1e6;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int runs;
    private final Map<String, Long> medians = new HashMap<>();

    /** With 0 runs nothing is timed. */
    Timings(int runs) {
        this.runs = runs;
    }

    /** Warms up over all samples, then times each. */
    void time(List<Sample> samples) {
        if (runs == 0) {
            return;
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP_NANOS) {
            for (Sample sample : samples) {
                ContentBench.compressOnly(sample);
            }
        }
        samples.forEach(this::time);
    }

    private void time(Sample sample) {
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            long start = nanoTime();
            ContentBench.compressOnly(sample);
            nanos[i] = nanoTime() - start;
        }
        Arrays.sort(nanos);
        medians.put(sample.name(), nanos[runs / 2]);
    }

    /** Time of the processor that this thread has had, so that a busy machine does not make the engine look slow. */
    private static long nanoTime() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Milliseconds per megabyte (10⁶ bytes of UTF-8) over samples together; empty if they were not timed. */
    OptionalDouble millisPerMegabyte(List<Sample> samples) {
        double nanos = 0;
        double bytes = 0;
        for (Sample sample : samples) {
            Long median = medians.get(sample.name());
            if (median != null) {
                nanos += median;
                bytes += bytes(sample);
            }
        }
        return bytes == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(nanos / NANOS_PER_MILLI / (bytes / BYTES_PER_MB));
    }

    /** One row per sample. */
    String csv(List<Sample> samples) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader("type", "sample", "bytes", "runs", "medianMicros")
                .get();
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            for (Sample sample : samples) {
                Long median = medians.get(sample.name());
                if (median != null) {
                    CsvCells.print(printer, sample.type(), sample.name(), bytes(sample), runs, median / 1_000);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return out.toString();
    }

    boolean any() {
        return !medians.isEmpty();
    }

    private static int bytes(Sample sample) {
        return sample.text().getBytes(StandardCharsets.UTF_8).length;
    }
}
