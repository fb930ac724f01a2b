package io.github.headroom4j.eval.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An hour of mixed load from eight threads on originals in H2 and in PostgreSQL. Writes {@code soak.md} and {@code .json}: into
 * {@code reports/} if everything ran as declared, into {@code target/bench/} if options changed something. Ends with 1 if a promise
 * was broken.
 */
@Command(name = "soak", mixinStandardHelpOptions = true)
public final class Soak implements Callable<Integer> {

    /** A JDBC URL with user and password of a PostgreSQL, such as {@code .ci/postgres} starts. */
    static final String POSTGRES_URL = "HEADROOM_TEST_POSTGRES_URL";

    /** Beyond this number of threads, agents wait for connections, which a soak should see too. */
    private static final int CONNECTIONS = 6;

    @Option(names = "--minutes", description = "how long (default: ${DEFAULT-VALUE})")
    private int minutes = 60;

    @Option(names = "--operations", description = "how many each thread does, instead of a time")
    private long operations;

    @Option(names = "--threads", description = "how many agents (default: ${DEFAULT-VALUE})")
    private int threads = 8;

    @Option(names = "--stores", split = ",", description = "of h2, postgres (default: both)")
    private List<String> stores = List.of("h2", "postgres");

    @Option(names = "--seed", description = "of every choice (default: ${DEFAULT-VALUE})")
    private long seed = 5401;

    private final String[] args;

    private Soak(String... args) {
        this.args = args;
    }

    /**
     * Runs it.
     *
     * @param args options; none for the published run
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Soak(args)).execute(args));
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException, ExecutionException {
        Path project = Bench.project();
        Machine machine = Machine.here(project);
        SoakSettings settings = new SoakSettings(
                threads,
                operations,
                operations > 0 ? Duration.ZERO : Duration.ofMinutes(minutes),
                List.of(2_000, 20_000, 200_000),
                seed);
        SoakResult result = run(settings, stores, System.getenv(POSTGRES_URL));
        Path folder = Bench.folder(project, args);
        write(folder, result, machine, Bench.command(Soak.class, args));
        result.details().forEach(System.out::println);
        System.out.println((result.passed() ? "passed: " : "FAILED: ") + folder.resolve("soak.md") + ", .json");
        return result.passed() ? 0 : 1;
    }

    static SoakResult run(SoakSettings settings, List<String> names, @Nullable String postgresUrl)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        SoakFaults faults = new SoakFaults();
        SoakTexts texts = new SoakTexts(Bench.project(), Bench.kinds(), settings.chars(), faults);
        List<SoakStore> open = new ArrayList<>();
        try {
            for (String name : names) {
                open.add(open(name, postgresUrl));
            }
            return new SoakRun(settings, open, texts, faults).run();
        } finally {
            for (SoakStore store : open) {
                store.close();
            }
        }
    }

    private static SoakStore open(String name, @Nullable String postgresUrl) throws IOException, SQLException {
        return switch (name) {
            case "h2" -> SoakStore.h2(Files.createTempDirectory("soak"), CONNECTIONS);
            case "postgres" -> {
                if (postgresUrl == null) {
                    throw new IllegalArgumentException(
                            POSTGRES_URL + " must be a JDBC URL; .ci/postgres starts a server");
                }
                yield SoakStore.postgres(postgresUrl, CONNECTIONS);
            }
            default -> throw new IllegalArgumentException("stores must be of h2, postgres, but was " + name);
        };
    }

    static void write(Path folder, SoakResult result, Machine machine, String command) throws IOException {
        new BenchReport("ms per operation", machine, command)
                .with("passed", result.passed())
                .with("result", result)
                .write(folder, "soak", new SoakPage(result).text(machine, command));
    }
}
