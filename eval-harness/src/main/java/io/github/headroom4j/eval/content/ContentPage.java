package io.github.headroom4j.eval.content;

import io.github.headroom4j.eval.report.Figures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report for people, as Markdown. */
final class ContentPage {

    private final ContentReport report;
    private final ContentTables tables;

    ContentPage(ContentReport report) {
        this.report = report;
        this.tables = new ContentTables(report);
    }

    String text() {
        return "# Compression by content type\n\n"
                + "Written by `bench-content`; the same bytes on every run and machine. Reproduce:\n"
                + "`mvn -q -pl eval-harness -am compile exec:java -Dexec.args=\"bench-content\"`\n\n"
                + summary() + "\n"
                + "## Tokens\n\n"
                + "Tokens of o200k_base over all samples of a row, marker and notes included. \"Saved\" is over all tokens;\n"
                + "in brackets over samples alike: mean, median.\n\n"
                + tables.savings().markdown() + "\n"
                + "Tiers tell how repetitive a sample is before anything is done to it, by the share of its five-word\n"
                + "sequences that occurred before in it: " + bounds() + ".\n\n"
                + "## Against the targets\n\n"
                + "The design's targets are for the typical tier, taken here as means over samples.\n\n"
                + tables.targets().markdown() + "\n"
                + "## Checks\n\n"
                + "Each sample is compressed twice, by the lossless and by the reversible policy. \"Came back\": the original\n"
                + "was read slice by slice through the retrieve tool, byte for byte, or a public decoder restored it (JSON: all\n"
                + "values, their order and digits). \"Not checked\": nothing was changed, or no public decoder reads the mixture;\n"
                + "there the compressor has proven itself by its own.\n\n"
                + tables.checks(Optional.empty()).markdown() + "\n"
                + "## How it ended\n\n" + tables.outcomes().markdown() + "\n"
                + hidden()
                + mismatches()
                + problems()
                + leftOut();
    }

    /** The first thing to read. */
    String summary() {
        Group all = report.everything();
        return Figures.tokens(all.results().size()) + " samples of "
                + report.types().size() + " types, "
                + Figures.tokens(all.before()) + " tokens: "
                + Figures.percent(all.saved(SampleResult::lossless).total()) + " saved without loss, "
                + Figures.percent(all.saved(SampleResult::reversible).total()) + " reversibly. "
                + all.roundTrips(RoundTrip.Outcome.DIFFERENT) + " round-trip failures, "
                + all.inflations() + " inflations, "
                + all.vitalVisible() + " of " + all.vital() + " vital texts visible.\n";
    }

    private String bounds() {
        return report.types().stream()
                .map(type -> type + " near-unique below "
                        + Figures.percent(TypeLabel.tiers(type).nearUniqueBelow())
                        + " and ceiling from "
                        + Figures.percent(TypeLabel.tiers(type).ceilingFrom()))
                .collect(Collectors.joining(",\n"));
    }

    private String hidden() {
        Group all = report.everything();
        return all.vitalVisible() == all.vital()
                ? ""
                : "## Vital but not visible\n\n" + tables.hidden().markdown() + "\n";
    }

    private String mismatches() {
        return report.everything().unexpected() == 0
                ? ""
                : "## Detected as something else\n\n" + tables.mismatches().markdown() + "\n";
    }

    private String problems() {
        List<String> problems = report.problems();
        return problems.isEmpty() ? "" : "## Problems\n\n- " + String.join("\n- ", problems) + "\n\n";
    }

    private String leftOut() {
        StringBuilder out = new StringBuilder();
        Map<String, Integer> reasons = new TreeMap<>();
        report.skipped().forEach(file -> reasons.merge(file.reason(), 1, Integer::sum));
        report.tooSmall().forEach(sample -> reasons.merge("too small for any policy", 1, Integer::sum));
        reasons.forEach((reason, n) ->
                out.append("- ").append(n).append(" × ").append(reason).append('\n'));
        return out.length() == 0 ? "" : "## Not measured\n\n" + out;
    }
}
