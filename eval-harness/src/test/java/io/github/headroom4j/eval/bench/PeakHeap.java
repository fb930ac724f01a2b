package io.github.headroom4j.eval.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What is live at once while a text of each kind is compressed, against the budget of eight times the text. Writes {@code
 * heap.md} and {@code .json}: into {@code reports/} if everything ran as declared, into {@code target/bench/} if options changed
 * something. Ends with 1 if a kind exceeds the budget.
 */
@Command(name = "heap", mixinStandardHelpOptions = true)
public final class PeakHeap implements Callable<Integer> {

    /** Far more than any text here takes, so that collections come when they are asked for. */
    private static final String HEAP = "-Xmx1536m";

    @Option(names = "--kinds", split = ",", description = "types and tiers (default: all)")
    private List<String> kinds = Bench.kinds();

    @Option(names = "--chars", split = ",", description = "lengths (default: ${DEFAULT-VALUE})")
    private List<Integer> chars = List.of(100_000, 1_000_000, 10_000_000);

    private final String[] args;

    PeakHeap(String... args) {
        this.args = args;
    }

    /**
     * Runs it.
     *
     * @param args options; none for the published run
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PeakHeap(args)).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Bench.tellForksTheClassPath();
        Path project = Bench.project();
        Machine machine = Machine.here(project);
        List<HeapRow> rows = new ArrayList<>();
        for (String kind : kinds) {
            rows.addAll(measure(kind));
        }
        Path folder = Bench.folder(project, args);
        write(folder, rows, machine, Bench.command(PeakHeap.class, args));
        List<HeapRow> over = rows.stream().filter(row -> !row.kept()).toList();
        over.forEach(System.out::println);
        System.out.println((over.isEmpty() ? "passed: " : "FAILED: ") + folder.resolve("heap.md") + ", .json");
        return over.isEmpty() ? 0 : 1;
    }

    private List<HeapRow> measure(String kind) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // Without these, what is dead stays where moving what is behind it is not worth the time.
                "-XX:MarkSweepDeadRatio=0",
                "-XX:MarkSweepAlwaysCompactCount=1",
                // What is softly reachable, such as Jackson's buffers of the call before, is not live.
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                HeapSampling.class.getName(),
                kind));
        chars.forEach(length -> command.add(Integer.toString(length)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<HeapRow> rows = new ArrayList<>();
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (String line : process.inputReader(StandardCharsets.UTF_8).lines().toList()) {
            rows.add(json.readValue(line, HeapRow.class));
        }
        if (process.waitFor() != 0 || rows.size() != chars.size()) {
            throw new IllegalStateException("measuring " + kind + " ended with " + process.exitValue());
        }
        return rows;
    }

    static void write(Path folder, List<HeapRow> rows, Machine machine, String command) throws IOException {
        new BenchReport("bytes", machine, command)
                .with("passed", rows.stream().allMatch(HeapRow::kept))
                .with("results", rows)
                .write(folder, "heap", new HeapPage(rows).text(machine, command));
    }
}
