package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut at {@code \n} alone, so that it can be put together again exactly.
 *
 * @param lines the lines without their terminators; a carriage return stays part of its line
 * @param endsWithNewline whether the last line is terminated
 */
record TextLines(List<String> lines, boolean endsWithNewline) {

    static TextLines of(String text) {
        return of(text, Pace.unhurried());
    }

    /** Lines over which steps are made as they are read. */
    static TextLines of(String text, Pace pace) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return new TextLines(pace.list(lines), start == text.length());
    }
}
