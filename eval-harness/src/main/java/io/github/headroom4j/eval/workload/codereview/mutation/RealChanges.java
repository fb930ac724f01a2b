package io.github.headroom4j.eval.workload.codereview.mutation;

import io.github.headroom4j.eval.stats.SplitMix64;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files whose code differs between two versions, in groups that a person could have changed together. */
final class RealChanges {

    /** Lines; a session reads the files whole. */
    private static final int MAX_LINES = 900;

    private static final int MAX_TOUCHED = 160;
    private static final int MAX_GROUP_LINES = 2_000;
    private static final int MAX_GROUP_TOUCHED = 240;
    private static final int MAX_FILES = 6;

    private final Release release;
    private final SplitMix64 random;
    /** Touched lines of each file that could be part of a pull request. */
    private final Map<String, Integer> touched = new TreeMap<>();

    RealChanges(Release release, SplitMix64 random) {
        this.release = release;
        this.random = random;
        release.after().forEach((path, text) -> {
            String before = release.before().get(path);
            if (before != null && isReviewable(before, text)) {
                touched.put(path, TouchedLines.of(before, text).size());
            }
        });
        touched.values().removeIf(lines -> lines > MAX_TOUCHED);
    }

    private static boolean isReviewable(String before, String after) {
        return !before.equals(after)
                && after.lines().count() <= MAX_LINES
                && distinct(before, after) <= MAX_TOUCHED
                && !code(before).equals(code(after));
    }

    /** A lower bound of the lines that a diff shows, without making one. */
    private static int distinct(String before, String after) {
        Map<String, Integer> counts = new HashMap<>();
        after.lines().forEach(line -> counts.merge(line, 1, Integer::sum));
        before.lines().forEach(line -> counts.merge(line, -1, Integer::sum));
        return counts.values().stream()
                .filter(count -> count > 0)
                .mapToInt(count -> count)
                .sum();
    }

    /** The text without comments and white space. Good enough to tell changes of comments; literals may hold "//". */
    private static String code(String text) {
        StringBuilder code = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                if (!Character.isWhitespace(text.charAt(at))) {
                    code.append(text.charAt(at));
                }
                at++;
            }
        }
        return code.toString();
    }

    /**
     * Groups of one package whose files mention each other; each file is in one group.
     *
     * @return sorted paths each, in the order of the first paths
     */
    List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>();
        TreeSet<String> left = new TreeSet<>(touched.keySet());
        while (!left.isEmpty()) {
            List<String> group = new ArrayList<>(List.of(left.first()));
            left.remove(group.get(0));
            int wanted = Math.min(1 + random.nextInt(4) + random.nextInt(2), MAX_FILES);
            for (String path : List.copyOf(left)) {
                if (group.size() < wanted && fits(group, path)) {
                    group.add(path);
                    left.remove(path);
                }
            }
            groups.add(group.stream().sorted().toList());
        }
        return groups;
    }

    private boolean fits(List<String> group, String path) {
        List<String> with = new ArrayList<>(group);
        with.add(path);
        return folder(path).equals(folder(group.get(0)))
                && with.stream().mapToInt(one -> touched.getOrDefault(one, 0)).sum() <= MAX_GROUP_TOUCHED
                && with.stream().mapToLong(one -> text(one).lines().count()).sum() <= MAX_GROUP_LINES
                && group.stream().anyMatch(one -> mentions(one, path) || mentions(path, one));
    }

    private boolean mentions(String path, String other) {
        return Arrays.asList(text(path).split("\\W+", -1)).contains(simpleName(other));
    }

    private String text(String path) {
        return release.after().getOrDefault(path, "");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The name of the type that a file declares. */
    static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }
}
