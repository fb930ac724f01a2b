package io.github.headroom4j.eval.workload.codesearch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source file as the tools of the session show it: every Javadoc comment is gone, everything else stands as written.
 * A line that held nothing but Javadoc is gone too; line numbers are those of the shown text. Immutable.
 */
final class ShownFile {

    private final String path;
    private final String text;
    private final List<String> lines;
    private final int[] lineStarts;
    private final Map<Integer, String> javadocs;

    private ShownFile(String path, String text, Map<Integer, String> javadocs) {
        this.path = path;
        this.text = text;
        this.lines = text.lines().toList();
        this.lineStarts = lineStarts(text, lines);
        this.javadocs = javadocs;
    }

    /**
     * Removes the Javadoc of a file.
     *
     * @param path its path inside the repository
     * @param source the text as published
     */
    static ShownFile of(String path, String source) {
        JavadocRemoval removal = new JavadocRemoval(source.replace("\r\n", "\n"));
        return new ShownFile(path, removal.text(), removal.javadocs());
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    List<String> lines() {
        return lines;
    }

    /** The removed comment that stood before the code at a position, both counted from 1; null if none did. */
    @Nullable
    String javadocBefore(int line, int column) {
        return javadocs.get(lineStarts[line - 1] + column - 1);
    }

    /** The text between two positions, lines and columns counted from 1; the end is exclusive. */
    String between(int line, int column, int endLine, int endColumn) {
        return text.substring(lineStarts[line - 1] + column - 1, lineStarts[endLine - 1] + endColumn - 1);
    }

    /** The lines from first to last, both counted from 1 and inclusive, joined by line feeds. */
    String lines(int first, int last) {
        return String.join("\n", lines.subList(first - 1, Math.min(last, lines.size())));
    }

    private static int[] lineStarts(String text, List<String> lines) {
        int[] starts = new int[lines.size() + 1];
        Arrays.fill(starts, text.length());
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            starts[i] = at;
            at += lines.get(i).length() + 1;
        }
        return starts;
    }
}
