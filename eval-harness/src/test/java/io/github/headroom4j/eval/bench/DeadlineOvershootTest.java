package io.github.headroom4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.content.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Measuring the time limit works, and would see one that is not kept. No time is asserted. */
class DeadlineOvershootTest {

    private static final Machine MACHINE = new Machine("a processor", 2, "a system", "a JDK", 0, "abc");

    @Test
    void short_texts_of_every_kind_should_get_a_row_and_a_report(@TempDir Path folder) throws Exception {
        String[] args = {"--chars", "3000", "--runs", "2", "--warm-ups", "0"};
        DeadlineOvershoot overshoot = new DeadlineOvershoot(args);
        new CommandLine(overshoot).parseArgs(args);
        Map<String, IntFunction<String>> texts = overshoot.texts(Bench.project());

        List<DeadlineRow> rows = overshoot.measure(texts);
        overshoot.write(folder, rows, MACHINE);

        assertThat(rows).extracting(DeadlineRow::input).containsExactlyElementsOf(texts.keySet());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.decision()).isNotBlank().doesNotContain("FAILED");
            assertThat(row.wallP50()).isPositive().isLessThanOrEqualTo(row.wallMax());
            assertThat(row.cpuMax()).isNotNegative();
            assertThat(row.limit()).isEqualTo(250);
        });
        assertThat(Files.readString(folder.resolve("deadlines.md")))
                .contains("a processor, 2 processors", "--warm-ups 0", "| json: rows all unlike |");
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("deadlines.json").toFile());
        assertThat(json.path("results")).hasSize(rows.size());
        assertThat(json.path("results").path(0).path("overshoot").isNumber()).isTrue();
    }

    @Test
    void adversarial_texts_should_be_of_every_kind_of_any_length_and_the_same_in_every_run() {
        Headroom headroom = Headroom.create();
        Set<ContentType> types = new HashSet<>();
        AdversarialTexts.all().forEach((name, ofLength) -> {
            String text = ofLength.apply(20_000);
            assertThat(text.length()).as(name).isBetween(19_000, 30_000);
            assertThat(ofLength.apply(20_000)).as(name).isEqualTo(text);
            headroom.detect(text).forEach(detection -> types.add(detection.type()));
        });
        assertThat(types)
                .contains(
                        ContentType.JSON,
                        ContentType.NDJSON,
                        ContentType.CSV,
                        ContentType.TSV,
                        ContentType.MARKDOWN_TABLE,
                        ContentType.TEXT_TABLE,
                        ContentType.LOG,
                        ContentType.BUILD_OUTPUT,
                        ContentType.STACK_TRACE,
                        ContentType.SEARCH_RESULTS,
                        ContentType.DIFF,
                        ContentType.OPAQUE,
                        ContentType.CODE,
                        ContentType.HTML,
                        ContentType.MARKDOWN,
                        ContentType.PROSE);
    }

    @Test
    void a_call_that_goes_on_too_long_should_be_seen() {
        DeadlineRow kept = row(List.of(call(310, 200, 50), call(240, 230, 0)));
        DeadlineRow late = row(List.of(call(310, 200, 51)));

        assertThat(kept.kept()).isTrue();
        assertThat(kept.overshoot()).isEqualTo(1.2);
        assertThat(kept.wallMax()).isEqualTo(310);
        assertThat(row(List.of(call(240, 225, 0))).overshoot()).isEqualTo(0.9);
        assertThat(late.kept()).isFalse();
        assertThat(new DeadlinePage(List.of(kept, late), 1).text(MACHINE, "run it"))
                .contains("**1 went on for more than 20 %", "| **1.20** |", "| 1.20 |");
    }

    @Test
    void what_was_used_since_the_last_look_in_time_should_be_past_the_limit() {
        assertThat(DeadlineWatch.past(35, 60)).isEqualTo(35);
        // Nobody can work for longer than the time that passed.
        assertThat(DeadlineWatch.past(80, 60)).isEqualTo(60);
        assertThat(DeadlineWatch.past(10, -60)).isZero();
    }

    @Test
    void a_call_past_the_limit_should_have_at_most_what_it_used_past_it() {
        try (DeadlineWatch watch = new DeadlineWatch(Duration.ofNanos(1))) {
            DeadlineWatch.Watched<Long> watched = watch.watch(DeadlineOvershootTest::work);
            assertThat(watched.pastNanos()).isPositive().isLessThanOrEqualTo(watched.cpuNanos());
        }
    }

    private static Long work() {
        long sum = 0;
        for (int i = 0; i < 1_000_000; i++) {
            sum += Integer.toString(i).hashCode();
        }
        return sum;
    }

    @Test
    void a_call_within_the_limit_should_have_nothing_past_it() throws Exception {
        try (DeadlineWatch watch = new DeadlineWatch(Duration.ofHours(1))) {
            DeadlineWatch.Watched<String> watched = watch.watch(() -> "result");
            assertThat(watched.result()).isEqualTo("result");
            assertThat(watched.pastNanos()).isZero();
        }
    }

    private static DeadlineWatch.Watched<CompressionResult> call(long wall, long cpu, long past) {
        return new DeadlineWatch.Watched<>(
                new CompressionResult.Unchanged("a", -1, List.of(), Reason.TIMEOUT),
                wall * 1_000_000,
                cpu * 1_000_000,
                past * 1_000_000);
    }

    private static DeadlineRow row(List<DeadlineWatch.Watched<CompressionResult>> calls) {
        return DeadlineRow.of("a text", "a", Duration.ofMillis(250), calls);
    }
}
