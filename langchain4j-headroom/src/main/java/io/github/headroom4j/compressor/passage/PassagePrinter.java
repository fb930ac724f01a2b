package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.Selection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Prints the pieces that are shown, verbatim, and a note for each run of those that are not. A run of whole lines has a note
 * on a line of its own; a run within lines one in its place. Within one line of the original the first note says the
 * line's number, a further one is an ellipsis only.
 */
final class PassagePrinter {

    private final PassageText passage;
    private final BlockViews views;
    private final CompressionContext context;
    private final List<Selection> printed = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private int outKept;
    private int outTotal;
    private int notedLine = -1;

    PassagePrinter(PassageText passage, BlockViews views, CompressionContext context) {
        this.passage = passage;
        this.views = views;
        this.context = context;
    }

    Selection print(BitSet shown) {
        write(shown);
        flush();
        return Selection.join(printed);
    }

    /** The same as a text, of a passage that holds no blocks. */
    String text(BitSet shown) {
        write(shown);
        return out.toString();
    }

    private void write(BitSet shown) {
        Pace pace = context.pace();
        List<Piece> pieces = passage.pieces();
        int at = 0;
        while (at < pieces.size()) {
            pace.step(pieces.get(at).end() - pieces.get(at).start());
            int end = at + 1;
            if (shown.get(at) && views.has(at)) {
                flush();
                printed.add(views.of(at));
            } else if (shown.get(at)) {
                out.append(passage.shown(at));
                outKept++;
            } else {
                end = shown.nextSetBit(at);
                end = end < 0 ? pieces.size() : end;
                note(at, end);
            }
            outTotal += end - at;
            at = end;
        }
    }

    /** Ends the text before a block. Where there are blocks, each kind of text is freed of opaque data by itself. */
    private void flush() {
        if (outTotal > 0) {
            Selection text = Selection.of(out.toString(), outKept, outTotal);
            printed.add(passage.blocks().isEmpty() ? text : text.foldingOpaque(passage.text(), context));
        }
        out.setLength(0);
        outKept = 0;
        outTotal = 0;
    }

    private void note(int from, int to) {
        Piece first = passage.pieces().get(from);
        Piece last = passage.pieces().get(to - 1);
        boolean startsLine = first.start() == 0 || passage.text().charAt(first.start() - 1) == '\n';
        boolean endsLine =
                last.end() == passage.text().length() || passage.text().charAt(last.end() - 1) == '\n';
        if (startsLine && endsLine && passage.lines().exact()) {
            out.append(Elision.lines(
                            passage.lines().first(first.firstLine()),
                            passage.lines().last(last.lastLine())))
                    .append('\n');
            return;
        }
        if (!startsLine && !out.isEmpty() && out.charAt(out.length() - 1) > ' ') {
            out.append(' ');
        }
        out.append(within(to - from, first, last));
        boolean nextParagraph = !startsLine
                && to < passage.pieces().size()
                && passage.pieces().get(to).block()
                        != passage.pieces().get(from - 1).block();
        out.append(endsLine ? ending(last) : nextParagraph ? "\n" : " ");
    }

    private String within(int count, Piece first, Piece last) {
        int lastLine = lastLineWithText(last);
        boolean again = first.firstLine() == notedLine && lastLine == notedLine;
        notedLine = lastLine;
        int from = passage.lines().first(first.firstLine());
        return again
                ? "…"
                : Elision.sentences(count, from, Math.max(from, passage.lines().last(lastLine)));
    }

    /** The line of the piece's last character that is not blank. */
    private int lastLineWithText(Piece piece) {
        int line = piece.lastLine();
        int end = piece.end();
        boolean first = true;
        while (end > piece.start() && passage.text().charAt(end - 1) <= ' ') {
            if (passage.text().charAt(end - 1) == '\n' && !first) {
                line--;
            }
            first = false;
            end--;
        }
        return line;
    }

    /** The line break that ends the run, and the blank line after it if there was one. */
    private String ending(Piece piece) {
        return piece.lastLine() > lastLineWithText(piece) ? "\n\n" : "\n";
    }
}
