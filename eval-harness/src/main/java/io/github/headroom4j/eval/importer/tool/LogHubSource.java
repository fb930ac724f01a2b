package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LogHub: {@code X.log} with {@code X.log_structured.csv} beside it, given as the CSV or as a folder that holds such pairs, itself or
 * in folders of its own, and optionally {@code anomaly_label.csv} (BlockId, Label) beside them. Each slice of so many lines is a tool
 * result, about which some questions are asked whose answers the CSV gives.
 */
final class LogHubSource implements CaseSource {

    private static final String STRUCTURED = "_structured.csv";
    private static final String LABELS = "anomaly_label.csv";

    /** Folders in folders are looked into so deep. */
    private static final int DEPTH = 3;

    @Override
    public List<Path> files(Path input) {
        List<Path> files = new ArrayList<>();
        for (Path structured : structured(input)) {
            files.add(structured);
            files.add(raw(structured));
            Path labels = structured.resolveSibling(LABELS);
            if (Files.isRegularFile(labels) && !files.contains(labels)) {
                files.add(labels);
            }
        }
        return files;
    }

    @Override
    public void read(Path input, ToolOptions options, CaseSink sink) {
        for (Path structured : structured(input)) {
            String file = structured.getFileName().toString();
            String system = file.substring(0, file.length() - STRUCTURED.length());
            Path labels = structured.resolveSibling(LABELS);
            List<LogEntry> entries = new LogHubFiles(structured, raw(structured), labels).read(sink);
            LogQuestions questions = new LogQuestions(system, options, sink);
            for (int from = 0; from < entries.size(); from += options.lines()) {
                questions.ask(entries.subList(from, Math.min(entries.size(), from + options.lines())), from);
            }
        }
    }

    private static List<Path> structured(Path input) {
        if (!Files.isDirectory(input)) {
            if (!input.getFileName().toString().endsWith(STRUCTURED)) {
                throw new DatasetException(
                        input + ": expected a file that ends in " + STRUCTURED + ", or a folder of them");
            }
            return List.of(input);
        }
        List<Path> found = PlainFiles.below(input, DEPTH).stream()
                .filter(file -> file.getFileName().toString().endsWith(STRUCTURED))
                .toList();
        if (found.isEmpty()) {
            throw new DatasetException(input + ": holds no file that ends in " + STRUCTURED);
        }
        return found;
    }

    private static Path raw(Path structured) {
        String file = structured.getFileName().toString();
        Path raw = structured.resolveSibling(file.substring(0, file.length() - STRUCTURED.length()));
        if (!Files.isRegularFile(raw)) {
            throw new DatasetException(structured + ": its raw log " + raw.getFileName() + " is not beside it");
        }
        return raw;
    }
}
