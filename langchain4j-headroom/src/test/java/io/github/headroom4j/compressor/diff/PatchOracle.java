package io.github.headroom4j.compressor.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes unified diffs from two versions of a file and applies them, without anything of the compressor under test. */
final class PatchOracle {

    private static final Pattern HEADER = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");

    private PatchOracle() {}

    /** The edit script by a longest common subsequence: each line with its sign. */
    static List<String> script(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> script = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                script.add(' ' + before.get(i++));
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                script.add('-' + before.get(i++));
            } else {
                script.add('+' + after.get(j++));
            }
        }
        return script;
    }

    /** Hunks with so many lines of context, as {@code diff -U} prints them. */
    static List<String> hunks(List<String> script, int context) {
        List<String> out = new ArrayList<>();
        int oldLine = 1;
        int newLine = 1;
        int at = 0;
        while (at < script.size()) {
            int end = endOfHunk(script, at, context);
            if (end == at) {
                oldLine++;
                newLine++;
                at++;
                continue;
            }
            List<String> body = script.subList(at, end);
            int removed =
                    (int) body.stream().filter(line -> line.charAt(0) != '+').count();
            int added =
                    (int) body.stream().filter(line -> line.charAt(0) != '-').count();
            out.add("@@ -" + span(oldLine, removed) + " +" + span(newLine, added) + " @@");
            out.addAll(body);
            oldLine += removed;
            newLine += added;
            at = end;
        }
        return out;
    }

    private static int endOfHunk(List<String> script, int from, int context) {
        int end = from;
        int unchanged = 0;
        int limit = context;
        for (int i = from; i < script.size() && unchanged <= limit; i++) {
            if (script.get(i).charAt(0) == ' ') {
                unchanged++;
            } else {
                unchanged = 0;
                limit = 2 * context;
                end = i + 1;
            }
        }
        if (end == from) {
            return from;
        }
        return Math.min(script.size(), end + context);
    }

    private static String span(int line, int count) {
        return (count == 0 ? line - 1 : line) + (count == 1 ? "" : "," + count);
    }

    /** Applies hunks at exactly the lines that they name; throws if anything there differs. */
    static List<String> apply(List<String> before, List<String> patch) {
        List<String> after = new ArrayList<>();
        int next = 0;
        int at = 0;
        while (at < patch.size()) {
            Matcher header = HEADER.matcher(patch.get(at++));
            if (!header.matches()) {
                throw new AssertionError("no hunk header: " + patch.get(at - 1));
            }
            int oldCount = count(header.group(2));
            int newCount = count(header.group(4));
            int start = Integer.parseInt(header.group(1)) - (oldCount == 0 ? 0 : 1);
            after.addAll(before.subList(next, start));
            next = start;
            if (after.size() != Integer.parseInt(header.group(3)) - (newCount == 0 ? 0 : 1)) {
                throw new AssertionError("wrong line in the new file: " + header.group());
            }
            while (oldCount > 0 || newCount > 0) {
                String line = patch.get(at++);
                char sign = line.charAt(0);
                if (sign != '+' && !before.get(next++).equals(line.substring(1))) {
                    throw new AssertionError("does not apply: " + line);
                }
                oldCount -= sign == '+' ? 0 : 1;
                newCount -= sign == '-' ? 0 : 1;
                if (sign != '-') {
                    after.add(line.substring(1));
                }
            }
        }
        after.addAll(before.subList(next, before.size()));
        return after;
    }

    private static int count(String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    /** A file whose lines look like code, like headers of diffs, and like the notation. */
    static List<String> file(Random random, int lines) {
        List<String> words = List.of(
                "    void run(Order order) {",
                "        total += price;",
                "    }",
                "class Cart {",
                "-- a remark",
                "++ b",
                "-- a/x.c",
                "++ b/x.c",
                "@@ -1 +1 @@",
                "diff --git a/x b/x",
                "=== text 3",
                "=== a | b",
                "… 3 lines (1-3)",
                "\\ No newline at end of file",
                "[diff, ",
                "index 1..2",
                "import java.util.List;",
                "+",
                "-",
                "x");
        List<String> file = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            file.add(
                    words.get(random.nextInt(words.size())) + (random.nextInt(3) == 0 ? " " + random.nextInt(50) : ""));
        }
        return file;
    }

    /** The same file with some lines removed, added and changed, one at least. */
    static List<String> edited(List<String> file, Random random) {
        List<String> edited = new ArrayList<>();
        for (String line : file) {
            switch (random.nextInt(12)) {
                case 0 -> {}
                case 1 -> edited.addAll(file(random, 1 + random.nextInt(3)));
                case 2 -> {
                    edited.add(line);
                    edited.addAll(file(random, 1));
                }
                default -> edited.add(line);
            }
        }
        edited.add("the end of version two");
        return edited;
    }
}
