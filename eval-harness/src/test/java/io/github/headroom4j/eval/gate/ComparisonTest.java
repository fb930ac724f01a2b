package io.github.headroom4j.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private final Path folder;

    ComparisonTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_pair_what_both_have_and_name_what_only_one_has() {
        Path a = RunFixture.good().in(folder.resolve("a"));
        Path b = RunFixture.good()
                .arm("headroom", i -> RunFixture.usual(i) - (i % 3 == 0 ? 0.3 : 0), i -> 500, 0)
                .arm("window", RunFixture::usual, i -> 700, 0)
                .in(folder.resolve("b"));
        Path baseline = folder.resolve("baseline.json");
        Gate.of(a, null, null).writeBaseline(baseline, false);

        assertThat(Comparison.of(a, b).text().lines())
                .anyMatch(line -> line.matches(
                        "triage +headroom +120 +90\\.0 % +95\\.0 % +0\\.750 +0\\.650 +-10\\.00 +\\[.*] +inferior"))
                .anyMatch(line -> line.matches("triage +head +.* non-inferior"))
                .hasSize(5);
        assertThat(Comparison.of(baseline, b).text().lines())
                .anyMatch(line -> line.matches("triage +headroom .* -10\\.00 .*"))
                .hasSize(3);
        assertThat(Comparison.of(b, baseline).text()).contains("only in A: triage, arm window");
    }
}
