package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;

/** A table that was read. */
final class TabularContent implements Selectable {

    private final String text;
    private final TableText table;
    private final CompressionContext context;

    TabularContent(String text, TableText table, CompressionContext context) {
        this.text = text;
        this.table = table;
        this.context = context;
    }

    @Override
    public Optional<String> repack() {
        return propose().flatMap(Proposal::proven);
    }

    @Override
    public boolean savesRepetitionAlone() {
        return true;
    }

    @Override
    public Optional<Proposal> propose() {
        context.checkDeadline();
        Optional<String> repacked = table.exact().get().map(exact -> TableDecoder.encode(table, exact, context));
        context.checkDeadline();
        return repacked.map(written -> new Proposal(written, () -> proven(written)));
    }

    private Optional<String> proven(String written) {
        return TableDecoder.decode(written, context.pace()).filter(text::equals).map(exact -> written);
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        int rows = table.table().rows().size();
        return table.table()
                .abridge(context, budget, this::note)
                .map(shown -> Selection.of(print(shown.text()), shown.kept(), rows));
    }

    private String print(String rows) {
        return table.before() + rows + (table.after().isEmpty() ? "" : "\n") + table.after();
    }

    private String note(int first, int last) {
        return Elision.lines(
                context.firstLine() + table.lines().get(first),
                context.firstLine() + table.lines().get(last + 1) - 1);
    }
}
