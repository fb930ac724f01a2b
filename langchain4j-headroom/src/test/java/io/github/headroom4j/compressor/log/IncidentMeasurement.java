package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Prints, per split of the captured incidents, tokens before and after both steps and how many gold evidence lines a
 * selection shows. Run by hand with the incidents' folder. Of the test split only sums are printed.
 */
public final class IncidentMeasurement {

    private static final Pattern EVIDENCE =
            Pattern.compile("\\{\\s*\"service\":\\s*\"([^\"]+)\",\\s*\"line\":\\s*(\\d+)");
    private static final TokenCounter COUNTER = TokenCounter.o200k();

    private final Map<String, long[]> sums = new TreeMap<>();
    private final String dump = System.getProperty("dump", "");

    private IncidentMeasurement() {}

    public static void main(String[] args) throws IOException {
        IncidentMeasurement measurement = new IncidentMeasurement();
        List<Path> incidents = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(args[0]))) {
            folders.forEach(incidents::add);
        }
        incidents.sort(null);
        for (Path incident : incidents) {
            measurement.measure(incident);
        }
        measurement.sums.forEach((name, s) -> System.out.printf(
                Locale.ROOT,
                "%-24s %4d logs %8d raw %8d repacked %5.1f%% %8d selected %5.1f%%  evidence %d/%d%n",
                name,
                s[0],
                s[1],
                s[2],
                100.0 * (s[1] - s[2]) / s[1],
                s[3],
                100.0 * (s[1] - s[3]) / s[1],
                s[4],
                s[5]));
    }

    private void measure(Path incident) throws IOException {
        String json = Files.readString(incident.resolve("incident.json"));
        String split = field(json, "split");
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(incident, "*.log.gz")) {
            for (Path log : logs) {
                String service = log.getFileName().toString().replace(".log.gz", "");
                measure(incident.getFileName() + "/" + service, read(log), json, split, service);
            }
        }
    }

    private void measure(String name, String text, String json, String split, String service) throws IOException {
        CompressionContext context = CompressionContext.of(COUNTER).withQuery(field(json, "question"));
        Selectable content = new LogCompressor().parse(text, context).orElseThrow();
        int raw = COUNTER.count(text);
        int repacked = Math.min(raw, content.repack().map(COUNTER::count).orElse(raw));
        String selected = content.select(TokenBudget.asFarAsSafe())
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(text);
        int shown = COUNTER.count(selected);
        if (shown >= 0.9 * repacked) {
            shown = repacked;
            selected = text;
        }
        int visible = 0;
        int gold = 0;
        for (Matcher m = EVIDENCE.matcher(json.substring(json.indexOf("\"evidence\""))); m.find(); ) {
            if (m.group(1).equals(service)) {
                gold++;
                boolean seen = selected.equals(text)
                        || Pattern.compile("(?m)^" + m.group(2) + "( ×\\d+-\\d+)?: ")
                                .matcher(selected)
                                .find();
                visible += seen ? 1 : 0;
                if (!seen && split.equals("dev")) {
                    System.out.println("missed " + name + " " + m.group(2) + ": "
                            + text.lines()
                                    .skip(Long.parseLong(m.group(2)) - 1)
                                    .findFirst()
                                    .orElse(""));
                }
            }
        }
        if (split.equals("dev") && !dump.isEmpty()) {
            Files.createDirectories(Path.of(dump));
            Files.writeString(Path.of(dump, name.replace('/', '_') + ".selected"), selected);
            Files.writeString(
                    Path.of(dump, name.replace('/', '_') + ".packed"),
                    content.repack().orElse(""));
        }
        add(split, raw, repacked, shown, visible, gold);
        add(split + " " + field(json, "tier"), raw, repacked, shown, visible, gold);
        if (split.equals("dev")) {
            add(split + " " + service, raw, repacked, shown, visible, gold);
        }
    }

    private void add(String key, long... values) {
        long[] sum = sums.computeIfAbsent(key, k -> new long[6]);
        sum[0]++;
        for (int i = 0; i < values.length; i++) {
            sum[i + 1] += values[i];
        }
    }

    private static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String read(Path path) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
