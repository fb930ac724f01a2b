package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.search.PathEntry.Kind;
import io.github.headroom4j.compressor.search.PathList.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognises lists of paths. What is no path stays in its place as a raw line. */
final class PathReader {

    /** Fewer paths than this are not worth a notation. */
    private static final int MIN_PATHS = 4;

    /** So many of the lines that are not blank must be paths. Share. */
    private static final double MIN_SHARE = 0.8;

    /** Longer lines are no paths: what Linux accepts, in characters. */
    private static final int MAX_PATH = 4096;

    private final List<String> lines;
    private final boolean endsWithNewline;
    private final CompressionContext context;

    PathReader(TextLines text, CompressionContext context) {
        lines = text.lines();
        endsWithNewline = text.endsWithNewline();
        this.context = context;
    }

    Optional<PathList> read() {
        for (Layout layout : Layout.values()) {
            Optional<List<PathEntry>> entries =
                    switch (layout) {
                        case LINES -> Optional.of(readLines());
                        case BLOCKS -> readBlocks();
                        default -> TreeDrawing.of(layout).read(lines);
                    };
            if (entries.isPresent() && isPlausible(entries.get(), layout)) {
                return Optional.of(new PathList(layout, context.pace().list(entries.get()), endsWithNewline));
            }
            context.checkDeadline();
        }
        return Optional.empty();
    }

    private List<PathEntry> readLines() {
        List<PathEntry> entries = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            entries.add(isPath(line) ? PathEntry.of(i, line) : PathEntry.raw(i, line));
        }
        return entries;
    }

    private Optional<List<PathEntry>> readBlocks() {
        List<PathEntry> entries = new ArrayList<>(lines.size());
        String directory = "";
        int openings = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int at = i == 0 ? 0 : i + 1;
            boolean blankAbove = i == 0 || line.isEmpty();
            if (blankAbove && at < lines.size() && isOpening(lines.get(at))) {
                String header = lines.get(at);
                directory = header.substring(0, header.length() - 1) + '/';
                entries.add(PathEntry.opening(at, directory));
                openings++;
                i = at;
            } else if (isName(line) && openings > 0) {
                entries.add(new PathEntry(Kind.PATH, i, directory, line));
            } else {
                entries.add(PathEntry.raw(i, line));
            }
        }
        return openings < 2 ? Optional.empty() : Optional.of(entries);
    }

    private static boolean isOpening(String line) {
        return line.length() > 1 && line.endsWith(":") && isName(line);
    }

    private static boolean isName(String line) {
        return !line.isEmpty() && line.length() <= MAX_PATH && line.indexOf('\t') < 0 && line.charAt(0) != ' ';
    }

    /** Blanks make a line a sentence rather than a path, unless it has separators before them. */
    private static boolean isPath(String line) {
        int blank = line.indexOf(' ');
        return isName(line)
                && HitScanner.isStructured(line)
                && isCountOrEnd(line, line.indexOf(':', 2))
                && (blank < 0
                        || (blank > 0
                                && PathNames.directory(line.substring(0, blank)).length() > 1));
    }

    /** {@code grep -c} and {@code rg -c} print the number of matches behind a path. */
    private static boolean isCountOrEnd(String line, int colon) {
        for (int i = colon + 1; colon >= 0 && i < line.length(); i++) {
            if (!HitScanner.isDigit(line.charAt(i))) {
                return false;
            }
        }
        return colon < line.length() - 1;
    }

    private static boolean isPlausible(List<PathEntry> entries, Layout layout) {
        int paths = 0;
        int nested = 0;
        int blankLines = 0;
        for (PathEntry entry : entries) {
            if (entry.kind() == Kind.PATH) {
                paths++;
                nested += entry.directory().isEmpty() ? 0 : 1;
            } else if (entry.kind() == Kind.OPENING || entry.name().isBlank()) {
                blankLines++;
            }
        }
        return paths >= MIN_PATHS
                && paths >= (entries.size() - blankLines) * MIN_SHARE
                && (layout != Layout.LINES || nested * 2 >= paths);
    }
}
