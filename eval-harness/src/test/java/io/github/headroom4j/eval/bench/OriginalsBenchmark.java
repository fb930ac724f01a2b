package io.github.headroom4j.eval.bench;

import io.github.headroom4j.memory.JdbcOriginalStore;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Keeping an original and reading it back, in stores that need no server. */
@State(Scope.Benchmark)
public class OriginalsBenchmark extends SampledBenchmark {

    private static final int TEXTS = 64;

    /** Where originals are kept. */
    @Param({"heap", "h2"})
    public String store = "heap";

    /** Length of the text. */
    @Param({"10000", "1000000"})
    public int chars = 10_000;

    private OriginalStore originals = new InMemoryOriginalStore();
    private List<String> texts = List.of();
    private int calls;

    /**
     * Makes the texts.
     *
     * @throws IOException if no folder for the database can be made
     */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        ContentTexts content = ContentTexts.of(Bench.project(), "logs/typical");
        texts = content.variants(chars, TEXTS);
        originals = store.equals("heap")
                ? new InMemoryOriginalStore()
                : JdbcOriginalStore.embedded(Files.createTempDirectory("bench").resolve("originals"));
    }

    /**
     * One original, kept and read back. Every scope is new, so that none is there before.
     *
     * @return it
     */
    @Benchmark
    public Optional<String> putAndFind() {
        String scope = "scope-" + calls;
        OriginalId id = originals.put(scope, texts.get(calls % TEXTS));
        calls++;
        Optional<String> found = originals.find(scope, id.shortForm());
        originals.clear(scope);
        return found;
    }
}
