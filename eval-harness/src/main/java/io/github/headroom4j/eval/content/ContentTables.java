package io.github.headroom4j.eval.content;

import io.github.headroom4j.eval.report.Figures;
import io.github.headroom4j.eval.report.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The tables of the bench. */
final class ContentTables {

    /** Sums of fractions miss round targets by so much at most. */
    private static final double ROUNDING = 1e-9;

    private static final int MAX_CELL_CHARS = 120;

    private final ContentReport report;

    ContentTables(ContentReport report) {
        this.report = report;
    }

    /** Tokens by type and tier. */
    Table savings() {
        Table table = new Table(
                2,
                "type",
                "tier",
                "n",
                "tokens",
                "lossless",
                "saved (mean, median)",
                "reversible",
                "saved (mean, median)");
        for (Group group : report.groups()) {
            Group.Saved lossless = group.saved(SampleResult::lossless);
            Group.Saved reversible = group.saved(SampleResult::reversible);
            table.add(
                    group.type(),
                    group.tier(),
                    String.valueOf(group.results().size()),
                    Figures.tokens(group.before()),
                    Figures.tokens(group.after(SampleResult::lossless)),
                    shares(lossless),
                    Figures.tokens(group.after(SampleResult::reversible)),
                    shares(reversible));
        }
        return table;
    }

    /** What was checked, by type and tier; times only where there are some. */
    Table checks(Optional<Timings> timings) {
        String[] headings = {
            "type",
            "tier",
            "n",
            "vital texts visible",
            "detected otherwise",
            "came back",
            "not checked",
            "round-trip failures",
            "inflations",
            "ms per MB"
        };
        int columns = headings.length - (timings.isPresent() ? 0 : 1);
        Table table = new Table(2, Arrays.copyOf(headings, columns));
        for (Group group : report.groups()) {
            String[] cells = {
                group.type(),
                group.tier(),
                String.valueOf(group.results().size()),
                group.vital() == 0 ? "" : group.vitalVisible() + " of " + group.vital(),
                group.unexpected() == 0 ? "" : String.valueOf(group.unexpected()),
                String.valueOf(group.roundTrips(RoundTrip.Outcome.SAME)),
                String.valueOf(group.roundTrips(RoundTrip.Outcome.NOT_CHECKED)),
                String.valueOf(group.roundTrips(RoundTrip.Outcome.DIFFERENT)),
                String.valueOf(group.inflations()),
                timings.map(times -> millis(times, group)).orElse("")
            };
            table.add(Arrays.copyOf(cells, columns));
        }
        return table;
    }

    /** The typical tier against what the design asks for. */
    Table targets() {
        Table table = new Table(2, "type", "policy", "n typical", "target", "saved (mean)", "");
        for (String type : report.types()) {
            Target.of(type)
                    .ifPresent(target -> report.tiers(type).stream()
                            .filter(group -> group.tier().equals("typical"))
                            .forEach(group -> targets(table, target, group)));
        }
        return table;
    }

    private static void targets(Table table, Target target, Group group) {
        if (target.losslessOrNegative() >= 0) {
            target(table, group, "lossless", target.losslessOrNegative());
        }
        target(table, group, "reversible", target.reversible());
    }

    private static void target(Table table, Group group, String policy, double target) {
        Function<SampleResult, Shrunk> of =
                policy.equals("lossless") ? SampleResult::lossless : SampleResult::reversible;
        double mean = group.saved(of).mean();
        table.add(
                group.type(),
                policy,
                String.valueOf(group.results().size()),
                "≥ " + Figures.percent(target),
                Figures.percent(mean),
                mean >= target - ROUNDING ? "met" : "short by " + Figures.percent(target - mean));
    }

    /** How compression ended, and how often. */
    Table outcomes() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (SampleResult result : report.results()) {
            count(counts, result, "lossless", result.lossless());
            count(counts, result, "reversible", result.reversible());
        }
        Table table = new Table(2, "type, policy", "how it ended", "n");
        counts.forEach((where, ends) -> ends.forEach((end, n) -> table.add(where, end, String.valueOf(n))));
        return table;
    }

    /** Vital texts that are not in front of the model; each is a defect of a compressor, or of a sidecar. */
    Table hidden() {
        Table table = new Table(2, "sample", "vital text that is not visible");
        for (SampleResult result : report.results()) {
            for (String text : result.hidden()) {
                table.add(result.sample().name(), cell(text));
            }
        }
        return table;
    }

    private static String cell(String text) {
        String shown = text.length() <= MAX_CELL_CHARS ? text : text.substring(0, MAX_CELL_CHARS) + "…";
        return shown.replace("|", "\\|");
    }

    /** What was detected as something else than its folder says. */
    Table mismatches() {
        Table table = new Table(3, "sample", "folder", "detected", "sections");
        report.results().stream()
                .filter(result -> !result.asExpected())
                .forEach(result -> table.add(
                        result.sample().name(),
                        result.sample().type(),
                        result.detected(),
                        String.valueOf(result.sections())));
        return table;
    }

    private static void count(
            Map<String, Map<String, Integer>> counts, SampleResult result, String policy, Shrunk shrunk) {
        counts.computeIfAbsent(result.sample().type() + ", " + policy, key -> new TreeMap<>())
                .merge(shrunk.outcome(), 1, Integer::sum);
    }

    private static String shares(Group.Saved saved) {
        return Figures.percent(saved.total()) + " (" + Figures.percent(saved.mean()) + ", "
                + Figures.percent(saved.median()) + ")";
    }

    private static String millis(Timings timings, Group group) {
        return timings
                .millisPerMegabyte(
                        group.results().stream().map(SampleResult::sample).toList())
                .stream()
                .mapToObj(millis -> String.format(Locale.ROOT, "%.0f", millis))
                .findFirst()
                .orElse("");
    }
}
