package io.github.headroom4j.compressor.search;

import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Names files of which no line is shown, by directory, with the number of their hits and the lines of the original.
 * Where naming each costs too much, directories speak for their files, and then their parents for them.
 */
final class RunListing {

    /** Directories are folded into parents down to one component; this bounds the rounds. */
    private static final int MAX_DEPTH = 64;

    private final PathNames names;
    private final int firstLine;
    private final TokenCounter counter;

    RunListing(PathNames names, int firstLine, TokenCounter counter) {
        this.names = names;
        this.firstLine = firstLine;
        this.counter = counter;
    }

    String render(List<FileRun> runs, int maxTokens) {
        if (runs.isEmpty()) {
            return "";
        }
        String listing = render(runs, names::relativeDirectory, true);
        int depth = Math.min(MAX_DEPTH, deepest(runs));
        if (!counter.countsAtMost(listing, maxTokens)) {
            listing = render(runs, names::relativeDirectory, false);
        }
        while (depth > 0 && !counter.countsAtMost(listing, maxTokens)) {
            depth--;
            int kept = depth;
            listing = render(runs, path -> parent(names.relativeDirectory(path), kept), false);
        }
        return listing;
    }

    private String render(List<FileRun> runs, UnaryOperator<String> directoryOf, boolean named) {
        Map<String, List<FileRun>> directories = new LinkedHashMap<>();
        for (FileRun run : runs) {
            directories
                    .computeIfAbsent(directoryOf.apply(run.path()), directory -> new ArrayList<>())
                    .add(run);
        }
        StringBuilder out = new StringBuilder();
        directories.forEach((directory, files) -> line(directory, files, named, out));
        return out.toString();
    }

    private void line(String directory, List<FileRun> runs, boolean named, StringBuilder out) {
        Map<String, Integer> files = new LinkedHashMap<>();
        int first = Integer.MAX_VALUE;
        int last = 0;
        int hits = 0;
        for (FileRun run : runs) {
            int inRun = run.dropped(new java.util.BitSet());
            files.merge(names.shortName(run.path()), inRun, Integer::sum);
            hits += inRun;
            first = Math.min(first, run.firstLine());
            last = Math.max(last, run.lastLine());
        }
        out.append('+').append(directory.isEmpty() ? "./" : directory);
        if (named) {
            files.forEach(
                    (file, count) -> out.append(' ').append(file).append(' ').append(count));
        } else {
            out.append(' ').append(files.size()).append(" files ").append(hits);
        }
        out.append(" (lines ")
                .append(firstLine + first)
                .append('-')
                .append(firstLine + last)
                .append(")\n");
    }

    private int deepest(List<FileRun> runs) {
        int deepest = 0;
        for (FileRun run : runs) {
            deepest = Math.max(deepest, depth(names.relativeDirectory(run.path())));
        }
        return deepest;
    }

    private static int depth(String directory) {
        return (int)
                directory.chars().filter(c -> PathNames.isSeparator((char) c)).count();
    }

    private static String parent(String directory, int components) {
        int end = 0;
        for (int left = components; left > 0; left--) {
            int next = end;
            while (next < directory.length() && !PathNames.isSeparator(directory.charAt(next))) {
                next++;
            }
            end = Math.min(next + 1, directory.length());
        }
        return directory.substring(0, end);
    }
}
