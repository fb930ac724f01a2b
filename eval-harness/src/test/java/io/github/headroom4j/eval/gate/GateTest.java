package io.github.headroom4j.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.headroom4j.eval.gate.Finding.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    private final Path folder;

    GateTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_pass_a_run_that_is_its_own_baseline() {
        Path run = RunFixture.good().in(folder.resolve("run"));

        GateResult result = judge(run, baselineOf(run), null);

        assertThat(result.exitCode()).isZero();
        assertThat(result.findings()).extracting(Finding::outcome).containsOnly(Outcome.PASS);
        assertThat(checks(result, finding -> true))
                .containsExactly(
                        "saved",
                        "F1 against none",
                        "evidence",
                        "saved against baseline",
                        "F1 against baseline",
                        "control none-again",
                        "control head");
    }

    @Test
    void should_tell_a_quality_regression() {
        Path good = RunFixture.good().in(folder.resolve("good"));
        Path worse = RunFixture.good()
                .arm("headroom", i -> RunFixture.usual(i) - (i % 3 == 0 ? 0.3 : 0), i -> 1_000 + i / 10, 0)
                .in(folder.resolve("worse"));

        GateResult result = judge(worse, baselineOf(good), null);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(checks(result, finding -> finding.outcome() == Outcome.REGRESSION))
                .containsExactly("F1 against none", "F1 against baseline");
        assertThat(result.headline()).isEqualTo("gate: regression (2 regression, 0 cannot judge, 5 pass)");
    }

    @Test
    void should_tell_a_savings_regression() {
        Path good = RunFixture.good().in(folder.resolve("good"));
        Path dear = RunFixture.good()
                .arm("headroom", RunFixture::usual, i -> 1_500, 0)
                .in(folder.resolve("dear"));

        GateResult result = judge(dear, baselineOf(good), null);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(checks(result, finding -> finding.outcome() == Outcome.REGRESSION))
                .containsExactly("saved against baseline");
        assertThat(message(result, "saved against baseline")).startsWith("85.1 % of input tokens saved, 90.0 % before");
    }

    @Test
    void should_tell_an_inconclusive_run() {
        Path good = RunFixture.good().in(folder.resolve("good"));
        // As many cases better as worse: no loss on average, but the interval is far wider than the margin.
        Path noisy = RunFixture.good()
                .arm("headroom", i -> i % 4 < 2 ? 1 : 0.5, i -> 1_000, 0)
                .in(folder.resolve("noisy"));

        GateResult result = judge(noisy, baselineOf(good), null);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(checks(result, finding -> finding.outcome() == Outcome.CANNOT_JUDGE))
                .containsExactly("F1 against none", "F1 against baseline");
        assertThat(message(result, "F1 against none"))
                .contains("inconclusive")
                .containsPattern("about \\d+\\.\\d times");
    }

    @Test
    void should_let_a_regression_decide_before_what_cannot_be_judged() {
        Path good = RunFixture.good().in(folder.resolve("good"));
        Path both = RunFixture.good()
                .hash("bbbb")
                .arm("headroom", RunFixture::usual, i -> 1_000, 3)
                .in(folder.resolve("both"));

        GateResult result = judge(both, baselineOf(good), null);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(checks(result, finding -> finding.outcome() == Outcome.REGRESSION))
                .containsExactly("evidence");
        assertThat(checks(result, finding -> finding.outcome() == Outcome.CANNOT_JUDGE))
                .containsExactly("baseline");
    }

    @Test
    void should_not_judge_when_a_control_of_the_baseline_was_left_out() {
        Path good = RunFixture.good().in(folder.resolve("good"));
        Path unwatched = RunFixture.good().without("none-again").in(folder.resolve("unwatched"));

        GateResult result = judge(unwatched, baselineOf(good), null);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(checks(result, finding -> finding.outcome() == Outcome.CANNOT_JUDGE))
                .containsExactly("control none-again");
    }

    @Test
    void should_not_judge_when_a_control_does_not_behave() {
        Path broken = RunFixture.good()
                .arm("none-again", RunFixture::usual, i -> 10_001, 0)
                .arm("head", RunFixture::usual, i -> 1_000, 0)
                .in(folder.resolve("broken"));

        GateResult result = judge(broken, null, null);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(checks(result, finding -> finding.outcome() == Outcome.CANNOT_JUDGE))
                .containsExactly("control none-again", "control head");
    }

    @Test
    void should_hold_each_workload_against_its_own_rule() throws IOException {
        Path run = RunFixture.good().in(folder.resolve("run"));
        Path policy = policy("""
                format: 1
                defaults:
                  minSaved: 95
                workloads:
                  triage: {minSaved: 80, f1Margin: 1}
                  review: {minSaved: 60}
                """);

        GateResult result = judge(run, null, policy);

        assertThat(message(result, "saved")).endsWith("at least 80 % asked for");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(message(result, "workload")).isEqualTo("the policy names it, but it was not run");
    }

    @Test
    void should_only_report_what_the_policy_says_decides_nothing() throws IOException {
        Path noisy = RunFixture.good()
                .arm("headroom", i -> i % 4 < 2 ? 1 : 0.5, i -> 1_000, 0)
                .in(folder.resolve("noisy"));

        GateResult result = judge(noisy, null, policy("format: 1\ndefaults: {againstNone: report}\n"));

        assertThat(result.exitCode()).isZero();
        assertThat(checks(result, finding -> finding.outcome() == Outcome.NOTE)).containsExactly("F1 against none");
    }

    @Test
    void should_compare_times_of_one_machine_only() throws IOException {
        Path then = RunFixture.good().latency("a box", 10).in(folder.resolve("then"));
        Path baseline = folder.resolve("baseline.json");
        Gate.of(then, null, null).writeBaseline(baseline, true);
        Path policy = policy("format: 1\ndefaults: {maxLatencyRatio: 1.5}\n");

        GateResult slow = judge(RunFixture.good().latency("a box", 16).in(folder.resolve("slow")), baseline, policy);
        GateResult near = judge(RunFixture.good().latency("a box", 14).in(folder.resolve("near")), baseline, policy);
        GateResult other = judge(RunFixture.good().latency("other", 14).in(folder.resolve("other")), baseline, policy);
        GateResult untold = judge(RunFixture.good().in(folder.resolve("untold")), baseline, policy);

        assertThat(slow.exitCode()).isEqualTo(1);
        assertThat(message(slow, "latency"))
                .isEqualTo("p99 of compression 16.0 ms, 10.0 ms before: 1.60 times as long, at most 1.5 allowed");
        assertThat(near.exitCode()).isZero();
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(untold.exitCode()).isEqualTo(2);
    }

    @Test
    void should_name_what_is_wrong_with_a_policy() throws IOException {
        Path run = RunFixture.good().in(folder.resolve("run"));

        assertRefused(run, "format: 1\ndefaults: {minSavd: 3}\n", "minSavd");
        assertRefused(run, "format: 1\ndefault: {minSaved: 3}\n", "unknown key 'default'");
        assertRefused(run, "format: 2\n", "format must be 1, but is 2");
        assertRefused(run, "format: 1\ndefaults: {maxLost: -1}\n", "maxLost must not be negative, but was -1");
        assertRefused(run, "format: 1\nworkloads: {triage: 93}\n", "triage: must be keys with values, but is 93");
        assertRefused(run, "format: 1\nworkloads: {triage: {minSaved: [\n", "policy.yaml");
        assertRefused(run, "format: 1\nformat: 1\n", "uplicate");
    }

    private void assertRefused(Path run, String policy, String message) throws IOException {
        Path file = policy(policy);
        assertThatExceptionOfType(GateException.class)
                .isThrownBy(() -> Gate.of(run, null, file))
                .withMessageContaining(message)
                .withMessageContaining("policy.yaml");
    }

    @Test
    void should_name_a_file_that_is_missing_or_something_else() throws IOException {
        Path run = RunFixture.good().in(folder.resolve("run"));
        Path other = folder.resolve("other.json");
        Files.writeString(other, "[1, 2]");

        assertThatExceptionOfType(GateException.class)
                .isThrownBy(() -> Gate.of(folder.resolve("nowhere"), null, null))
                .withMessageContaining("report.json: is no file; run the harness first");
        assertThatExceptionOfType(GateException.class)
                .isThrownBy(() -> Gate.of(run, other, null))
                .withMessageContaining("other.json: must hold an object, but holds ARRAY");
        Files.writeString(other, "{}");
        assertThatExceptionOfType(GateException.class)
                .isThrownBy(() -> Gate.of(run, other, null))
                .withMessageContaining("format must be headroom-baseline/1");
        Files.writeString(run.resolve("report.csv"), "workload,case\ntriage,1\n");
        assertThatExceptionOfType(GateException.class)
                .isThrownBy(() -> Gate.of(run, null, null))
                .withMessageContaining("report.csv: cannot be read");
    }

    @Test
    void should_write_a_comment_that_says_what_decides_first() {
        Path good = RunFixture.good().in(folder.resolve("good"));
        Path dear = RunFixture.good()
                .arm("headroom", RunFixture::usual, i -> 1_500, 0)
                .in(folder.resolve("dear"));

        GateResult result = judge(dear, baselineOf(good), null);

        assertThat(result.comment()).startsWith("""
                        ## Compression gate: regression (1 regression, 0 cannot judge, 6 pass)

                        | workload | check | outcome | finding |
                        |---|---|---|---|
                        | triage | saved against baseline | regression | 85.1 % of input tokens saved, 90.0 % before; \
                        a drop of at most 1 points allowed |

                        <details><summary>All 7 findings</summary>
                        """).endsWith("</details>\n");
        assertThat(result.annotations())
                .isEqualTo("::error title=triage saved against baseline::85.1 %25 of input tokens saved, 90.0 %25"
                        + " before; a drop of at most 1 points allowed\n");
    }

    @Test
    void should_not_let_names_break_out_of_comment_or_annotation() {
        GateResult result = new GateResult(List.of(
                new Finding("a|b<img>", "c::d,e", Outcome.REGRESSION, "one\n::set-output name=x::y `z` | 5 %")));

        assertThat(result.comment())
                .contains("| a\\|b&lt;img> | c::d,e | regression | one ::set-output name=x::y \\`z\\` \\| 5 % |");
        assertThat(result.annotations())
                .isEqualTo("::error title=a|b<img> c%3A%3Ad%2Ce::one%0A::set-output name=x::y `z` | 5 %25\n");
    }

    private Path baselineOf(Path run) {
        Path file = folder.resolve("baseline-" + run.getFileName() + ".json");
        Gate.of(run, null, null).writeBaseline(file, false);
        return file;
    }

    private static GateResult judge(Path run, @Nullable Path baseline, @Nullable Path policy) {
        return Gate.of(run, baseline, policy).judge();
    }

    private Path policy(String yaml) throws IOException {
        return Files.writeString(folder.resolve("policy.yaml"), yaml);
    }

    private static List<String> checks(GateResult result, Predicate<Finding> wanted) {
        return result.findings().stream().filter(wanted).map(Finding::check).toList();
    }

    private static String message(GateResult result, String check) {
        return result.findings().stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow()
                .message();
    }
}
