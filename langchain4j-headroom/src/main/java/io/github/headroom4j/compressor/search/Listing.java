package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
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
final class Listing {

    /** Directories are folded into parents down to one component; this bounds the rounds. */
    private static final int MAX_DEPTH = 64;

    /** Names and numbers are far from so many characters per token. */
    private static final int MAX_CHARS_PER_TOKEN = 16;

    private final PathNames names;
    private final int firstLine;
    private final TokenCounter counter;

    Listing(PathNames names, CompressionContext context) {
        this.names = names;
        firstLine = context.firstLine();
        counter = context.counter();
    }

    /** Names files with their hits while that is cheap enough. */
    String named(List<Listed> files, int maxTokens) {
        if (files.isEmpty()) {
            return "";
        }
        String listing = render(files, names::relativeDirectory, true);
        return fits(listing, maxTokens) ? listing : counts(files, maxTokens);
    }

    /** Counts files by directory. */
    String counts(List<Listed> files, int maxTokens) {
        String listing = render(files, names::relativeDirectory, false);
        int depth = Math.min(MAX_DEPTH, deepest(files));
        while (depth > 0 && !fits(listing, maxTokens)) {
            depth--;
            int kept = depth;
            listing = render(files, path -> parent(names.relativeDirectory(path), kept), false);
        }
        return listing;
    }

    /** A text that is far too long is not counted. */
    private boolean fits(String listing, int maxTokens) {
        return listing.length() <= (long) maxTokens * MAX_CHARS_PER_TOKEN && counter.countsAtMost(listing, maxTokens);
    }

    private String render(List<Listed> listed, UnaryOperator<String> directoryOf, boolean named) {
        Map<String, List<Listed>> directories = new LinkedHashMap<>();
        for (Listed file : listed) {
            directories
                    .computeIfAbsent(directoryOf.apply(file.path()), directory -> new ArrayList<>())
                    .add(file);
        }
        StringBuilder out = new StringBuilder();
        directories.forEach((directory, files) -> line(directory, files, named, out));
        return out.toString();
    }

    private void line(String directory, List<Listed> listed, boolean named, StringBuilder out) {
        Map<String, Integer> files = new LinkedHashMap<>();
        int first = Integer.MAX_VALUE;
        int last = 0;
        int hits = 0;
        for (Listed file : listed) {
            files.merge(file.path(), file.hits(), Integer::sum);
            hits += file.hits();
            first = Math.min(first, file.firstLine());
            last = Math.max(last, file.lastLine());
        }
        out.append('+').append(directory.isEmpty() ? "./" : directory);
        if (named) {
            files.forEach((path, count) ->
                    out.append(' ').append(names.shortName(path)).append(' ').append(count));
        } else {
            int count = (int) files.values().stream().filter(n -> n > 0).count();
            out.append(' ').append(count).append(count == 1 ? " file" : " files");
            out.append(hits > count ? " " + hits : "");
        }
        out.append(' ').append(range(firstLine + first, firstLine + last)).append('\n');
    }

    /** Lines of the original, as {@code headroom_retrieve} takes them. */
    static String range(int first, int last) {
        return first == last ? "(line " + first + ")" : "(lines " + first + "-" + last + ")";
    }

    private int deepest(List<Listed> listed) {
        int deepest = 0;
        for (Listed file : listed) {
            deepest = Math.max(deepest, depth(names.relativeDirectory(file.path())));
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
