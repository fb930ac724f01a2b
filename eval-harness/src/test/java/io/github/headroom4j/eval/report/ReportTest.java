package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.headroom4j.eval.cache.AnthropicCache;
import io.github.headroom4j.eval.cache.CacheUsage;
import io.github.headroom4j.eval.cache.Priced;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Protocol PROTOCOL = new Protocol(2, 0.95, 1_000, 1, 20, 8);

    @Test
    void files_read_as_the_golden_ones(@TempDir Path folder) throws IOException {
        new ReportFiles(folder).write(report(25), 1);
        for (String file : List.of("summary.md", "report.json", "report.csv", "junit.xml")) {
            assertThat(withoutVersions(Files.readString(folder.resolve(file))))
                    .as(file)
                    .isEqualTo(golden(file));
        }
        assertThat(Files.readString(folder.resolve("run.json"))).contains("\"java.version\"");
    }

    @Test
    void a_hidden_gold_item_is_noticed() {
        List<ArmSummary> rows = report(25).summaries();
        assertThat(rows).extracting(ArmSummary::arm).containsExactly("none", "none-again", "mutant");
        assertThat(rows.get(1).difference()).isEqualTo(new Estimate(0, 0, 0));
        assertThat(rows.get(1).saved()).isEqualTo(new Estimate(0, 0, 0));
        // One case of 25 lost one of its two gold items: F1 from 1 to 2/3, so minus 1/75 on average.
        assertThat(rows.get(2).difference().value()).isEqualTo(-1.0 / 75, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(rows.get(2).worse()).isEqualTo(1);
        assertThat(rows.get(2).evidence()).isEqualTo(new EvidenceCount(49, 1, 0));
    }

    @Test
    void console_table_is_aligned() {
        assertThat(report(2).console().lines().limit(4).map(line -> line.replaceAll("  +", "  ")))
                .containsExactly(
                        "workload  arm  cases  tokens before  after  saved  95 %  F1  ΔF1 (points)  95 %  verdict"
                                + "  evidence visible / recoverable / lost",
                        "toy  none  2  2,000  2,000  0.0 %  [0.0, 0.0]  1.000  baseline  4 / 0 / 0",
                        "toy  none-again  2  2,000  2,000  0.0 %  [0.0, 0.0]  1.000  0.00  [0.00, 0.00]  too few  4 / 0 / 0",
                        "toy  mutant  2  2,000  1,000  50.0 %  [50.0, 50.0]  0.833  -16.67  [-33.33, 0.00]  too few  3 / 1 / 0");
    }

    @Test
    void a_page_without_markers_is_refused(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "<!-- results:end --> <!-- results:begin -->");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportFiles(folder).updateReadme(page, report(2)))
                .withMessageContaining("results:begin");
    }

    @Test
    void long_sessions_tell_their_costs(@TempDir Path folder) throws IOException {
        new ReportFiles(folder).write(sessions(), 1);
        assertThat(Files.readString(folder.resolve("costs.csv")))
                .startsWith("workload,case,arm,setting,cache,inputTokens,read,written,cost\n")
                .contains("toy,case-1,mask-equal-cost,1,anthropic,1000,0,1000,1250\n");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"cache\" : \"anthropic\"")
                .contains("\"read\" : 36000");
        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains(
                        "| toy | headroom | anthropic |  | 40,000 | 90.0 % | 50,000 | 8,600 | 82.8 % | [82.8, 82.8] |")
                .contains("| toy | headroom | mask-equal-cost | 0–19 | 8,600 / 25,000 | 1.000 | 0.667 | +33.33 |");
        assertThat(ReadmeBlock.of(new ReportJson(sessions()).text()))
                .contains("| workload | arm | input tokens saved | F1 | cost saved, anthropic |");
    }

    private static Report sessions() {
        List<CaseResult> results = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            results.add(session(i, "none", new CacheUsage(2_000, 0, 2_000), new Score(2, 2, 2), ""));
            results.add(session(i, "mask-equal-cost", new CacheUsage(1_000, 0, 1_000), new Score(2, 1, 1), "" + i));
            results.add(session(i, "headroom", new CacheUsage(2_000, 1_800, 200), new Score(2, 2, 2), ""));
        }
        Report.Setup setup = new Report.Setup(
                PROTOCOL,
                List.of(new Report.Part("toy", 20, "0123abcd")),
                List.of(
                        new Report.ArmAbout("none", "as it is"),
                        new Report.ArmAbout("mask-equal-cost", "slides"),
                        new Report.ArmAbout("headroom", "ours")),
                "");
        return Report.of(setup, results);
    }

    private static CaseResult session(int number, String arm, CacheUsage usage, Score score, String setting) {
        AnthropicCache cache = AnthropicCache.of("anthropic", 1_024);
        return new CaseResult(
                new Subject("toy", "case-" + number, "cluster-" + number, "dev", "mixed"),
                arm,
                score,
                new Usage(2, usage.input(), usage.read(), 0),
                EvidenceCount.NONE,
                List.of(new Priced(cache.name(), usage, cache.cost(usage))),
                setting,
                null);
    }

    @Test
    void figures_never_say_minus_zero() {
        assertThat(Figures.points(-0.000001)).isEqualTo("0.00");
        assertThat(Figures.points(0.000001)).isEqualTo("0.00");
        assertThat(Figures.points(0.0123)).isEqualTo("+1.23");
        assertThat(Figures.percent(-0.0001)).isEqualTo("0.0 %");
        assertThat(Figures.tokens(1234567)).isEqualTo("1,234,567");
        assertThat(Figures.exact(-0.0).toPlainString()).isEqualTo("0");
        assertThat(Figures.exact(100).toPlainString()).isEqualTo("100");
    }

    @Test
    void a_result_without_baseline_is_refused() {
        List<CaseResult> lone = List.of(result(0, "mutant", new Score(1, 1, 1), 1, EvidenceCount.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(setup(1), lone))
                .withMessageContaining("no baseline");
    }

    /** Cases with two gold items each; the mutant halves the tokens and hides one item of the first case. */
    private static Report report(int cases) {
        List<CaseResult> results = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            EvidenceCount all = new EvidenceCount(2, 0, 0);
            results.add(result(i, "none", new Score(2, 2, 2), 1_000, all));
            results.add(result(i, "none-again", new Score(2, 2, 2), 1_000, all));
            results.add(
                    i == 0
                            ? result(i, "mutant", new Score(2, 1, 1), 500, new EvidenceCount(1, 1, 0))
                            : result(i, "mutant", new Score(2, 2, 2), 500, all));
        }
        return Report.of(setup(cases), results);
    }

    private static Report.Setup setup(int cases) {
        return new Report.Setup(
                PROTOCOL,
                List.of(new Report.Part("toy", cases, "0123abcd")),
                List.of(
                        new Report.ArmAbout("none", "as it is"),
                        new Report.ArmAbout("none-again", "once more"),
                        new Report.ArmAbout("mutant", "hides an item")),
                "--workloads toy");
    }

    private static CaseResult result(int number, String arm, Score score, long tokens, EvidenceCount evidence) {
        Subject subject =
                new Subject("toy", "case-" + number, "cluster-" + number, number % 2 == 0 ? "dev" : "test", "typical");
        return new CaseResult(subject, arm, score, new Usage(2, tokens, tokens / 4, tokens / 2), evidence);
    }

    /** A new release of anything must not change golden files. */
    private static String withoutVersions(String text) {
        String result = text;
        // The longest first: one version may begin with another.
        List<String> versions = Versions.all().values().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String version : versions) {
            result = result.replace(version, "VERSION");
        }
        return result;
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream("golden-" + file)) {
            return in == null ? "no golden file " + file : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
