package io.github.headroom4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measuring the heap works, and would see too much of it. */
class PeakHeapTest {

    private static final Machine MACHINE = new Machine("a processor", 2, "a system", "a JDK", 0, "abc");

    @Test
    void a_kind_should_get_a_row_and_a_report(@TempDir Path folder) throws Exception {
        String text = ContentTexts.of(Bench.project(), "logs/typical").text(10_000, 1);

        HeapRow row = HeapSampling.row("logs/typical", text);
        PeakHeap.write(folder, List.of(row), MACHINE, "run it");

        assertThat(row.textBytes()).isEqualTo(text.length());
        assertThat(row.samples()).isPositive();
        assertThat(Files.readString(folder.resolve("heap.md")))
                .contains("a processor, 2 processors", "`run it`", "| logs/typical |");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("heap.json").toFile());
        assertThat(json.path("results").path(0).path("ratio").isNumber()).isTrue();
    }

    @Test
    void what_is_held_during_a_call_should_be_seen() throws Exception {
        int held = 32 << 20;
        LiveHeap heap = new LiveHeap();
        LiveHeap.Peak peak = heap.during(() -> {
            byte[] bytes = new byte[held];
            waitForTwoCollections();
            assertThat(bytes).hasSize(held);
        });
        assertThat(peak.bytes()).isGreaterThan(held / 2);
    }

    private static void waitForTwoCollections() {
        long before = collections();
        while (collections() < before + 2) {
            Thread.onSpinWait();
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    @Test
    void a_text_that_takes_too_much_should_be_seen() {
        HeapRow kept = new HeapRow("a/typical", 1_000, 1_000, 8_000, 1, 100);
        HeapRow over = new HeapRow("b/typical", 1_000, 1_000, 8_010, 1, 100);
        assertThat(kept.kept()).isTrue();
        assertThat(over.kept()).isFalse();
        assertThat(new HeapPage(List.of(kept, over)).text(MACHINE, "run it"))
                .contains("**1 of 2 texts exceed it.**", "| 8.00 |", "| **8.01** |");
    }

    @Test
    void a_text_beyond_latin_1_should_count_twice() {
        assertThat(HeapRow.bytesOf("aé")).isEqualTo(2);
        assertThat(HeapRow.bytesOf("a–")).isEqualTo(4);
    }
}
