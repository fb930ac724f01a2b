package io.github.headroom4j.eval.report;

import java.util.Map;
import java.util.stream.Collectors;

/** What reports say where a language model read the cases. */
final class ReadingTables {

    private final Report report;

    ReadingTables(Report report) {
        this.report = report;
    }

    /** A section of the page; empty where programs read. */
    String section() {
        Report.ReaderAbout reader = report.setup().reader();
        return reader.byModel()
                ? "## What the model answered\n\n"
                        + "Read by " + name(reader) + " (" + reader.settings() + "), " + reader.repeats()
                        + (reader.repeats() == 1 ? " answer" : " answers")
                        + " per case and arm. A question without a usable answer (an error or time-out after all"
                        + " retries, a reply\n"
                        + "that is not in the format, too many lookups) counts as wrong. Tokens are those that the"
                        + " model's server\n"
                        + "counted. Spread: the standard deviation of the mean F1 over the answers.\n\n"
                        + table().markdown() + "\n"
                : "";
    }

    private Table table() {
        Table table = new Table(
                2,
                "workload",
                "arm",
                "questions",
                "without usable answer",
                "kinds",
                "tool calls",
                "tokens in",
                "out",
                "F1",
                "spread");
        for (ArmSummary row : report.summaries()) {
            ReadingSummary reading = row.reading();
            if (reading != null) {
                table.add(
                        row.workload(),
                        row.arm(),
                        String.valueOf(reading.answers()),
                        String.valueOf(reading.failed()),
                        kinds(reading.failures()),
                        String.valueOf(reading.lookups()),
                        Figures.tokens(reading.inputTokens()),
                        Figures.tokens(reading.outputTokens()),
                        Figures.f1(row.f1()),
                        Figures.f1(reading.spread()));
            }
        }
        return table;
    }

    private static String kinds(Map<String, Integer> failures) {
        return failures.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    /** For the caveats beside every table. */
    static String caveat(Report.ReaderAbout reader) {
        return "The reader is a language model, " + name(reader)
                + ": its answers differ from those of other models, and may\n"
                + "differ from run to run. What it looked up is charged; what has no usable answer counts as wrong.\n";
    }

    private static String name(Report.ReaderAbout reader) {
        return "`" + reader.model() + "` (" + reader.kind() + ")";
    }
}
