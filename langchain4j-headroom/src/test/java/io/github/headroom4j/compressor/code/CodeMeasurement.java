package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prints what outlines of real files save, and how often the body that a query is about stays whole. Run by hand in this
 * module's folder; arguments are folders of files, one per language. {@code -Dhalf=0|1} takes every other file, {@code
 * -Ddump=folder} writes the outlines.
 */
public final class CodeMeasurement {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    /** A function of fewer lines is no question's answer. */
    private static final int MIN_LINES = 6;

    /** From so many functions on a file is counted apart: one function of one is no part. */
    private static final int MANY = 5;

    private record Row(int before, int after, @Nullable Boolean visible) {
        double saved() {
            return 100.0 * (before - Math.min(before, after)) / before;
        }
    }

    private final Map<String, List<Row>> rows = new TreeMap<>();
    private final String dump = System.getProperty("dump", "");
    private final int half = Integer.getInteger("half", -1);
    private final CodeCompressor compressor = new CodeCompressor();
    private int count;
    private int declined;
    private long nanos;

    private CodeMeasurement() {}

    public static void main(String[] folders) throws IOException {
        CodeMeasurement measurement = new CodeMeasurement();
        for (String folder : folders) {
            for (Map.Entry<String, String> file :
                    RealCode.files(Path.of(folder)).entrySet()) {
                measurement.addFile(Path.of(folder).getFileName().toString(), file.getKey(), file.getValue());
            }
        }
        if (Files.exists(RealCode.LOCALISE)) {
            for (RealCode.Bug bug : RealCode.bugs()) {
                measurement.addBug(bug);
            }
        }
        measurement.print();
    }

    private boolean skips() {
        return half >= 0 && count++ % 2 != half;
    }

    /** A file read with a question in words about one of its functions, which the file's size picks. */
    private void addFile(String folder, String name, String text) throws IOException {
        if (skips()) {
            return;
        }
        String language = folder;
        List<Declaration> functions = new Languages()
                .parse(new SourceText(text), CompressionContext.of(COUNTER)).stream()
                        .flatMap(outline -> outline.declarations().stream())
                        .filter(one -> one.kind() == Declaration.Kind.FUNCTION)
                        .filter(one -> lines(text, one.body()) >= MIN_LINES)
                        .toList();
        add(language + " no query", name, text, "", Optional.empty());
        if (functions.isEmpty()) {
            return;
        }
        Declaration gold = functions.get(text.length() % functions.size());
        if (functions.size() >= MANY) {
            language += " many";
        }
        String owner = gold.owner().isEmpty() ? "" : " of " + gold.owner();
        add(language + " named", name, text, "How does " + gold.name() + owner + " work?", Optional.of(gold.body()));
        String words =
                String.join(" ", gold.name().split("(?<=[a-z])(?=[A-Z])|_")).toLowerCase(Locale.ROOT);
        add(language + " words", name, text, "Where do we " + words + " and why?", Optional.of(gold.body()));
    }

    private static long lines(String text, Span span) {
        return text.substring(span.start(), span.end())
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    private void addBug(RealCode.Bug bug) throws IOException {
        if (skips()) {
            return;
        }
        for (Map.Entry<String, String> file : bug.files().entrySet()) {
            boolean gold = file.getKey().equals(bug.gold());
            String text = file.getValue();
            String name = bug.id() + "-" + QueryFocus.fileOf(file.getKey());
            SourceText source = new SourceText(text);
            Optional<Span> span = gold ? Optional.of(span(source, bug.lines())) : Optional.empty();
            add("d4j subject " + (gold ? "gold" : "other"), name, text, bug.query() + "\n" + file.getKey(), span);
            add(
                    "d4j symptom " + (gold ? "gold" : "other"),
                    name + ".s",
                    text,
                    bug.symptom() + "\n" + file.getKey(),
                    span);
        }
    }

    private static Span span(SourceText source, List<Integer> lines) {
        int line = lines.get(lines.size() / 2) - 1;
        return new Span(source.start(line), source.end(line));
    }

    private void add(String source, String name, String text, String query, Optional<Span> gold) throws IOException {
        CompressionContext context = CompressionContext.of(COUNTER).withQuery(query);
        long start = System.nanoTime();
        Optional<String> selected = compressor
                .parse(text, context)
                .flatMap((Selectable content) -> content.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(text)));
        nanos += System.nanoTime() - start;
        declined += selected.isPresent() ? 0 : 1;
        String after = selected.orElse(text);
        @Nullable Boolean visible = gold.isEmpty() ? null : shows(after, text, gold.get());
        rows.computeIfAbsent(source, s -> new ArrayList<>())
                .add(new Row(COUNTER.count(text), COUNTER.count(after), visible));
        if (!dump.isEmpty()) {
            Path out = Files.createDirectories(Path.of(dump, source.replace(' ', '-')));
            Row row = new Row(COUNTER.count(text), COUNTER.count(after), visible);
            String heading = String.format(Locale.ROOT, "%.1f%% %s %s%n", row.saved(), visible, query);
            Files.writeString(out.resolve(name.replace('/', '_')), heading + after);
        }
    }

    private static boolean shows(String after, String text, Span gold) {
        return after.contains(text.substring(gold.start(), gold.end()).strip());
    }

    private void print() {
        System.out.println("files   tokens   saved: mean median   all   p10   gold visible   source");
        rows.forEach((source, all) -> {
            List<Double> saved = all.stream().map(Row::saved).sorted().toList();
            long asked = all.stream().filter(row -> row.visible() != null).count();
            long visible = all.stream()
                    .filter(row -> Boolean.TRUE.equals(row.visible()))
                    .count();
            int before = all.stream().mapToInt(Row::before).sum();
            int after = all.stream()
                    .mapToInt(row -> Math.min(row.before(), row.after()))
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "%5d %8d %11.1f%% %5.1f%% %5.1f%% %5.1f%% %8d/%d   %s%n",
                    all.size(),
                    before,
                    saved.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                    saved.get(saved.size() / 2),
                    100.0 * (before - after) / before,
                    saved.get(saved.size() / 10),
                    visible,
                    asked,
                    source);
        });
        System.out.printf(Locale.ROOT, "declined %d, %d ms%n", declined, nanos / 1_000_000);
    }
}
