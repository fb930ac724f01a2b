package io.github.headroom4j.eval.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/** Reports of a run as the harness writes them, with figures of one's own. Not thread-safe. */
final class RunFixture {

    static final int CASES = 120;
    private static final int CLUSTERS = 40;

    private record Arm(IntToDoubleFunction f1, IntToLongFunction tokens, int lost) {}

    /** As many cases as naive arms and controls run on. */
    static final int FEWER = 30;

    private final Map<String, Arm> arms = new LinkedHashMap<>();
    private final List<String> latency = new ArrayList<>();
    private String hash = "aaaa";

    /** Every other case is answered; headroom saves 90 % and answers the same. */
    static RunFixture good() {
        return new RunFixture()
                .arm("none", RunFixture::usual, i -> 10_000 + i, 0)
                .arm("none-again", RunFixture::usual, i -> 10_000 + i, 0)
                .arm("head", i -> 0.1 * usual(i), i -> 1_000, 70)
                .arm("headroom", RunFixture::usual, i -> 1_000 + i / 10, 0);
    }

    static double usual(int i) {
        return i % 2 == 0 ? 1 : 0.5;
    }

    RunFixture arm(String name, IntToDoubleFunction f1, IntToLongFunction tokens, int lost) {
        arms.put(name, new Arm(f1, tokens, lost));
        return this;
    }

    RunFixture without(String name) {
        arms.remove(name);
        return this;
    }

    RunFixture hash(String newHash) {
        hash = newHash;
        return this;
    }

    RunFixture latency(String machine, double p99Millis) {
        latency.add("{\"machine\": \"" + machine + "\", \"latency\": [{\"workload\": \"triage\", \"arm\": \"lossless\","
                + " \"p99Millis\": 1}, {\"workload\": \"triage\", \"arm\": \"headroom\", \"p99Millis\": " + p99Millis
                + "}]}");
        return this;
    }

    Path in(Path folder) {
        StringBuilder rows = new StringBuilder("workload,case,cluster,arm,f1,inputTokens,lost\n");
        arms.forEach((name, arm) -> {
            for (int i = 0; i < (name.equals("head") ? FEWER : CASES); i++) {
                rows.append(String.format(
                        Locale.ROOT,
                        "triage,case-%d,\"cluster, %d\",%s,%s,%d,%d\n",
                        i,
                        i % CLUSTERS,
                        name,
                        arm.f1.applyAsDouble(i),
                        arm.tokens.applyAsLong(i),
                        i == 0 ? arm.lost : 0));
            }
        });
        try {
            Files.createDirectories(folder);
            write(folder.resolve("report.csv"), rows.toString());
            write(folder.resolve("report.json"), """
                    {"manifest": {"protocol": {"marginPoints": 2.0, "confidence": 0.95, "resamples": 2000, "seed": 5,
                      "minCases": 20, "minClusters": 8},
                     "workloads": [{"workload": "triage", "cases": 120, "hash": "%s"}]}}
                    """.formatted(hash));
            if (!latency.isEmpty()) {
                write(folder.resolve("run.json"), latency.get(0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
