package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.compressor.diff.DiffCompressor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads unified diffs, also of which lines are missing. Linear. */
final class DiffReading {

    private static final Pattern HEADER =
            Pattern.compile("@@ -\\d{1,9}(?:,\\d{1,9})? \\+(\\d{1,9})(?:,\\d{1,9})? @@.*");

    private final List<Hunk> hunks = new ArrayList<>();
    private List<DiffLine> lines = new ArrayList<>();
    private String path;
    private int next;

    private DiffReading(String path) {
        this.path = path;
    }

    /** A diff with headers of files. */
    static List<Hunk> diff(String text) {
        return new DiffReading("").read(DiffCompressor.decode(text).orElse(text));
    }

    /** The hunks of one file. */
    static List<Hunk> patch(String path, String text) {
        return new DiffReading(path).read(text);
    }

    private List<Hunk> read(String text) {
        text.lines().forEach(this::readLine);
        end();
        return hunks;
    }

    private void readLine(String line) {
        Matcher header = HEADER.matcher(line);
        if (line.startsWith("diff --git ") || line.startsWith("--- a/") || line.equals("--- /dev/null")) {
            end();
        } else if (line.startsWith("+++ ")) {
            end();
            path = line.startsWith("+++ b/") ? line.substring(6) : path;
        } else if (header.matches()) {
            end();
            next = Integer.parseInt(header.group(1));
        } else if (next > 0) {
            readBody(line);
        }
    }

    private void readBody(String line) {
        char sign = line.isEmpty() ? ' ' : line.charAt(0);
        if (sign == '+' || sign == '-' || sign == ' ') {
            lines.add(new DiffLine(sign, next, line.isEmpty() ? "" : line.substring(1)));
            next += sign == '-' ? 0 : 1;
        }
    }

    private void end() {
        if (!lines.isEmpty() && !path.isEmpty()) {
            hunks.add(new Hunk(path, List.copyOf(lines)));
        }
        lines = new ArrayList<>();
        next = 0;
    }
}
