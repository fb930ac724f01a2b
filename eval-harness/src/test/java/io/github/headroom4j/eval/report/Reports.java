package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.ContentTokens;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.List;

/** Small reports with every role of arms in them. */
final class Reports {

    static final Protocol PROTOCOL = new Protocol(2, 0.95, 1_000, 1, 20, 8);

    /** What people's own data could hold to break out of a page, a table, a shell or an XML file. */
    static final String HOSTILE = "</td><script>alert(1)</script>\"'`&|$(id)\u0000\u0007]]>\n<!-- -->";

    private Reports() {}

    /** Cases of one workload; every case keeps its answer but the first, which loses it in our arm and whose tokens grow. */
    static Report of(String workload, int cases) {
        List<CaseResult> results = new ArrayList<>();
        EvidenceCount all = new EvidenceCount(2, 0, 0);
        for (int i = 0; i < cases; i++) {
            String id = "case-" + i;
            results.add(result(workload, id, "none", new Score(2, 2, 2), 1_000, all));
            results.add(result(workload, id, "none-again", new Score(2, 2, 2), 1_000, all));
            results.add(result(workload, id, "lossless", new Score(2, 2, 2), 700, all)
                    .withContents(List.of(new ContentTokens("json", 1, 500, 350))));
            results.add(result(workload, id, "random", new Score(2, 2, 0), 400, new EvidenceCount(0, 0, 2)));
            boolean first = i == 0;
            results.add(result(
                            workload,
                            id,
                            "headroom",
                            new Score(2, 2, first ? 1 : 2),
                            first ? 1_100 : 400,
                            first ? new EvidenceCount(1, 1, 0) : all)
                    .withContents(
                            List.of(new ContentTokens("json", 1, 500, 100), new ContentTokens("log", 2, 300, 30))));
        }
        return Report.of(setup(workload, cases), results);
    }

    private static Report.Setup setup(String workload, int cases) {
        return new Report.Setup(
                PROTOCOL,
                List.of(new Report.Part(workload, cases, "0123abcd")),
                List.of(
                        new Report.ArmAbout("none", "as it is"),
                        new Report.ArmAbout("none-again", "once more"),
                        new Report.ArmAbout("lossless", "re-encoded"),
                        new Report.ArmAbout("random", "drawn at random"),
                        new Report.ArmAbout("headroom", "ours")),
                "");
    }

    private static CaseResult result(
            String workload, String id, String arm, Score score, long tokens, EvidenceCount evidence) {
        Subject subject = new Subject(workload, id, "cluster of " + id, id.endsWith("1") ? "test" : "dev", "typical");
        return new CaseResult(subject, arm, score, new Usage(2, tokens, tokens / 4, tokens / 2), evidence);
    }
}
