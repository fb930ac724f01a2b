package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.importer.tool.LogEntry.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a raw log and the rows of its CSV together. A column {@code Label} (BGL, Thunderbird) is "-" for a normal line, and
 * the raw line begins with it, which is taken off: it is the answer. Without one, a line is an anomaly if it names a block that
 * {@code anomaly_label.csv} calls one.
 */
record LogHubFiles(Path structured, Path raw, Path labels) {

    /** At most so many lines of a log are read, 200,000: a hundred times the published samples. */
    static final int MAX_LINES = 200_000;

    private static final Pattern BLOCK = Pattern.compile("blk_-?\\d{1,20}");

    List<LogEntry> read(CaseSink sink) {
        List<String> lines = rawLines(sink);
        Set<String> anomalous = anomalousBlocks();
        boolean labelled = Files.isRegularFile(labels);
        List<LogEntry> entries = new ArrayList<>();
        CsvRows.read(structured, List.of("LineId", "Content", "EventId", "EventTemplate"), row -> {
            int line = row.integer("LineId");
            if (line < 1 || (line > lines.size() && lines.size() < MAX_LINES)) {
                throw row.mistake(
                        "LineId", "is " + line + ", but " + raw.getFileName() + " has lines 1 to " + lines.size());
            }
            if (line <= lines.size()) {
                entries.add(entry(row, lines.get(line - 1), labelled ? anomalous : null, sink));
            }
        });
        return entries;
    }

    private static LogEntry entry(CsvRows.Row row, String line, @Nullable Set<String> anomalous, CaseSink sink) {
        String tag = row.optional("Label");
        String shown = !tag.isEmpty() && line.startsWith(tag + " ") ? line.substring(tag.length() + 1) : line;
        if (!shown.contains(row.text("Content").strip())) {
            sink.note("a raw line differs from its row");
        }
        Label label = Label.NONE;
        if (!tag.isEmpty()) {
            label = tag.equals("-") ? Label.NORMAL : Label.ANOMALY;
        } else if (anomalous != null) {
            label = namesOneOf(line, anomalous) ? Label.ANOMALY : Label.NORMAL;
        }
        return new LogEntry(
                shown,
                row.text("EventId"),
                row.text("EventTemplate"),
                row.optional("Component"),
                row.optional("Level"),
                label);
    }

    private static boolean namesOneOf(String line, Set<String> blocks) {
        Matcher block = BLOCK.matcher(line);
        while (block.find()) {
            if (blocks.contains(block.group())) {
                return true;
            }
        }
        return false;
    }

    private Set<String> anomalousBlocks() {
        Set<String> blocks = new HashSet<>();
        if (Files.isRegularFile(labels)) {
            CsvRows.read(labels, List.of("BlockId", "Label"), row -> {
                String label = row.text("Label");
                if (!label.equals("Normal") && !label.equals("Anomaly")) {
                    throw row.mistake("Label", "must be Normal or Anomaly, but is " + label);
                }
                if (label.equals("Anomaly")) {
                    blocks.add(row.text("BlockId"));
                }
            });
        }
        return blocks;
    }

    private List<String> rawLines(CaseSink sink) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(SourceFile.of(raw).reader())) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (lines.size() == MAX_LINES) {
                    sink.note("a log is read to line " + MAX_LINES + " only");
                    break;
                }
                lines.add(line);
            }
        } catch (CharacterCodingException e) {
            throw new DatasetException(raw + ": not valid UTF-8 after line " + lines.size(), e);
        } catch (IOException e) {
            throw new DatasetException(raw + ": cannot be read: " + e.getMessage(), e);
        }
        return lines;
    }
}
