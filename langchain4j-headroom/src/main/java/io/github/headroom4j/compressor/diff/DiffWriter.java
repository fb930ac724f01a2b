package io.github.headroom4j.compressor.diff;

import java.util.List;

/**
 * Prints the notation. A line {@code === path | …} stands for what git prints above a file's hunks, {@code @@ n} for a
 * hunk's header, {@code === text n} says that n lines follow as they were; all other lines are those of hunks. Not
 * thread-safe.
 */
final class DiffWriter {

    static final String OPENING = "[diff, ";
    static final String EXACT = "headers short: \"=== path | old..new\", \"@@ new line\"";
    static final String TRIMMED = "context trimmed: \"=== path | original's lines\", \"@@ new line\"";
    static final String CRLF = "; CRLF";
    static final String UNTERMINATED = "; no newline at end";
    static final String FILE = "=== ";
    static final String TEXT = "=== text ";
    static final char NOTE = '…';

    private final StringBuilder out = new StringBuilder(OPENING);
    private final HunkNumbers numbers = new HunkNumbers();

    DiffWriter(String legend, DiffText diff) {
        out.append(legend).append(diff.crlf() ? CRLF : "").append(diff.terminated() ? "" : UNTERMINATED);
        out.append("]\n");
    }

    void text(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line(TEXT + lines.size());
        lines.forEach(this::line);
        numbers.reset();
    }

    void file(String code) {
        line(FILE + code);
        numbers.reset();
    }

    void hunk(String headerLine, HunkHeader header, List<String> lines) {
        line(header.parents() > 1 ? headerLine : numbers.write(headerLine, header, Tally.of(lines)));
        lines.forEach(this::line);
    }

    void line(String line) {
        out.append(line).append('\n');
    }

    String written() {
        return out.toString();
    }
}
