package io.github.headroom4j.eval.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Public data sets that people have beside their own files: which files of them hold texts, and of which type. A new one is
 * one line.
 *
 * @param folder the data set's folder, anywhere above the file
 * @param end how the file's name ends
 * @param type the label of its texts
 * @param fields where its texts are; the whole file if that names none
 */
record KnownLayout(String folder, String end, String type, Fields fields) {

    /**
     * Members of records.
     *
     * @param text the member that holds the text, at any depth; empty if the file is the text
     * @param query the member that holds the question, empty if there is none
     * @param vital the member whose texts must stay visible as far as they occur in the text; empty if there is none
     */
    record Fields(String text, String query, String vital) {

        static final Fields WHOLE = new Fields("", "", "");
    }

    private static final List<KnownLayout> ALL = List.of(
            new KnownLayout("loghub-2k", ".log", "logs", Fields.WHOLE),
            new KnownLayout("loghub-2k", "_structured.csv", "tables", Fields.WHOLE),
            new KnownLayout("bump-maven", ".log.gz", "build", Fields.WHOLE),
            new KnownLayout("test-outputs", ".txt", "build", Fields.WHOLE),
            new KnownLayout("octokit-fixtures", ".json", "json", Fields.WHOLE),
            new KnownLayout("api-json", ".json", "json", Fields.WHOLE),
            new KnownLayout("defects4j-commits", ".jsonl.gz", "diff", new Fields("diff", "subject", "")),
            new KnownLayout("defects4j-localise", ".jsonl.gz", "code", new Fields("source", "query", "")),
            new KnownLayout("quixbugs-java", ".jsonl", "code", new Fields("buggy", "", "")),
            new KnownLayout("tufano-review-java", ".csv", "code", new Fields("before", "comment", "")),
            new KnownLayout("cosqa", ".json", "code", new Fields("code", "doc", "")),
            new KnownLayout("squad2-dev-500", ".jsonl", "prose", new Fields("context", "question", "answers")),
            new KnownLayout("hotpotqa-distractor-100", ".json", "prose", new Fields("context", "question", "answer")),
            new KnownLayout("chroma-chunking-eval", ".md", "prose", Fields.WHOLE));

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static Optional<KnownLayout> of(Path file) {
        String name = file.getFileName().toString();
        return ALL.stream()
                .filter(layout -> name.endsWith(layout.end) && isBelow(file, layout.folder))
                .findFirst();
    }

    /** Whether a file belongs to a known data set, be it a text or not. */
    static boolean isInside(Path file) {
        return ALL.stream().anyMatch(layout -> isBelow(file, layout.folder));
    }

    private static boolean isBelow(Path file, String folder) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent != null
                && StreamSupport.stream(parent.spliterator(), false)
                        .anyMatch(part -> part.toString().equals(folder));
    }

    /** The texts of one file. */
    List<Sample> samples(Path file, String name, String text) {
        if (fields.text().isEmpty()) {
            return List.of(new Sample(name, type, text, "", List.of()));
        }
        List<Sample> samples = new ArrayList<>();
        try {
            if (end.endsWith(".csv")) {
                CSVFormat format = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setAllowMissingColumnNames(true)
                        .get();
                for (CSVRecord row : format.parse(new StringReader(text))) {
                    add(samples, name, row.get(fields.text()), row.get(fields.query()));
                }
            } else {
                readJson(text, name, samples);
            }
        } catch (JsonProcessingException e) {
            throw new DatasetException(file + ": is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new DatasetException(file + ": cannot be read as " + folder + ": " + e.getMessage(), e);
        }
        return samples;
    }

    private void readJson(String text, String name, List<Sample> samples) throws IOException {
        try (MappingIterator<JsonNode> records = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (records.hasNextValue()) {
                JsonNode one = records.nextValue();
                String query =
                        fields.query().isEmpty() ? "" : one.path(fields.query()).asText("");
                for (JsonNode value : one.findValues(fields.text())) {
                    String content = joined(value);
                    if (!content.isEmpty()) {
                        samples.add(new Sample(numbered(name, samples), type, content, query, vital(one, content)));
                    }
                }
            }
        }
    }

    private void add(List<Sample> samples, String name, String content, String query) {
        if (!content.isEmpty()) {
            samples.add(new Sample(numbered(name, samples), type, content, query, List.of()));
        }
    }

    private static String numbered(String name, List<Sample> before) {
        return name + "#" + (before.size() + 1);
    }

    private List<String> vital(JsonNode one, String content) {
        if (fields.vital().isEmpty()) {
            return List.of();
        }
        return joined(one.path(fields.vital()))
                .lines()
                .filter(text -> !text.isBlank() && content.contains(text))
                .distinct()
                .toList();
    }

    /** A text, or the texts of nested arrays line by line. */
    private static String joined(JsonNode value) {
        if (!value.isArray()) {
            return value.asText("");
        }
        StringBuilder lines = new StringBuilder();
        value.forEach(element -> lines.append(joined(element)).append('\n'));
        return lines.toString();
    }
}
