package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Axis;
import io.github.headroom4j.eval.chart.Plot;
import io.github.headroom4j.eval.chart.Plot.Interval;
import io.github.headroom4j.eval.chart.Plot.Point;
import io.github.headroom4j.eval.stats.LogLogSlope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Time of compression against length of the text, on logarithmic axes, as benchmarks measured it.
 *
 * @param performance {@code performance.json}, missing if there is none
 */
record SpeedSection(JsonNode performance) implements Section {

    private static final String COMPRESSION = "CompressionBenchmark.compress";

    /** From here on lengths, not what a call costs in any case, decide about time. */
    private static final double SCALING_FROM = 1e5;

    private static final Map<String, String> STYLES =
            Map.of("ceiling", "same", "typical", "ours", "near-unique", "naive");

    /** Length and times of one benchmark. */
    private record Time(double chars, double p50, double p99) {}

    @Override
    public String title() {
        return "Time against length";
    }

    @Override
    public boolean hasContent() {
        return !kinds().isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "One call of Headroom.compress, from detection to the stored original, all counting of tokens included: JMH, warmed"
                        + " up, one thread. Both axes are logarithmic, so a line that rises by one for each step to the right takes"
                        + " time in proportion to the length. Points are medians, whiskers reach to the 99th percentile. The dashed"
                        + " line is 150 ms.");
        Element side = Section.side(section);
        int number = 0;
        for (Map.Entry<String, Map<String, List<Time>>> type : types().entrySet()) {
            draw(Section.figure(side, Words.title(type.getKey())), "speed-" + number++, type);
        }
        table(section);
        LatencySection.machine(section, performance.path("machine"));
    }

    /** Times by type and tier, by length. */
    private Map<String, List<Time>> kinds() {
        Map<String, List<Time>> kinds = new LinkedHashMap<>();
        for (JsonNode row : performance.path("results")) {
            if (View.text(row, "benchmark").equals(COMPRESSION)) {
                JsonNode params = row.path("params");
                kinds.computeIfAbsent(View.text(params, "kind"), any -> new ArrayList<>())
                        .add(new Time(
                                Double.parseDouble(View.text(params, "chars")),
                                View.number(row, "p50"),
                                View.number(row, "p99")));
            }
        }
        return kinds;
    }

    private Map<String, Map<String, List<Time>>> types() {
        Map<String, Map<String, List<Time>>> types = new LinkedHashMap<>();
        kinds().forEach((kind, times) -> {
            int slash = kind.indexOf('/');
            types.computeIfAbsent(kind.substring(0, Math.max(0, slash)), any -> new LinkedHashMap<>())
                    .put(kind.substring(slash + 1), times);
        });
        return types;
    }

    private static void draw(Element figure, String id, Map.Entry<String, Map<String, List<Time>>> type) {
        Plot plot = new Plot(
                new Axis("length, 10 to the power of … characters", 3, 7, 1),
                new Axis("time, 10 to the power of … ms", -1, 4, 1));
        plot.rule("150 ms", Math.log10(150));
        StringBuilder words = new StringBuilder();
        type.getValue().forEach((tier, times) -> {
            List<Point> line = new ArrayList<>();
            for (Time time : times) {
                boolean last = line.size() == times.size() - 1;
                line.add(new Point(
                        last ? tier : "", STYLES.getOrDefault(tier, "ours"), exactly(time.chars()), up(time)));
            }
            plot.addLine(line);
            words.append(tier).append(": slope ").append(slopeText(times)).append(". ");
        });
        plot.into(
                figure,
                id,
                "Time against length, " + type.getKey(),
                words.toString().strip());
    }

    private static Interval exactly(double chars) {
        double at = Math.log10(chars);
        return new Interval(at, at, at);
    }

    private static Interval up(Time time) {
        double at = Math.log10(time.p50());
        return new Interval(at, at, Math.log10(time.p99()));
    }

    private void table(Element section) {
        Map<String, List<Time>> kinds = kinds();
        List<Double> lengths = kinds.values().stream()
                .flatMap(List::stream)
                .map(Time::chars)
                .distinct()
                .sorted()
                .toList();
        List<String> headers = new ArrayList<>(List.of("type/tier"));
        lengths.forEach(length -> headers.add(Words.count(length.longValue())));
        headers.add("slope");
        Grid grid = new Grid(
                section,
                "Median milliseconds by length in characters, and the slope from 100,000 on",
                1,
                headers.toArray(String[]::new));
        kinds.forEach((kind, times) -> {
            List<String> cells = new ArrayList<>(List.of(kind));
            for (double length : lengths) {
                cells.add(times.stream()
                        .filter(time -> time.chars() == length)
                        .map(time -> Words.decimal(time.p50(), time.p50() < 10 ? 2 : 0))
                        .findFirst()
                        .orElse(""));
            }
            cells.add(slopeText(times));
            grid.add(cells.toArray(String[]::new));
        });
    }

    private static String slopeText(List<Time> times) {
        double slope = slope(times);
        return Double.isNaN(slope) ? "–" : Words.decimal(slope, 2);
    }

    private static double slope(List<Time> times) {
        List<Time> scaling =
                times.stream().filter(time -> time.chars() >= SCALING_FROM).toList();
        return LogLogSlope.of(
                scaling.stream().mapToDouble(Time::chars).toArray(),
                scaling.stream().mapToDouble(Time::p50).toArray());
    }
}
