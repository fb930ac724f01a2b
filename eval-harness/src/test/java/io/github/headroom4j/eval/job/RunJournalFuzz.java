package io.github.headroom4j.eval.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.metric.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file as what an interrupted run has left: whole results from its beginning are taken up, and the run goes on behind them. */
final class RunJournalFuzz {

    private static final CaseResult DONE = result("döne");
    private static final CaseResult NEXT = result("next");

    private final Path reports;
    private final Path file;

    RunJournalFuzz() throws IOException {
        reports = Files.createTempDirectory("fuzzed");
        reports.toFile().deleteOnExit();
        Path folder = Files.createDirectories(reports.resolve(".journal"));
        folder.toFile().deleteOnExit();
        file = folder.resolve("run.jsonl");
        file.toFile().deleteOnExit();
    }

    private static CaseResult result(String id) {
        return new CaseResult(
                new Subject("w", id, "c", "dev", "typical"),
                "none",
                new Score(2, 1, 1),
                new Usage(1, 10, 0, 5),
                EvidenceCount.NONE);
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_file_is_gone_on_with(byte[] bytes) throws IOException {
        Files.write(file, bytes);

        RunJournal journal = open();

        byte[] kept = Files.readAllBytes(file);
        assertThat(Arrays.copyOf(bytes, kept.length)).isEqualTo(kept);
        assertThat(new String(kept, StandardCharsets.UTF_8)).matches("(?s)|.*\n");
        assertThat(open().size()).isEqualTo(journal.size());
        journal.find("w", "döne", "none")
                .ifPresent(result -> assertThat(result.f1()).isBetween(0.0, 1.0));
        journal.add(NEXT);
        assertThat(open().find("w", "next", "none")).contains(NEXT);
    }

    @Test
    void whole_results_are_taken_up() throws IOException {
        for (byte[] seed : seeds().limit(2).toList()) {
            Files.write(file, seed);

            assertThat(open().find("w", "döne", "none")).contains(DONE);
        }
    }

    private RunJournal open() {
        return RunJournal.open(reports, "run", false);
    }

    static Stream<byte[]> seeds() throws JsonProcessingException {
        String done = JsonMapper.builder().build().writeValueAsString(DONE) + "\n";
        return Stream.of(
                        done,
                        done + done.substring(0, done.length() / 2),
                        "null\n",
                        "{\"prices\":[],\"contents\":[]}\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
