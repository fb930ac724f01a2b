package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
    private final Numbering numbering;
    private final TokenCounter counter;
    private final Pace pace;

    Listing(PathNames names, Numbering numbering, CompressionContext context) {
        this.names = names;
        this.numbering = numbering;
        counter = context.counter();
        pace = context.pace();
    }

    /** Names files with their hits, directory by directory, while that is cheap enough. */
    String named(List<Listed> files, int maxTokens) {
        Map<String, List<Listed>> directories = byDirectory(files, names::relativeDirectory);
        String counts = render(directories, directory -> false);
        if (!fits(counts, maxTokens)) {
            return counts(files, maxTokens);
        }
        int left = maxTokens - counter.count(counts);
        Set<String> named = new HashSet<>();
        for (Map.Entry<String, List<Listed>> directory : directories.entrySet()) {
            int more = extra(directory.getKey(), directory.getValue());
            if (more <= left) {
                named.add(directory.getKey());
                left -= more;
            }
        }
        return render(directories, named::contains);
    }

    /** How many tokens it costs to name the files of a directory rather than to count them. */
    private int extra(String directory, List<Listed> files) {
        StringBuilder named = new StringBuilder();
        StringBuilder counted = new StringBuilder();
        line(directory, files, true, named);
        line(directory, files, false, counted);
        return counter.count(named.toString()) - counter.count(counted.toString());
    }

    /** Counts files by directory. */
    String counts(List<Listed> files, int maxTokens) {
        String listing = render(byDirectory(files, names::relativeDirectory), directory -> false);
        int depth = Math.min(MAX_DEPTH, deepest(files));
        while (depth > 0 && !fits(listing, maxTokens)) {
            depth--;
            int kept = depth;
            listing =
                    render(byDirectory(files, path -> parent(names.relativeDirectory(path), kept)), directory -> false);
        }
        return listing;
    }

    /** A text that is far too long is not counted. */
    private boolean fits(String listing, int maxTokens) {
        return listing.length() <= (long) maxTokens * MAX_CHARS_PER_TOKEN && counter.countsAtMost(listing, maxTokens);
    }

    private Map<String, List<Listed>> byDirectory(List<Listed> listed, UnaryOperator<String> directoryOf) {
        Map<String, List<Listed>> directories = new LinkedHashMap<>();
        for (Listed file : listed) {
            pace.step(file.path().length());
            directories
                    .computeIfAbsent(directoryOf.apply(file.path()), directory -> new ArrayList<>())
                    .add(file);
        }
        return directories;
    }

    private String render(Map<String, List<Listed>> directories, Predicate<String> named) {
        StringBuilder out = new StringBuilder();
        directories.forEach((directory, files) -> line(directory, files, named.test(directory), out));
        return out.toString();
    }

    private void line(String directory, List<Listed> listed, boolean named, StringBuilder out) {
        Map<String, Integer> files = new LinkedHashMap<>();
        int first = Integer.MAX_VALUE;
        int last = 0;
        int hits = 0;
        for (Listed file : listed) {
            pace.step(file.path().length());
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
        out.append(' ').append(numbering.range(first, last)).append('\n');
    }

    private int deepest(List<Listed> listed) {
        int deepest = 0;
        for (Listed file : listed) {
            pace.step(file.path().length());
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
