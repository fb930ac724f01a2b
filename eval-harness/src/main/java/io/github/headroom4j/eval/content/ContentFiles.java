package io.github.headroom4j.eval.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.report.CsvCells;
import io.github.headroom4j.eval.report.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The reports as files: a page for people, sums by group for programs, one CSV row per sample and policy. */
final class ContentFiles {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(
                    "type",
                    "sample",
                    "tier",
                    "detected",
                    "sections",
                    "policy",
                    "tokensBefore",
                    "tokensAfter",
                    "savedFraction",
                    "outcome",
                    "roundTrip",
                    "vital",
                    "vitalVisible")
            .get();

    private ContentFiles() {}

    static void write(Path folder, ContentReport report) {
        write(folder.resolve("content.md"), new ContentPage(report).text());
        write(folder.resolve("content.json"), json(report));
        write(folder.resolve("content.csv"), csv(report));
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DatasetException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    static String csv(ContentReport report) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (SampleResult result : report.results()) {
                print(printer, result, "lossless", result.lossless());
                print(printer, result, "reversible", result.reversible());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, SampleResult result, String policy, Shrunk shrunk)
            throws IOException {
        boolean shown = policy.equals("reversible");
        CsvCells.print(
                printer,
                result.sample().type(),
                result.sample().name(),
                result.tier(),
                result.detected(),
                result.sections(),
                policy,
                shrunk.before(),
                shrunk.after(),
                Figures.exact(shrunk.saved()).toPlainString(),
                shrunk.outcome(),
                shrunk.roundTrip().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                shown ? result.sample().vital().size() : "",
                shown ? result.vitalVisible() : "");
    }

    static String json(ContentReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        Group all = report.everything();
        root.put("format", 1);
        root.put("tokenizer", "o200k_base");
        root.put("samples", all.results().size());
        root.put("roundTripFailures", all.roundTrips(RoundTrip.Outcome.DIFFERENT));
        root.put("inflations", all.inflations());
        root.put("problems", report.problems());
        List<Map<String, Object>> groups = new ArrayList<>();
        report.groups().forEach(group -> groups.add(json(group)));
        root.put("groups", groups);
        root.put("tooSmall", report.tooSmall().size());
        root.put("skipped", report.skipped());
        try {
            return JsonMapper.builder()
                            .build()
                            .writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                            .writeValueAsString(root)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers are JSON", e);
        }
    }

    private static Map<String, Object> json(Group group) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", group.type());
        row.put("tier", group.tier());
        row.put("n", group.results().size());
        row.put("tokensBefore", group.before());
        row.put("lossless", json(group, SampleResult::lossless));
        row.put("reversible", json(group, SampleResult::reversible));
        row.put("vital", group.vital());
        row.put("vitalVisible", group.vitalVisible());
        row.put("detectedOtherwise", group.unexpected());
        row.put("cameBack", group.roundTrips(RoundTrip.Outcome.SAME));
        row.put("notChecked", group.roundTrips(RoundTrip.Outcome.NOT_CHECKED));
        row.put("roundTripFailures", group.roundTrips(RoundTrip.Outcome.DIFFERENT));
        row.put("inflations", group.inflations());
        return row;
    }

    private static Map<String, Object> json(Group group, Function<SampleResult, Shrunk> policy) {
        Group.Saved saved = group.saved(policy);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tokensAfter", group.after(policy));
        row.put("savedFraction", Figures.exact(saved.total()));
        row.put("savedMean", Figures.exact(saved.mean()));
        row.put("savedMedian", Figures.exact(saved.median()));
        return row;
    }
}
