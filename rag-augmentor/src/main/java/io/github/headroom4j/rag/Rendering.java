package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.rag.PrunedPassages.Shown;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What is shown of passages, before it is known whether it is small enough. */
final class Rendering {

    /** Characters of the longest gap that is shown rather than noted, about what a note costs. */
    private static final int NOTE_CHARS = 40;

    /**
     * A passage that its own compressor has shortened.
     *
     * @param text what is shown of it
     * @param original what was kept of it, or none
     */
    record View(String text, List<OriginalId> original) {}

    private final PassageSet set;
    private final IntFunction<View> views;
    private final OriginalMarker marker;

    /**
     * Renderings of passages.
     *
     * @param views what is shown of a passage that is no prose
     */
    Rendering(PassageSet set, IntFunction<View> views) {
        this.set = set;
        this.views = views;
        this.marker = OriginalMarker.of(set.original());
    }

    /**
     * A rendering.
     *
     * @param shown the passages shown
     * @param note what is shown behind them
     * @param originals what has been kept of passages that are no prose
     * @param needsOriginal whether anything is left out that only the original of all passages holds
     */
    record Rendered(List<Shown> shown, String note, List<OriginalId> originals, boolean needsOriginal) {

        String text() {
            return new PrunedPassages(shown, note, 0, 0, originals, PrunedPassages.Outcome.PRUNED).text();
        }

        int tokens(TokenCounter counter) {
            return counter.count(text());
        }
    }

    /** What is shown of a passage that is no prose. */
    View view(int passage) {
        return views.apply(passage);
    }

    Rendered render(BitSet chosen) {
        List<Shown> shown = new ArrayList<>();
        List<OriginalId> originals = new ArrayList<>();
        List<Integer> leftOut = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; i < set.passages().size(); i++) {
            BitSet own = set.within(i, chosen);
            if (own.isEmpty()) {
                leftOut.add(i);
                continue;
            }
            PassagePieces pieces = set.pieces(i);
            if (pieces == null) {
                View view = views.apply(i);
                shown.add(new Shown(i, view.text()));
                originals.addAll(view.original());
                continue;
            }
            fillSmallGaps(i, own);
            boolean all = own.cardinality() == pieces.texts().size();
            whole &= all;
            shown.add(new Shown(
                    i,
                    OriginalMarker.escapeLookAlikes(all ? set.passages().get(i) : pieces.print(own))
                            .stripTrailing()));
        }
        boolean needsOriginal = !whole || !leftOut.isEmpty();
        String note = needsOriginal ? note(leftOut, "") + marker.render() : "";
        return new Rendered(shown, note, originals, needsOriginal);
    }

    /** Nothing, because nothing has to do with the question. */
    Rendered nothingRelevant() {
        List<Integer> all = IntStream.range(0, set.passages().size()).boxed().toList();
        String note = note(all, ", nothing in them is near the question") + marker.render();
        return new Rendered(List.of(), note, List.of(), true);
    }

    private void fillSmallGaps(int passage, BitSet own) {
        int first = set.firstUnit(passage);
        int count = set.firstUnit(passage + 1) - first;
        for (int from = own.nextClearBit(0); from < count; from = own.nextClearBit(from + 1)) {
            int next = own.nextSetBit(from);
            int to = next < 0 ? count : next;
            int length = 0;
            for (int i = from; i < to; i++) {
                length += set.units().get(first + i).text().length();
            }
            if (length <= NOTE_CHARS) {
                own.set(from, to);
            }
            from = to;
        }
    }

    /** For instance {@code … 7 passages (1-4, 9-21)}: the lines of the original where they are. */
    private String note(List<Integer> leftOut, String why) {
        if (leftOut.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < leftOut.size(); ) {
            int first = i;
            while (i + 1 < leftOut.size() && leftOut.get(i + 1) == leftOut.get(i) + 1) {
                i++;
            }
            int from = set.firstLine(leftOut.get(first));
            int to = set.lastLine(leftOut.get(i));
            lines.append(lines.isEmpty() ? "" : ", ").append(from).append(from == to ? "" : "-" + to);
            i++;
        }
        String what = leftOut.size() == 1 ? " passage (" : " passages (";
        return Elision.MARK + " " + leftOut.size() + what + lines + ")" + why + "\n";
    }
}
