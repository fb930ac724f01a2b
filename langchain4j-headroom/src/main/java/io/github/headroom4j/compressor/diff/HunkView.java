package io.github.headroom4j.compressor.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What to show of a hunk. Immutable once made, apart from the bit sets it gives away.
 */
final class HunkView {

    /** How much context is shown. */
    enum Level {
        /** All of it. */
        FULL,
        /** One line next to what was only added or only removed, if it says something. */
        NEAR,
        NONE
    }

    /** A change of white space of fewer lines is shorter than the note about it. */
    private static final int MIN_FOLDED = 3;

    private final Hunk hunk;
    private final List<String> body;
    private final BitSet folded = new BitSet();
    private final BitSet changed = new BitSet();

    private HunkView(Hunk hunk, List<String> body) {
        this.hunk = hunk;
        this.body = body;
    }

    static HunkView of(String path, Hunk hunk, List<String> body) {
        HunkView view = new HunkView(hunk, body);
        WhiteSpace whiteSpace = WhiteSpace.in(path);
        int from = 0;
        while (from < body.size()) {
            int to = from;
            while (to < body.size() && hunk.sign(body.get(to)) != Sign.CONTEXT) {
                to++;
            }
            if (to == from) {
                from++;
                continue;
            }
            boolean fold =
                    to - from >= MIN_FOLDED && hunk.header().parents() == 1 && view.onlySpace(from, to, whiteSpace);
            (fold ? view.folded : view.changed).set(from, to);
            from = to;
        }
        return view;
    }

    private boolean onlySpace(int from, int to, WhiteSpace whiteSpace) {
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (String line : body.subList(from, to)) {
            switch (hunk.sign(line)) {
                case REMOVED -> removed.add(hunk.content(line));
                case ADDED -> added.add(hunk.content(line));
                case NOTE -> {
                    return false;
                }
                case CONTEXT, NONE -> {}
            }
        }
        return whiteSpace.alone(removed, added);
    }

    /** The lines to show, and the changes that are folded, by their index in the hunk. */
    record Shown(BitSet lines, BitSet folded) {}

    Shown at(Level level) {
        BitSet shown = (BitSet) changed.clone();
        switch (level) {
            case FULL -> {
                shown.set(0, body.size());
                shown.andNot(folded);
            }
            case NEAR -> addNeighbours(shown);
            case NONE -> {}
        }
        return new Shown(shown, folded);
    }

    private void addNeighbours(BitSet shown) {
        for (int from = changed.nextSetBit(0); from >= 0; from = changed.nextSetBit(from)) {
            int to = changed.nextClearBit(from);
            if (!replaces(from, to)) {
                boolean anchored = add(shown, from - 1);
                if (!anchored) {
                    add(shown, to);
                }
            }
            from = to;
        }
        // A gap of one line is shorter than the header that resumes after it.
        for (int i = shown.nextSetBit(0); i >= 0; i = shown.nextSetBit(i + 1)) {
            if (shown.get(i + 2) && !folded.get(i + 1)) {
                shown.set(i + 1);
            }
        }
    }

    /** Whether lines are both removed and added: what was there tells the place, as a line of context would. */
    private boolean replaces(int from, int to) {
        boolean added = false;
        boolean removed = false;
        for (String line : body.subList(from, to)) {
            Sign sign = hunk.sign(line);
            added |= sign == Sign.ADDED;
            removed |= sign == Sign.REMOVED;
        }
        return added && removed;
    }

    private boolean add(BitSet shown, int line) {
        boolean says =
                line >= 0 && line < body.size() && !folded.get(line) && CodeLine.says(hunk.content(body.get(line)));
        if (says) {
            shown.set(line);
        }
        return says;
    }
}
