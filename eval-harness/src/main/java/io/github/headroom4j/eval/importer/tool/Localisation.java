package io.github.headroom4j.eval.importer.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.importer.Draw;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.eval.question.Runs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A failure and whole files, of which one is at fault: each file is a tool result, drawn into an order by the seed. */
final class Localisation {

    /** A record has at most so many files: 100. */
    static final int MAX_FILES = 100;

    /** A file has at most so many characters: 1,000,000, four times the longest class of the JDK. */
    static final int MAX_SOURCE = 1_000_000;

    private static final String SYSTEM_PROMPT =
            "You look for the cause of a failing test. Read the files, then name the file and the lines that must be changed.";

    private Localisation() {}

    static void read(CaseFile record, ToolOptions options, CaseSink sink) {
        String id = record.text("id");
        Map<String, String> files = files(record);
        String path = record.text("gold_path");
        String source = files.get(path);
        if (source == null) {
            throw record.mistake("gold_path", "names none of the files: " + path);
        }
        List<Integer> gold = lines(record, source);
        String about = about(record);
        if (gold.isEmpty() || about.isBlank()) {
            sink.dropped(gold.isEmpty() ? "no gold line" : "neither error nor query");
            return;
        }
        List<String> order = new ArrayList<>(files.keySet());
        Collections.shuffle(order, Draw.random(options.seed(), "files", id));
        List<RecordedCall> calls = new ArrayList<>();
        order.forEach(one ->
                calls.add(new RecordedCall("read_file", Json.arguments("path", one), files.getOrDefault(one, ""))));
        List<Evidence> evidence = new ArrayList<>();
        Set<String> items = proven(path, source.lines().toList(), Runs.of(gold), order.indexOf(path), evidence);
        String question = new Ask(Kind.LOCALISE, about).text();
        Draft.Proof proof = new Draft.Proof(calls, items, evidence);
        sink.found(Draft.of(id, DefectsSource.cluster(record), SYSTEM_PROMPT, question, proof));
    }

    private static Set<String> proven(
            String path, List<String> text, List<Runs.Run> runs, int call, List<Evidence> evidence) {
        Set<String> items = new LinkedHashSet<>(List.of(Items.file(path)));
        for (Runs.Run run : runs) {
            String item = Items.at(path, run.first(), run.last());
            items.add(item);
            text.subList(run.first() - 1, run.last()).stream()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .ifPresent(line -> evidence.add(new Evidence(item, call, line.strip())));
        }
        return items;
    }

    private static Map<String, String> files(CaseFile record) {
        Map<String, String> files = new LinkedHashMap<>();
        for (CaseFile one : record.objects("files")) {
            String source = one.text("source");
            if (source.length() > MAX_SOURCE) {
                throw one.mistake("source", "is longer than " + MAX_SOURCE + " characters");
            }
            if (files.put(one.text("path"), source) != null) {
                throw one.mistake("path", "is that of an earlier file: " + one.text("path"));
            }
        }
        if (files.size() > MAX_FILES) {
            throw record.mistake("files", "has " + files.size() + " files; at most " + MAX_FILES + " are read");
        }
        return files;
    }

    private static List<Integer> lines(CaseFile record, String source) {
        List<Integer> lines = new ArrayList<>();
        long count = source.lines().count();
        for (JsonNode line : record.raw("gold_lines")) {
            if (!line.canConvertToInt() || line.intValue() < 1 || line.intValue() > count) {
                throw record.mistake("gold_lines", "must be lines 1 to " + count + " of " + record.text("gold_path"));
            }
            lines.add(line.intValue());
        }
        return lines;
    }

    /** What the failure shows; the fix's own words only where nothing else is known, since they may name the place. */
    private static String about(CaseFile record) {
        List<String> tests = record.has("failing_tests") ? record.texts("failing_tests") : List.of();
        String error = record.optionalText("error");
        return tests.isEmpty() && error.isBlank()
                ? record.optionalText("query")
                : (String.join("\n", tests) + "\n" + error).strip();
    }
}
