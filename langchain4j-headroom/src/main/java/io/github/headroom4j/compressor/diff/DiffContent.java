package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.List;
import java.util.Optional;

/**
 * A diff that was read.
 *
 * @param text the original
 * @param diff its lines
 * @param parts what it is made of, which together are all of its lines
 * @param context what is known beside it
 */
record DiffContent(String text, DiffText diff, List<Part> parts, CompressionContext context) implements Selectable {

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
        DiffWriter writer = new DiffWriter(DiffWriter.EXACT, diff);
        for (Part part : parts) {
            if (part instanceof FilePart file) {
                repack(file, writer);
            } else {
                writer.text(diff.lines().subList(part.from(), part.to()));
            }
        }
        String repacked = writer.written();
        return Optional.of(new Proposal(repacked, () -> proven(repacked)));
    }

    private Optional<String> proven(String repacked) {
        return DiffDecoder.lines(repacked, context.pace())
                .filter(decoded -> decoded.is(text))
                .map(exact -> repacked);
    }

    private void repack(FilePart file, DiffWriter writer) {
        Optional<String> code = file.header().encode();
        code.ifPresentOrElse(writer::file, () -> writer.text(diff.lines().subList(file.from(), file.headerTo())));
        for (Hunk hunk : file.hunks()) {
            List<String> body = hunk.body(diff.lines());
            writer.hunk(diff.lines().get(hunk.line()), hunk.header(), body);
        }
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        return new DiffSelection(this).select(budget);
    }
}
