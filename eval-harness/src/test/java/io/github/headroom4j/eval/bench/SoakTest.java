package io.github.headroom4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short soak on a file finds nothing, and would find what it is there for. */
class SoakTest {

    private static final Machine MACHINE = new Machine("a processor", 2, "a system", "a JDK", 0, "abc");

    /** Bounded by number, so that the time it takes is no matter; every operation comes often. */
    static final SoakSettings SHORT = new SoakSettings(8, 100, Duration.ZERO, List.of(2_000, 12_000), 5401);

    @Test
    void eight_threads_should_break_no_promise_on_a_file(@TempDir Path folder) throws Exception {
        SoakResult result = Soak.run(SHORT, List.of("h2"), null);

        check(result, "H2");
        Soak.write(folder, result, MACHINE, "run it");
        assertThat(Files.readString(folder.resolve("soak.md")))
                .contains(
                        "800 operations of 8 agents, a thread each, on H2",
                        "| no answer is wrong | no wrong one | yes |")
                .contains("a processor, 2 processors", "`run it`")
                .doesNotContain("**no**");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("soak.json").toFile());
        assertThat(json.path("passed").asBoolean()).isTrue();
        assertThat(json.path("result").path("latencies")).hasSize(SoakOperation.values().length);
    }

    static void check(SoakResult result, String store) {
        assertThat(result.details()).isEmpty();
        assertThat(result.passed()).as(new SoakPage(result).text(MACHINE, "")).isTrue();
        assertThat(result.calls()).isEqualTo(800);
        assertThat(result.latencies()).extracting(SoakResult.Latency::store).containsOnly(store);
        assertThat(result.latencies())
                .hasSize(SoakOperation.values().length)
                .allMatch(row -> row.p50() <= row.p99() && row.p99() <= row.max());
        assertThat(result.stores()).singleElement().satisfies(one -> {
            assertThat(one.kept()).isGreaterThan(100);
            assertThat(one.checkedAtEnd()).isPositive();
            assertThat(one.forgotten()).isPositive();
            assertThat(one.borrowed()).isGreaterThan(800);
        });
        assertThat(result.heapMegabytes()).hasSizeGreaterThanOrEqualTo(SoakSettings.HEAP_SAMPLES);
    }

    @Test
    void an_original_that_is_lost_or_changed_should_be_seen() {
        SoakFaults faults = new SoakFaults();
        SoakScope scope = new SoakScope("scope", faults);
        InMemoryOriginalStore store = new InMemoryOriginalStore();
        store.put("scope", "text");
        scope.keep("text");
        assertThat(scope.checkAll(store)).isEqualTo(1);
        assertThat(faults.counts()).isEmpty();

        scope.keep("never put");
        scope.checkAll(store);
        scope.check(store, OriginalId.of("text"), "another text");

        assertThat(faults.counts()).isEqualTo(Map.of("no original is lost", 2L, "originals come back exactly", 2L));
        assertThat(faults.details()).hasSize(4);
    }

    @Test
    void what_grows_or_differs_or_fails_should_be_seen() throws IOException {
        SoakFaults faults = new SoakFaults();
        SoakTexts texts = new SoakTexts(Bench.project(), List.of("logs/typical"), List.of(10_000), faults);
        SplittableRandom random = new SplittableRandom(1);
        SoakTexts.Text text = texts.any(random);
        while (!text.known()) {
            text = texts.any(random);
        }
        CompressionResult result = Headroom.create().compress(CompressionRequest.of(text.text()));
        texts.check(text, "", result);
        texts.check(text, "", result);
        assertThat(faults.counts()).isEmpty();

        texts.check(text, "", result.text() + " ");
        texts.check(text, "another question", text.text() + text.text());
        texts.check(
                text, "", new CompressionResult.Unchanged(text.text(), 1, List.of(), CompressionResult.Reason.TIMEOUT));

        assertThat(faults.counts().keySet())
                .containsExactly("compression works", "never larger", "the same text becomes the same in every thread");
    }

    @Test
    void a_result_should_pass_only_if_everything_is_as_it_must_be() {
        SoakResult.Store clean = new SoakResult.Store("H2", 9, 3, 2, 2, 0, 50, 50, 0);
        assertThat(result(clean, 1, List.of(), Map.of()).passed()).isTrue();

        assertThat(result(clean, SoakResult.MAX_HEAP_GROWTH_MEGABYTES + 1, List.of(), Map.of())
                        .passed())
                .isFalse();
        assertThat(result(clean, 1, List.of("pool-1"), Map.of()).passed()).isFalse();
        assertThat(result(clean, 1, List.of(), Map.of("never larger", 1L)).passed())
                .isFalse();
        for (SoakResult.Store unclean : List.of(
                new SoakResult.Store("H2", 9, 3, 2, 1, 0, 50, 50, 0),
                new SoakResult.Store("H2", 9, 3, 2, 2, 1, 50, 50, 0),
                new SoakResult.Store("H2", 9, 3, 2, 2, 0, 50, 49, 0),
                new SoakResult.Store("H2", 9, 3, 2, 2, 0, 50, 50, 1))) {
            SoakResult failed = result(unclean, 1, List.of(), Map.of());
            assertThat(failed.passed()).isFalse();
            assertThat(new SoakPage(failed).text(MACHINE, "run it")).contains("**no**");
        }
    }

    private static SoakResult result(
            SoakResult.Store store, double growth, List<String> threads, Map<String, Long> faults) {
        return new SoakResult(
                8, 1, 1, List.of(), List.of(store), Collections.nCopies(4, 20.0), growth, threads, faults, List.of());
    }

    @Test
    void growth_should_be_that_of_the_line_and_not_of_two_points() {
        assertThat(SoakRun.growth(List.of(10.0, 12.0, 14.0))).isCloseTo(4, within(1e-9));
        assertThat(SoakRun.growth(List.of(10.0, 30.0, 10.0))).isCloseTo(0, within(1e-9));
        assertThat(SoakRun.growth(List.of(10.0))).isZero();
    }

    @Test
    void a_run_should_be_bounded_by_number_or_by_time() {
        assertThatThrownBy(() -> new SoakSettings(8, 0, Duration.ZERO, List.of(1_000), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 and PT0S");
        assertThat(SHORT.goesOn(99, Long.MAX_VALUE)).isTrue();
        assertThat(SHORT.goesOn(100, 0)).isFalse();
        SoakSettings minute = new SoakSettings(1, 0, Duration.ofMinutes(1), List.of(1_000), 1);
        assertThat(minute.goesOn(1_000_000, 59_999_999_999L)).isTrue();
        assertThat(minute.goesOn(0, 60_000_000_000L)).isFalse();
        assertThat(minute.samplesDue(0, 30_000_000_000L)).isEqualTo(SoakSettings.HEAP_SAMPLES / 2);
    }
}
