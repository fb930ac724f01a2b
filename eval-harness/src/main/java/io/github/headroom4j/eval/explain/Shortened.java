package io.github.headroom4j.eval.explain;

import io.github.headroom4j.eval.report.Terminal;
import java.util.ArrayList;
import java.util.List;

/** The first and the last lines of a text, for people who will ask for more if they want it. Stateless. */
record Shortened(String text) {

    private static final int FIRST = 24;
    private static final int LAST = 6;
    private static final int MAX_LINE_CHARS = 240;

    static Shortened of(String whole) {
        List<String> lines = whole.lines().toList();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.size() > FIRST + LAST + 1 && i == FIRST) {
                shown.add("[… " + (lines.size() - FIRST - LAST) + " lines; --full shows them]");
                i = lines.size() - LAST;
            }
            String line = lines.get(i);
            // Spaces at its beginning mean something, so only a line that is too long is remade.
            shown.add(line.length() <= MAX_LINE_CHARS ? line : Terminal.line(line, MAX_LINE_CHARS));
        }
        return new Shortened(String.join("\n", shown));
    }
}
