package io.github.headroom4j.rag;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Stems;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.content.ContentType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Retrieved passages, read into units that are shown or left out: the sentences, items and lines of prose and Markdown; any
 * other passage is one unit, which its own compressor shortens. Units are numbered through over all passages. Immutable.
 */
final class PassageSet {

    /** What stands between the passages in the one original that all of them are kept as. */
    private static final String SEPARATOR = "\n\n";

    private static final Set<ContentType> READ_BY_SENTENCES = Set.of(ContentType.PROSE, ContentType.MARKDOWN);

    /**
     * A unit.
     *
     * @param passage the index of its passage
     * @param text its text
     * @param stems the stems of its words
     * @param title the number of the unit that is its title, or -1
     * @param isTitle whether it is a title itself
     */
    record Unit(int passage, String text, Set<String> stems, int title, boolean isTitle) {

        Unit(int passage, String text, int title, boolean isTitle) {
            this(passage, text, Collections.unmodifiableSet(new HashSet<>(Stems.of(text))), title, isTitle);
        }
    }

    private final List<String> passages;
    private final List<@Nullable PassagePieces> pieces = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final int[] firstUnits;
    private final int[] firstLines;

    private PassageSet(List<String> passages) {
        this.passages = List.copyOf(passages);
        firstUnits = new int[passages.size() + 1];
        firstLines = new int[passages.size() + 1];
    }

    static PassageSet read(List<String> passages, CompressionContext context, Headroom headroom) {
        PassageSet set = new PassageSet(passages);
        int line = 1;
        for (int i = 0; i < passages.size(); i++) {
            context.checkDeadline();
            set.firstLines[i] = line;
            set.firstUnits[i] = set.units.size();
            set.add(i, headroom, context.startingAt(line));
            line += lineBreaks(passages.get(i)) + SEPARATOR.length();
        }
        set.firstLines[passages.size()] = line;
        set.firstUnits[passages.size()] = set.units.size();
        return set;
    }

    private void add(int passage, Headroom headroom, CompressionContext context) {
        String text = passages.get(passage);
        List<ContentType> types =
                headroom.detect(text).stream().map(one -> one.type()).toList();
        if (!types.isEmpty() && types.stream().noneMatch(READ_BY_SENTENCES::contains)) {
            pieces.add(null);
            units.add(new Unit(passage, text, -1, false));
            return;
        }
        PassagePieces read = PassagePieces.read(text, types.contains(ContentType.MARKDOWN), context);
        pieces.add(read);
        int title = -1;
        int count = read.texts().size();
        for (int i = 0; i < count; i++) {
            // Without anything below it, a line that looks like a title is all there is.
            boolean isTitle = read.isTitle(i) && i + 1 < count && !read.isTitle(i + 1);
            units.add(new Unit(passage, read.texts().get(i), isTitle ? -1 : title, isTitle));
            title = isTitle ? units.size() - 1 : title;
        }
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** All passages as one text, which is what is kept, and whose lines the notes number. */
    String original() {
        return String.join(SEPARATOR, passages);
    }

    List<String> passages() {
        return passages;
    }

    List<Unit> units() {
        return units;
    }

    /** The number of a passage's first unit; for the number of passages, that of units. */
    int firstUnit(int passage) {
        return firstUnits[passage];
    }

    /** The original's number of a passage's first line. */
    int firstLine(int passage) {
        return firstLines[passage];
    }

    /** The original's number of a passage's last line. */
    int lastLine(int passage) {
        int next = firstLines[passage + 1] - SEPARATOR.length();
        return passages.get(passage).endsWith("\n") ? Math.max(firstLines[passage], next - 1) : next;
    }

    /** How a passage is cut into sentences, or null if it is one unit for a compressor. */
    @Nullable
    PassagePieces pieces(int passage) {
        return pieces.get(passage);
    }

    /** Units of one passage out of units of all, numbered from 0. */
    BitSet within(int passage, BitSet shown) {
        return shown.get(firstUnits[passage], firstUnits[passage + 1]);
    }

    /** The stems of a unit's words and of its title's. */
    Set<String> words(int unit) {
        Unit one = units.get(unit);
        if (one.title() < 0) {
            return one.stems();
        }
        Set<String> words = new HashSet<>(one.stems());
        words.addAll(units.get(one.title()).stems());
        return words;
    }

    /** Adds what has to be shown with units. */
    BitSet completed(BitSet shown) {
        BitSet all = new BitSet();
        for (int i = 0; i < passages.size(); i++) {
            PassagePieces read = pieces.get(i);
            BitSet own = within(i, shown);
            BitSet completed = read == null || own.isEmpty() ? own : read.completed(own);
            int first = firstUnits[i];
            completed.stream().forEach(unit -> all.set(first + unit));
        }
        return all;
    }
}
