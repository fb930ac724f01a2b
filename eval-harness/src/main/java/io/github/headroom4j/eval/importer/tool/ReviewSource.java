package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.question.DiffLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Review comments. JSON, one record per line or in an array: {@code file} (or {@code path}), {@code line} ({@code original_line}) of the
 * new side, {@code comment} ({@code body}), {@code diff} ({@code diff_hunk}); {@code id} and {@code repo} if there are. Or CSV with
 * {@code comment}, {@code before} and {@code before_marked}, in which START and END stand around the lines spoken of.
 */
final class ReviewSource implements CaseSource {

    /** Changes that are shown together unless asked otherwise; one alone is next to nothing to read. */
    private static final int CANDIDATES = 16;

    /** All changes together have at most so many characters, which are kept in memory: 64 Mi. */
    static final int MAX_CHARS = 64 << 20;

    private static final String NOT_THERE = "the line is not in its diff";
    private static final String UNMARKED = "START and END do not fit the method";
    private static final String BLANK = "the comment is blank";

    @Override
    public void read(Path input, ToolOptions options, CaseSink sink) {
        List<Reviewed> all = new ArrayList<>();
        if (input.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            CsvRows.read(input, List.of("comment", "before", "before_marked"), row -> csv(row, all, sink));
        } else {
            SourceFile.of(input).records((record, number) -> json(record, all, sink));
        }
        long chars = all.stream().mapToLong(one -> one.shown().length()).sum();
        if (chars > MAX_CHARS) {
            throw new DatasetException(
                    input + ": its changes have more than " + MAX_CHARS + " characters; split the file");
        }
        ReviewBundles bundles = new ReviewBundles(all, options.candidatesOr(CANDIDATES), options.seed());
        all.forEach(one -> sink.found(bundles.draft(one)));
    }

    private static void json(CaseFile record, List<Reviewed> all, CaseSink sink) {
        String path = text(record, "file", "path");
        String comment = text(record, "comment", "body");
        String diff = text(record, "diff", "diff_hunk");
        int line = record.integer(record.has("line") || !record.has("original_line") ? "line" : "original_line");
        String shown = diff.startsWith("@@")
                ? "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path + "\n" + diff
                : diff;
        String spokenOf = DiffLines.of(shown).stream()
                .filter(one -> one.path().equals(path) && one.number() == line && one.sign() != '-')
                .map(DiffLines.Line::text)
                .findFirst()
                .orElse("");
        if (comment.isBlank() || spokenOf.isBlank()) {
            sink.dropped(comment.isBlank() ? BLANK : NOT_THERE);
            return;
        }
        String id = record.has("id") ? record.raw("id").asText() : "review-" + all.size();
        String repo = record.optionalText("repo");
        all.add(new Reviewed(
                id, repo.isEmpty() ? path : repo, path, comment, shown.stripTrailing(), line, line, spokenOf));
    }

    private static String text(CaseFile record, String name, String other) {
        return record.text(record.has(name) || !record.has(other) ? name : other);
    }

    private static void csv(CsvRows.Row row, List<Reviewed> all, CaseSink sink) {
        String before = row.text("before");
        String marked = row.text("before_marked");
        String comment = row.text("comment");
        String path = String.format(Locale.ROOT, "Method%05d.java", row.cells().getRecordNumber());
        int start = marked.indexOf("START ");
        int end = marked.lastIndexOf(" END");
        if (start < 0
                || end < start + 6
                || !same(
                        marked.substring(0, start) + marked.substring(start + 6, end) + marked.substring(end + 4),
                        before)) {
            sink.dropped(UNMARKED);
            return;
        }
        int first = 1 + lines(marked.substring(0, start));
        String spokenOf = marked.substring(start + 6, end);
        int last = first + lines(spokenOf.stripTrailing());
        String evidence =
                spokenOf.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (comment.isBlank() || evidence.isBlank()) {
            sink.dropped(comment.isBlank() ? BLANK : UNMARKED);
            return;
        }
        all.add(new Reviewed(path, path, path, comment, listed(path, before), first, last, evidence));
    }

    private static boolean same(String one, String other) {
        return one.replaceAll("\\s", "").equals(other.replaceAll("\\s", ""));
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** A method as a search over the changed files lists it, so that each line says its place. */
    private static String listed(String path, String method) {
        StringBuilder listed = new StringBuilder();
        int number = 1;
        for (String line : method.split("\n", -1)) {
            if (!line.isBlank()) {
                listed.append(path)
                        .append(':')
                        .append(number)
                        .append(':')
                        .append(line.stripTrailing())
                        .append('\n');
            }
            number++;
        }
        return listed.toString().stripTrailing();
    }
}
