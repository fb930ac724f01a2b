package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.headroom4j.eval.job.EvalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentBenchTest {

    private final Path project;
    private final Path samples;

    ContentBenchTest(@TempDir Path project) throws IOException {
        this.project = project;
        samples = Files.createDirectories(project.resolve("datasets/content"));
    }

    @Test
    void every_sample_is_measured_and_every_other_file_named() throws IOException {
        writeTree();
        String printed = run("--runs", "0");
        assertThat(Files.readString(project.resolve("reports/content.md")))
                .contains("4 samples of 4 types", "| prose/in-truth.log.gz | prose | log | 1 |")
                .contains("- 1 × binary", "- 1 × documentation", "- 1 × not UTF-8", "- 1 × too small for any policy");
        assertThat(printed)
                .contains("0 round-trip failures, 0 inflations, ")
                .contains("not measured, binary: json/pixel.png")
                .contains("not measured, not UTF-8: logs/latin1.log")
                .doesNotContain("ms per MB");
        assertThat(project.resolve("target")).doesNotExist();
    }

    @Test
    void all_reports_are_the_same_bytes_on_every_run_and_tell_no_paths() throws IOException {
        writeTree();
        run("--runs", "0", "--reports", "one");
        run("--runs", "0", "--reports", "two");
        for (String file : List.of("content.md", "content.json", "content.csv")) {
            Path one = project.resolve("one").resolve(file);
            assertThat(project.resolve("two").resolve(file)).hasSameBinaryContentAs(one);
            assertThat(Files.readString(one)).doesNotContain(project.toString());
        }
        assertThat(Files.readString(project.resolve("one/content.json")))
                .contains("\"roundTripFailures\" : 0", "\"inflations\" : 0", "\"problems\" : [ ]");
        assertThat(Files.readAllLines(project.resolve("one/content.csv")))
                .hasSize(1 + 2 * 4)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("json,json/deep/orders.json,")
                        .contains(",same,"));
    }

    @Test
    void times_go_to_the_console_and_beside_the_reports_only() throws IOException {
        writeTree();
        String printed = run("--runs", "1", "--types", "json");
        assertThat(printed).contains("ms per MB", "times (median of 1 warm runs)");
        assertThat(Files.readAllLines(project.resolve("target/bench-content/timings.csv")))
                .hasSize(2)
                .contains("type,sample,bytes,runs,medianMicros");
        assertThat(Files.readString(project.resolve("reports/content.md"))).doesNotContain("ms per MB");
    }

    @Test
    void foreign_samples_do_not_touch_the_reports_of_the_project() throws IOException {
        Path mine = Files.createDirectories(project.resolve("elsewhere/invoices"));
        Files.writeString(mine.resolve("a.json"), orders(80));
        run("--runs", "0", "--samples", "elsewhere");
        assertThat(project.resolve("reports")).doesNotExist();
        assertThat(Files.readString(project.resolve("target/bench-content/content.md")))
                .contains("| invoices | ");
    }

    @Test
    void a_public_data_set_is_read_in_its_own_layout() throws IOException {
        Path data = Files.createDirectories(project.resolve("shared/code-review/defects4j-commits"));
        String diff = Files.readString(Path.of("../datasets/content/diff/git-show.diff"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(data.resolve("commits.jsonl.gz")))) {
            String record = "{\"id\":1,\"subject\":\"Mend\",\"diff\":" + quoted(diff) + "}\n";
            out.write((record + record).getBytes(StandardCharsets.UTF_8));
        }
        Path builds = Files.createDirectories(project.resolve("shared/bump-maven/logs"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(builds.resolve("a.log.gz")))) {
            out.write(tarOf(log(200)));
        }
        Files.writeString(data.resolve("other.jsonl"), "{}");
        String printed = run("--runs", "0", "--samples", "shared");
        assertThat(printed)
                .contains("3 samples of 2 types")
                .contains("not measured, no text of this data set's layout: code-review/defects4j-commits/other.jsonl");
        assertThat(Files.readString(project.resolve("target/bench-content/content.csv")))
                .contains("diff,code-review/defects4j-commits/commits.jsonl.gz#2,")
                .contains("build,bump-maven/logs/a.log.gz,");
    }

    @Test
    void what_is_wrong_is_named_with_its_path() throws IOException {
        assertFails("nowhere: no such folder", "--samples", "nowhere");
        assertFails("content: holds no sample");
        Path json = Files.createDirectories(samples.resolve("json"));
        assertFails("json: holds no sample; put texts there or remove the folder");
        Files.writeString(json.resolve("a.json"), "[1]");
        assertFails("content: every sample is too small");
        assertFails("no sample of type 'yaml'; there are json", "--types", "yaml");
        assertFails("--runs must not be negative, but was -1", "--runs", "-1");
        assertFails("--help lists what there is", "--sample", "x");
        Files.writeString(json.resolve("b.json.query.txt"), "what?");
        assertFails("b.json.query.txt: belongs to b.json, which is not there");
        Files.delete(json.resolve("b.json.query.txt"));
        Files.writeString(json.resolve("a.json.vital.txt"), "[2]");
        assertFails("a.json.vital.txt: the sample does not hold '[2]'");
        Files.delete(json.resolve("a.json.vital.txt"));
        Files.writeString(json.resolve("c.json.gz"), "not packed");
        assertFails("c.json.gz: cannot be read");
        Path known = Files.createDirectories(project.resolve("shared/code-review/tufano-review-java"));
        Files.writeString(known.resolve("pairs.csv"), "before,comment\n\"int\" x,why\n");
        assertFails("pairs.csv: cannot be read as tufano-review-java", "--samples", "shared");
    }

    @Test
    void help_tells_layout_and_exit_codes() {
        assertThat(run("--help")).contains("X.vital.txt", "--samples", "Ends with 0", "with 1 if not");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalHarness.run(project, new PrintStream(out, true, StandardCharsets.UTF_8), "--help");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--workloads", "bench-content");
    }

    /** Four samples, of which two are near each other in kind; one sidecar asks for what is not shown. */
    private void writeTree() throws IOException {
        Path json = Files.createDirectories(samples.resolve("json/deep"));
        Files.writeString(json.resolve("orders.json"), orders(120));
        Files.writeString(json.resolve("orders.json.query.txt"), "What became of order 77?\n");
        Files.writeString(json.resolve("orders.json.vital.txt"), "refused by the bank\n\nKonrad 100\n");
        Files.write(samples.resolve("json/pixel.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0});
        Path logs = Files.createDirectories(samples.resolve("logs"));
        Files.writeString(logs.resolve("app.log"), log(400));
        Files.writeString(logs.resolve("app.log.vital.txt"), "pool exhausted\n");
        Files.write(logs.resolve("latin1.log"), new byte[] {'G', 'r', (byte) 0xFC, (byte) 0xDF, 'e'});
        Path wrong = Files.createDirectories(samples.resolve("prose"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(wrong.resolve("in-truth.log.gz")))) {
            out.write(log(100).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(Files.createDirectories(samples.resolve("mixed")).resolve("tiny.txt"), "a word");
        Files.writeString(
                samples.resolve("mixed/both.txt"), "The orders of today:\n\n" + orders(60) + "\n\nThat is all.\n");
        Files.writeString(samples.resolve("README.md"), "# Samples\n");
    }

    private static String orders(int n) {
        Random random = new Random(11);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(String.format(
                    Locale.ROOT,
                    "{\"id\": %d, \"customer\": \"%s %d\", \"total\": %d.%02d, \"state\": \"%s\"}",
                    i,
                    List.of("Ada", "Bob", "Konrad").get(random.nextInt(3)),
                    i == 40 ? 100 : random.nextInt(90),
                    random.nextInt(500),
                    random.nextInt(100),
                    i == 77 ? "refused by the bank" : "paid"));
        }
        rows.set(40, rows.get(40).replaceFirst("Ada|Bob", "Konrad"));
        return "[" + String.join(",\n ", rows) + "]\n";
    }

    private static String log(int n) {
        Random random = new Random(12);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < n; i++) {
            String time =
                    String.format(Locale.ROOT, "2026-03-01T10:%02d:%02d.%03dZ ", i / 60, i % 60, random.nextInt(1000));
            lines.append(time)
                    .append(
                            i == 61
                                    ? "ERROR [db] pool exhausted, request refused\n"
                                    : "INFO [http] request " + Integer.toHexString(random.nextInt()) + " served in "
                                            + random.nextInt(300) + " ms\n");
        }
        return lines.toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static byte[] tarOf(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] tar = new byte[512 + (content.length + 511) / 512 * 512 + 1024];
        put(tar, 0, "a.log");
        put(tar, 124, String.format(Locale.ROOT, "%011o", content.length));
        put(tar, 257, "ustar");
        System.arraycopy(content, 0, tar, 512, content.length);
        return tar;
    }

    private static void put(byte[] bytes, int at, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, bytes, at, ascii.length);
    }

    private void assertFails(String message, String... args) {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> run(args))
                .withMessageContaining(message);
    }

    private String run(String... args) {
        List<String> all = new ArrayList<>(List.of("bench-content"));
        all.addAll(List.of(args));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalHarness.run(project, new PrintStream(out, true, StandardCharsets.UTF_8), all.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }
}
