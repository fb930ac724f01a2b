package io.github.headroom4j.compressor.opaque;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.OpaqueFolding;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.content.OpaqueRuns;
import io.github.headroom4j.token.TokenBudget;
import java.util.List;
import java.util.Optional;

/** A text with long opaque runs. */
record RunsContent(String text, CompressionContext context) implements Selectable {

    @Override
    public Optional<String> repack() {
        return Optional.empty();
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        List<OpaqueRuns.Run> runs = OpaqueRuns.find(text, context.pace()::step);
        LineCount lines = new LineCount(text, context.firstLine());
        String folded = OpaqueFolding.fold(text, runs, context.query(), start -> "line " + lines.at(start));
        return folded.equals(text) ? Optional.empty() : Optional.of(Selection.of(folded, 0, 1));
    }

    /** Counts lines forward. */
    private static final class LineCount {
        private final String text;
        private int line;
        private int at;

        LineCount(String text, int first) {
            this.text = text;
            line = first;
        }

        int at(int index) {
            for (; at < index; at++) {
                line += text.charAt(at) == '\n' ? 1 : 0;
            }
            return line;
        }
    }
}
