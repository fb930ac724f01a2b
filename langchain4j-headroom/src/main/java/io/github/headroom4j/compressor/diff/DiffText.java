package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.Pace;
import java.util.List;

/**
 * The lines of a diff. They are cut at {@code \n} alone; if all of them end with {@code \r\n}, both are left out.
 *
 * @param lines the lines without their terminators
 * @param terminated whether the last line is terminated
 * @param crlf whether a carriage return belongs to every terminator
 */
record DiffText(List<String> lines, boolean terminated, boolean crlf) {

    static DiffText of(String text) {
        return of(text, true);
    }

    /** Cuts a text, and leaves carriage returns in their lines if it shall. */
    static DiffText of(String text, boolean strip) {
        return of(text, strip, Pace.unhurried());
    }

    /** Lines over which steps are made as they are read. */
    static DiffText of(String text, boolean strip, Pace pace) {
        List<String> lines = List.of(text.split("\n", -1));
        boolean terminated = text.endsWith("\n");
        if (terminated) {
            lines = lines.subList(0, lines.size() - 1);
        }
        boolean crlf = strip && terminated && !lines.isEmpty() && lines.stream().allMatch(line -> line.endsWith("\r"));
        if (crlf) {
            lines = lines.stream()
                    .map(line -> line.substring(0, line.length() - 1))
                    .toList();
        }
        return new DiffText(pace.list(lines), terminated, crlf);
    }

    String text() {
        return String.join(end(), lines) + (terminated ? end() : "");
    }

    /** Whether {@link #text} is a given text, without making it. */
    boolean is(String text) {
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            String before = i == 0 ? "" : end();
            String line = lines.get(i);
            if (!text.startsWith(before, at) || !text.startsWith(line, at + before.length())) {
                return false;
            }
            at += before.length() + line.length();
        }
        return text.substring(at).equals(terminated ? end() : "");
    }

    private String end() {
        return crlf ? "\r\n" : "\n";
    }
}
