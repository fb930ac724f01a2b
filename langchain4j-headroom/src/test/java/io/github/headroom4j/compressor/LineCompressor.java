package io.github.headroom4j.compressor;

import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A small compressor for tests of everything around compressors: it removes trailing blanks, and keeps the first and
 * the last line, lines that speak of an error and lines that hold an identifier of the query. As everywhere here, a line
 * ends with its line feed.
 */
public final class LineCompressor implements Compressor {

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.PROSE);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        List<String> lines = List.of(text.split("\n"));
        return lines.size() < 3 ? Optional.empty() : Optional.of(new Lines(lines, context));
    }

    private record Lines(List<String> lines, CompressionContext context) implements Selectable {

        @Override
        public Optional<String> repack() {
            return Optional.of(
                    String.join("\n", lines.stream().map(String::stripTrailing).toList()));
        }

        @Override
        public Optional<Selection> select(TokenBudget budget) {
            BitSet named = new BitSet();
            Arrays.stream(QueryRelevance.to(context.query()).naming(lines)).forEach(named::set);
            List<String> shown = new ArrayList<>();
            int kept = 0;
            int from = 0;
            for (int i = 0; i < lines.size(); i++) {
                context.checkDeadline();
                boolean edge = i == 0 || i == lines.size() - 1;
                if (edge || named.get(i) || ErrorSignals.speaksOfError(lines.get(i))) {
                    addNote(shown, from, i);
                    shown.add(lines.get(i));
                    kept++;
                    from = i + 1;
                }
            }
            return kept == lines.size()
                    ? Optional.empty()
                    : Optional.of(Selection.of(String.join("\n", shown), kept, lines.size()));
        }

        private void addNote(List<String> shown, int from, int to) {
            if (from < to) {
                shown.add(Elision.lines(context.firstLine() + from, context.firstLine() + to - 1));
            }
        }
    }
}
