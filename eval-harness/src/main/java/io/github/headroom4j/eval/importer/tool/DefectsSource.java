package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.SourceFile;
import java.nio.file.Path;

/**
 * Defects4J-style JSON lines. A record with {@code files[{path, source}]}, {@code gold_path} and {@code gold_lines} asks where to mend a
 * failure ({@code error}, {@code failing_tests}, else {@code query}); one with {@code diff} and {@code gold_lines[{path, sign, line,
 * text}]} asks which changed lines are the essential ones ({@code subject}). {@code id} names it, {@code repo} or {@code project} is
 * its cluster.
 */
final class DefectsSource implements CaseSource {

    @Override
    public void read(Path input, ToolOptions options, CaseSink sink) {
        SourceFile.of(input).records((record, number) -> {
            if (record.has("files")) {
                Localisation.read(record, options, sink);
            } else if (record.has("diff")) {
                FixReview.read(record, sink);
            } else {
                throw record.mistake("files", "is missing, and so is diff");
            }
        });
    }

    static String cluster(CaseFile record) {
        String repo = record.optionalText("repo");
        String project = record.optionalText("project");
        return !repo.isEmpty() ? repo : !project.isEmpty() ? project : record.text("id");
    }
}
