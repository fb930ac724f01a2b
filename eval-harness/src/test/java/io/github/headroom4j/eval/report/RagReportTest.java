package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.RagOutcome;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.stats.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RagReportTest {

    private final Path folder;

    RagReportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_tell_answers_still_shown_exact_matches_and_abstention_by_passages_and_kind() throws IOException {
        new ReportFiles(folder).write(report(results()), 1);

        String summary = Files.readString(folder.resolve("summary.md"));
        assertThat(summary)
                .contains("## Retrieved passages", "### By number of passages", "### By kind of question")
                // Half of the answers that the baseline shows are gone; the third answer was never retrieved.
                .contains("| rag | all | pruned | 3 / 1 | 80.0 % |")
                .contains("| 50.0 % |")
                .contains("| rag | 5 | pruned | 1 / 0 |", "| rag | 10 | pruned | 2 / 1 |")
                .contains("| rag | two-hop | pruned | 1 / 0 |");
        assertThat(summary.indexOf("| rag | 5 |")).isLessThan(summary.indexOf("| rag | 10 |"));
        assertThat(Files.readAllLines(folder.resolve("rag.csv")))
                .hasSize(1 + 8)
                .contains("rag,q1-single-k10,typical,10,pruned,true,true,true,1,true,1,20,70,1,0,0");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"answerStillShown\" : {", "\"abstainedWhereRight\" : 1", "\"contextTokensBefore\" : 400");
    }

    @Test
    void should_write_nothing_of_passages_where_no_case_has_any() throws IOException {
        List<CaseResult> plain = List.of(new CaseResult(
                new Subject("toy", "a", "a", "dev", "typical"),
                "none",
                new Score(1, 1, 1),
                new Usage(1, 10, 0, 5),
                EvidenceCount.NONE));
        new ReportFiles(folder).write(report(plain), 1);

        assertThat(folder.resolve("rag.csv")).doesNotExist();
        assertThat(Files.readString(folder.resolve("summary.md"))).doesNotContain("Retrieved passages");
        assertThat(Files.readString(folder.resolve("report.json"))).doesNotContain("\"rag\"");
    }

    private static List<CaseResult> results() {
        List<CaseResult> results = new ArrayList<>();
        for (String arm : List.of("none", "pruned")) {
            boolean pruned = arm.equals("pruned");
            results.add(result("q1-single-k10", arm, new Score(1, 1, 1), outcome(10, true, true, pruned)));
            results.add(result("q2-two-hop-k10", arm, new Score(2, 2, 0), outcome(10, true, !pruned, pruned)));
            results.add(result("q3-single-k5", arm, new Score(2, 2, 0), outcome(5, true, false, pruned)));
            results.add(result("q4-none-k10", arm, new Score(0, 0, 0), outcome(10, false, false, pruned)));
        }
        return results;
    }

    private static CaseResult result(String id, String arm, Score score, RagOutcome outcome) {
        return new CaseResult(
                new Subject("rag", id, id, "dev", "typical"),
                arm,
                score,
                new Usage(1, 50 + outcome.contextTokens(), 0, 0),
                new EvidenceCount(1, 0, 0),
                List.of(),
                "",
                outcome);
    }

    private static RagOutcome outcome(int passages, boolean answerable, boolean hasAnswer, boolean pruned) {
        return new RagOutcome(
                passages,
                answerable,
                hasAnswer || !answerable,
                answerable,
                hasAnswer,
                pruned ? 1 : 0,
                pruned ? 20 : 100);
    }

    private static Report report(List<CaseResult> results) {
        String workload = results.get(0).subject().workload();
        return Report.of(
                new Report.Setup(
                        Protocol.standard(),
                        List.of(new Report.Part(workload, results.size(), "0")),
                        List.of(new Report.ArmAbout("none", "all"), new Report.ArmAbout("pruned", "less")),
                        ""),
                results);
    }
}
