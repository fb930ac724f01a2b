package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.gate.Finding.Outcome;
import io.github.headroom4j.eval.report.Table;
import io.github.headroom4j.eval.report.Terminal;
import java.util.Comparator;
import java.util.List;

/** What a gate found. Immutable. */
public final class GateResult {

    private final List<Finding> findings;

    GateResult(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }

    /**
     * As a process says it.
     *
     * @return 0 for a pass, 1 for a regression, 2 if it cannot be judged
     */
    public int exitCode() {
        return switch (outcome()) {
            case PASS, NOTE -> 0;
            case REGRESSION -> 1;
            case CANNOT_JUDGE -> 2;
        };
    }

    private Outcome outcome() {
        return findings.stream()
                .map(Finding::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.CANNOT_JUDGE);
    }

    /**
     * The result in one line.
     *
     * @return for instance "gate: regression (1 regression, 2 cannot judge, 20 pass)"
     */
    public String headline() {
        return "gate: " + (outcome() == Outcome.NOTE ? Outcome.PASS : outcome()).label() + " ("
                + count(Outcome.REGRESSION) + " regression, " + count(Outcome.CANNOT_JUDGE) + " cannot judge, "
                + (count(Outcome.PASS) + count(Outcome.NOTE)) + " pass)";
    }

    private long count(Outcome outcome) {
        return findings.stream().filter(one -> one.outcome() == outcome).count();
    }

    /**
     * Every finding for a console.
     *
     * @return aligned lines that end with a line feed
     */
    public String console() {
        List<Finding> lines = findings.stream()
                .map(one -> new Finding(line(one.workload()), line(one.check()), one.outcome(), line(one.message())))
                .toList();
        return Terminal.safe(table(lines).plain()) + headline() + "\n";
    }

    /**
     * A comment for a pull request: what decides first, the rest folded.
     *
     * @return Markdown
     */
    public String comment() {
        List<Finding> deciding = findings.stream()
                .filter(one -> one.outcome() == Outcome.REGRESSION || one.outcome() == Outcome.CANNOT_JUDGE)
                .sorted(Comparator.comparing(Finding::outcome).reversed())
                .toList();
        StringBuilder out =
                new StringBuilder("## Compression ").append(headline()).append("\n\n");
        if (!deciding.isEmpty()) {
            out.append(table(deciding.stream().map(GateResult::escaped).toList())
                            .markdown())
                    .append('\n');
        }
        return out.append("<details><summary>All ")
                .append(findings.size())
                .append(" findings</summary>\n\n")
                .append(table(findings.stream().map(GateResult::escaped).toList())
                        .markdown())
                .append("\n</details>\n")
                .toString();
    }

    /**
     * Annotations as GitHub Actions reads them from a job's output.
     *
     * @return one line per finding that decides; empty if there is none
     */
    public String annotations() {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            if (finding.outcome() == Outcome.REGRESSION || finding.outcome() == Outcome.CANNOT_JUDGE) {
                out.append(finding.outcome() == Outcome.REGRESSION ? "::error" : "::warning")
                        .append(" title=")
                        .append(property(finding.workload() + " " + finding.check()))
                        .append("::")
                        .append(data(finding.message()))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static Table table(List<Finding> rows) {
        Table table = new Table(4, "workload", "check", "outcome", "finding");
        rows.forEach(row -> table.add(row.workload(), row.check(), row.outcome().label(), row.message()));
        return table;
    }

    /** Names of workloads and arms come from files that anybody may have written. */
    private static Finding escaped(Finding finding) {
        return new Finding(
                markdown(finding.workload()),
                markdown(finding.check()),
                finding.outcome(),
                markdown(finding.message()));
    }

    private static String line(String text) {
        return text.replace("\n", " ");
    }

    private static String markdown(String text) {
        return Terminal.safe(text.replace("\n", " "))
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("`", "\\`")
                // Neither links nor images, and nobody is called.
                .replace("](", "]\\(")
                .replace("@", "@&#8203;");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
