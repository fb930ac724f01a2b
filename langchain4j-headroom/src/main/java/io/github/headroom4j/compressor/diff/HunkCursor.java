package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.diff.HunkHeader.Span;
import java.util.ArrayList;
import java.util.List;

/** Goes through a hunk and knows the line numbers of all versions. Not thread-safe. */
final class HunkCursor {

    private final Hunk hunk;
    private final List<String> body;
    private final int[] positions;
    private int at;

    HunkCursor(Hunk hunk, List<String> body) {
        this.hunk = hunk;
        this.body = body;
        positions = hunk.header().spans().stream().mapToInt(Span::position).toArray();
    }

    /** Skips lines up to an index. */
    void skipTo(int to) {
        while (at < to) {
            pass(body.get(at), positions);
            at++;
        }
    }

    /** Takes lines up to an index, and tells the header that is right for them. */
    HunkHeader take(int to, String tail) {
        int[] before = positions.clone();
        skipTo(to);
        List<Span> spans = new ArrayList<>(before.length);
        for (int column = 0; column < before.length; column++) {
            spans.add(Span.at(before[column], positions[column] - before[column]));
        }
        return new HunkHeader(spans, tail);
    }

    private void pass(String line, int[] numbers) {
        Sign sign = hunk.sign(line);
        int parents = hunk.header().parents();
        for (int column = 0; column <= parents; column++) {
            numbers[column] += sign.standsIn(line, column, parents) ? 1 : 0;
        }
    }
}
