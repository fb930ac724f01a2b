package io.github.headroom4j.original;

import java.util.BitSet;

/**
 * Shows found lines as grep does: {@code 34:text} for a line that matches, {@code 33-text} for one around it, {@code --}
 * between groups. Of a very long line only matches and what is around them is shown, as {@code 34@5000:text}, where the
 * text starts at character 5000 of the line; of a very long match its two ends. Not thread-safe.
 */
final class GrepView {

    /** So many lines around a match usually tell what it belongs to, */
    private static final int CONTEXT_LINES = 2;

    /** as long as all is no longer than this, some 2,000 tokens: many matches tell by themselves what they have in common; */
    private static final int MAX_CHARS_WITH_CONTEXT = 8_000;

    /** and of a longer line than this, its length. */
    private static final int MAX_CONTEXT_CHARS = 200;

    /** A longer line is not shown whole. */
    private static final int MAX_LINE_CHARS = 600;

    /** How much of a very long line is shown before and after a match. */
    private static final int WINDOW_CHARS = 200;

    /** A longer match in a very long line is shown without its middle: an expression such as {@code a.*b} may span it all. */
    private static final int MAX_MATCH_CHARS = 1_000;

    /** Room for one more match line and the lines around it, so that the bound of a slice holds. */
    private static final int GROUP_CHARS = (2 * CONTEXT_LINES + 1) * (MAX_LINE_CHARS + 20);

    private final String text;
    private final LineIndex index;
    private final Range range;
    private final StringBuilder out = new StringBuilder();
    private final BitSet matching = new BitSet();

    GrepView(String text, LineIndex index, Range range) {
        this.text = text;
        this.index = index;
        this.range = range;
    }

    /**
     * Shows what was found.
     *
     * @param best the matches to show, all or {@link BestLines some} of those found
     */
    Slice show(Grep.Found found, Hits best, Grep grep) {
        Hits hits = found.hits();
        String how = grep + (found.literally() ? " as plain text" : "");
        int lines = lastLine() - firstLine() + 1;
        if (hits.isEmpty()) {
            String hint = "a shorter word, another spelling, or lines= to read on";
            return new Slice(
                    "[grep " + how + " matches none of the " + lines + " lines searched; try " + hint + "]", "", "");
        }
        for (int hit = 0; hit < hits.size(); hit++) {
            matching.set(hits.line(hit));
        }
        int unshown = showGroups(best, CONTEXT_LINES);
        if (out.length() > MAX_CHARS_WITH_CONTEXT) {
            out.setLength(0);
            unshown = showGroups(best, 0);
        }
        String count = (hits.isFull() ? "at least " : "") + hits.lineCount();
        return new Slice(
                "[grep " + how + ": " + count + " of " + lines + " lines match, " + which(best, hits) + "numbered:]",
                out.toString(),
                unshown == hits.size()
                        ? ""
                        : "the same grep and lines=" + from(hits, best.beginsLike(hits) ? unshown : 0));
    }

    private static String which(Hits best, Hits hits) {
        return best.beginsLike(hits) ? "" : "the " + best.lineCount() + " with most of it, ";
    }

    private String from(Hits hits, int hit) {
        boolean firstOfLine = hit == 0 || hits.line(hit - 1) != hits.line(hit);
        int start = firstOfLine ? start(hits.line(hit)) : hits.position(hit);
        return new Range(start, range.end()).notation(index);
    }

    /** Returns the first hit that found no room. */
    private int showGroups(Hits hits, int around) {
        int shown = 0;
        int hit = 0;
        while (hit < hits.size() && hasRoom()) {
            int line = hits.line(hit);
            int first = Math.max(Math.max(shown + 1, line - around), firstLine());
            if (around > 0 && shown > 0 && first > shown + 1) {
                out.append("--\n");
            }
            for (int before = first; before < line; before++) {
                showContext(before);
            }
            hit = showMatches(hits, hit);
            shown = line;
            while (shown < Math.min(line + around, lastLine()) && !matching.get(shown + 1)) {
                showContext(++shown);
            }
        }
        return hit;
    }

    /** Shows all matches of one line; returns the first hit that was not shown. */
    private int showMatches(Hits hits, int firstHit) {
        int line = hits.line(firstHit);
        int hit = firstHit;
        if (end(line) - start(line) <= MAX_LINE_CHARS) {
            show(start(line), end(line), ':');
            while (hit < hits.size() && hits.line(hit) == line) {
                hit++;
            }
            return hit;
        }
        int shownTo = start(line);
        for (; hit < hits.size() && hits.line(hit) == line && hasRoom(); hit++) {
            if (hits.end(hit) > shownTo || hits.position(hit) >= shownTo) {
                shownTo = showMatch(hits.position(hit), hits.end(hit), shownTo);
            }
        }
        return hit;
    }

    /** Shows a match in a very long line that has been shown up to an index; one that begins before it is shown anew. */
    private int showMatch(int position, int matchEnd, int shownTo) {
        int line = index.lineAt(position);
        int from = position < shownTo ? position : Math.max(shownTo, position - WINDOW_CHARS);
        int to = Math.min(end(line), matchEnd + WINDOW_CHARS);
        if (matchEnd - position > MAX_MATCH_CHARS) {
            showWhole(from, position + MAX_MATCH_CHARS / 2);
            from = matchEnd - MAX_MATCH_CHARS / 2;
        }
        return showWhole(from, to);
    }

    /** Shows a piece without cutting a character in two; returns where it ends. */
    private int showWhole(int from, int to) {
        int end = TextCuts.whole(text, to);
        show(TextCuts.whole(text, from), end, ':');
        return end;
    }

    private void showContext(int line) {
        int length = end(line) - start(line);
        if (length <= (matching.get(line) ? MAX_LINE_CHARS : MAX_CONTEXT_CHARS)) {
            show(start(line), end(line), matching.get(line) ? ':' : '-');
        } else {
            out.append(line).append("-(").append(length).append(" characters)\n");
        }
    }

    private void show(int from, int to, char mark) {
        out.append(index.position(from)).append(mark).append(text, from, to);
        if (text.charAt(to - 1) != '\n') {
            out.append('\n');
        }
    }

    private boolean hasRoom() {
        return out.length() <= OriginalText.MAX_SLICE_CHARS - GROUP_CHARS;
    }

    private int firstLine() {
        return index.lineAt(range.start());
    }

    private int lastLine() {
        return index.lineAt(Math.max(range.start(), range.end() - 1));
    }

    private int start(int line) {
        return Math.max(index.start(line), range.start());
    }

    private int end(int line) {
        return Math.min(index.end(line), range.end());
    }
}
