package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** Unified, git and combined diffs, also with a commit message before them or cut from the middle of a larger one. */
final class DiffDetector implements SampledDetector {

    /** Share of lines that belong to a diff; the rest is a commit message. */
    private static final double MOSTLY = 0.5;

    @Override
    public boolean findsEvents() {
        return true;
    }

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.lines();
        if (!hasHunk(lines)) {
            return Optional.empty();
        }
        int body = 0;
        int other = 0;
        boolean inDiff = false;
        for (String line : lines) {
            boolean header = isHunkHeader(line) || isFileHeader(line);
            inDiff = header || (inDiff && isBody(line));
            if (inDiff) {
                body++;
            } else if (!line.isBlank()) {
                other++;
            }
        }
        boolean diff = SampledDetector.share(body, body + other) >= MOSTLY;
        return diff ? Optional.of(Detection.of(ContentType.DIFF, 0.98)) : Optional.empty();
    }

    private static boolean hasHunk(List<String> lines) {
        return lines.stream().anyMatch(line -> isHunkHeader(line) || line.startsWith("diff --git "));
    }

    private static boolean isBody(String line) {
        return line.isEmpty() || "+- \\".indexOf(line.charAt(0)) >= 0;
    }

    static boolean isFileHeader(String line) {
        return line.startsWith("diff --")
                || line.startsWith("--- ")
                || line.startsWith("+++ ")
                || line.startsWith("Index: ")
                || (line.startsWith("index ") && line.contains(".."))
                || line.startsWith("new file mode ")
                || line.startsWith("deleted file mode ")
                || line.startsWith("old mode ")
                || line.startsWith("new mode ")
                || line.startsWith("similarity index ")
                || line.startsWith("rename from ")
                || line.startsWith("rename to ")
                || line.startsWith("Binary files ");
    }

    /** {@code @@ -1,2 +3,4 @@} and {@code @@@ -1,2 -1,2 +3,4 @@@}. */
    static boolean isHunkHeader(String line) {
        int ats = 0;
        while (Ascii.at(line, ats) == '@') {
            ats++;
        }
        if (ats < 2 || !line.startsWith(" -", ats) || !Ascii.isDigit(Ascii.at(line, ats + 2))) {
            return false;
        }
        int plus = line.indexOf(" +", ats);
        return plus > 0 && line.indexOf(" @@", plus) > 0;
    }
}
