package io.github.headroom4j.compressor.opaque;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.Terms;
import io.github.headroom4j.content.OpaqueLines;
import io.github.headroom4j.token.TokenBudget;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list of opaque lines: the first, the last, those that the query names, and those that are no data stay. */
record LinesContent(String text, CompressionContext context) implements Selectable {

    /** So many first lines show what the list is. */
    private static final int FIRST = 3;

    /** A shorter run is shown: a note would cost as much. */
    private static final int MIN_HIDDEN = 2;

    @Override
    public Optional<String> repack() {
        return Optional.empty();
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        List<String> lines = context.pace().list(List.of(text.split("\n")));
        BitSet shown = shown(lines);
        if (shown.cardinality() + MIN_HIDDEN > lines.size()) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            int next = shown.nextSetBit(i);
            int end = next < 0 ? lines.size() : next;
            if (end - i >= MIN_HIDDEN) {
                out.append(Elision.lines(context.firstLine() + i, context.firstLine() + end - 1))
                        .append(" like it: ")
                        .append(OpaqueLines.kind(lines.get(i)))
                        .append('\n');
                i = end - 1;
            } else {
                out.append(lines.get(i)).append('\n');
            }
        }
        return Optional.of(Selection.of(out.toString(), shown.cardinality(), lines.size()));
    }

    private BitSet shown(List<String> lines) {
        Set<String> named = new HashSet<>(Terms.of(context.query()));
        BitSet shown = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean data = !OpaqueLines.kind(line).isEmpty();
            boolean vital = !data && !line.isBlank();
            shown.set(i, vital || i < FIRST || i == lines.size() - 1 || isNamed(line, named));
        }
        return shown;
    }

    private static boolean isNamed(String line, Set<String> named) {
        return !named.isEmpty()
                && Terms.of(line).stream().anyMatch(term -> Terms.isIdentifier(term) && named.contains(term));
    }
}
