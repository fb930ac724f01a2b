package io.github.headroom4j.eval.bench;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.Headroom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How far compression goes past its time limit with texts made to cost much and with captured ones, at every length up to the
 * longest that is read. Writes {@code deadlines.md} and {@code .json}: into {@code reports/} if everything ran as
 * declared, into {@code target/bench/} if options changed something. Ends with 1 if a call went on for more than a fifth of
 * the limit past it.
 */
@Command(name = "deadlines", mixinStandardHelpOptions = true)
public final class DeadlineOvershoot implements Callable<Integer> {

    private static final String QUERY = "Why did request order-4711 fail?";

    /** Long enough for every stage to be reached and compiled, short enough to be over within the limit. */
    private static final int WARM_UP_CHARS = 200_000;

    @Option(names = "--chars", split = ",", description = "lengths (default: ${DEFAULT-VALUE})")
    private List<Integer> chars = List.of(300_000, 1_000_000, 2_000_000, 4_000_000, 8_000_000, Headroom.MAX_CHARS);

    @Option(names = "--runs", description = "calls with each text (default: ${DEFAULT-VALUE})")
    private int runs = 3;

    @Option(names = "--warm-ups", description = "rounds over all texts before (default: ${DEFAULT-VALUE})")
    private int warmUps = 5;

    @Option(names = "--only", description = "what names of texts must contain")
    private String only = "";

    private final String[] args;

    DeadlineOvershoot(String... args) {
        this.args = args;
    }

    /**
     * Runs it.
     *
     * @param args options; none for the published run
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new DeadlineOvershoot(args)).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Path project = Bench.project();
        Machine machine = Machine.here(project);
        List<DeadlineRow> rows = measure(texts(project));
        Path folder = Bench.folder(project, args);
        write(folder, rows, machine);
        List<DeadlineRow> late = rows.stream().filter(row -> !row.kept()).toList();
        late.forEach(System.out::println);
        System.out.println((late.isEmpty() ? "passed: " : "FAILED: ") + folder.resolve("deadlines.md") + ", .json");
        return late.isEmpty() ? 0 : 1;
    }

    Map<String, IntFunction<String>> texts(Path project) {
        Map<String, IntFunction<String>> texts = AdversarialTexts.all();
        for (String kind : Bench.kinds()) {
            ContentTexts captured = ContentTexts.of(project, kind);
            texts.put("captured: " + kind, length -> captured.text(length, 1));
        }
        texts.keySet().removeIf(name -> !name.contains(only));
        return texts;
    }

    List<DeadlineRow> measure(Map<String, IntFunction<String>> texts) {
        Headroom.create().warmUp();
        // The first one that is given up looks for a logging library, once in a process.
        Headroom.builder().timeout(Duration.ofNanos(1)).build().compress(CompressionRequest.of("word ".repeat(10_000)));
        for (int round = 0; round < warmUps; round++) {
            texts.values().forEach(text -> Headroom.create().compress(request(text.apply(WARM_UP_CHARS))));
        }
        List<DeadlineRow> rows = new ArrayList<>();
        try (DeadlineWatch watch = new DeadlineWatch(Headroom.DEFAULT_TIMEOUT)) {
            for (Map.Entry<String, IntFunction<String>> text : texts.entrySet()) {
                for (int length : chars) {
                    String made = text.getValue().apply(length);
                    // Frames and last pieces make some a little longer.
                    String read = made.substring(0, Math.min(made.length(), Headroom.MAX_CHARS));
                    rows.add(measure(watch, text.getKey(), read));
                }
            }
        }
        return rows;
    }

    private DeadlineRow measure(DeadlineWatch watch, String name, String text) {
        List<DeadlineWatch.Watched<CompressionResult>> calls = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            // A copy has not been hashed yet, and an instance of its own remembers no count of an earlier call.
            CompressionRequest copy = request(String.valueOf(text.toCharArray()));
            Headroom headroom = Headroom.create();
            // Else what the copy left behind is collected after the watch starts and before the call's own clock does.
            System.gc();
            calls.add(watch.watch(() -> headroom.compress(copy)));
        }
        return DeadlineRow.of(name, text, Headroom.DEFAULT_TIMEOUT, calls);
    }

    private static CompressionRequest request(String text) {
        return CompressionRequest.of(text).withQuery(QUERY);
    }

    void write(Path folder, List<DeadlineRow> rows, Machine machine) throws IOException {
        String command = Bench.command(DeadlineOvershoot.class, args);
        new BenchReport("ms per call", machine, command)
                .with("passed", rows.stream().allMatch(DeadlineRow::kept))
                .with("runs", runs)
                .with("results", rows)
                .write(folder, "deadlines", new DeadlinePage(rows, runs).text(machine, command));
    }
}
