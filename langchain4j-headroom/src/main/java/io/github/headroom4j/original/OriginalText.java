package io.github.headroom4j.original;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An original, ready to be read in parts. Lines are counted from 1 and end with their line feed; JSON elements are counted
 * from 0: the same numbers as in elision notes. Every part is bounded by {@link #MAX_SLICE_CHARS} and says how to get
 * what did not fit. Immutable and thread-safe; every operation is linear in the text.
 */
public final class OriginalText {

    /**
     * How many characters one slice holds at most, about 8,000 tokens: enough for a source file or a few hundred log
     * lines, little enough that a careless question does not fill the context that compression has freed.
     */
    public static final int MAX_SLICE_CHARS = 32 << 10;

    /** A text of at most so many characters, about 1,000 tokens, is shown whole instead of an outline. */
    public static final int SMALL_CHARS = 4_000;

    /** So many first lines show what kind of text it is. */
    private static final int OUTLINED_LINES = 10;

    /** So much of a line does. */
    private static final int OUTLINED_LINE_CHARS = 200;

    /** So many lines an outline suggests to read. */
    private static final int SUGGESTED_LINES = 200;

    private final String text;
    private final String kind;
    private final NamedParts parts;
    private final LineIndex index;

    private OriginalText(String text, String kind, NamedParts parts) {
        this.text = Objects.requireNonNull(text, "text");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.parts = Objects.requireNonNull(parts, "parts");
        index = new LineIndex(text);
    }

    /**
     * Prepares a text.
     *
     * @param text the exact original
     * @return the text with its lines counted
     */
    public static OriginalText of(String text) {
        return new OriginalText(text, "", NamedParts.NONE);
    }

    /**
     * Prepares a text of which something is known.
     *
     * @param text the exact original
     * @param kind what its outline calls it, for instance "log"; may be empty
     * @return the text with its lines counted
     */
    public static OriginalText of(String text, String kind) {
        return new OriginalText(text, kind, NamedParts.NONE);
    }

    /**
     * The same under another name.
     *
     * @param newKind what its outline calls it, for instance "log"; may be empty
     * @return a changed copy
     */
    public OriginalText called(String newKind) {
        return new OriginalText(text, newKind, parts);
    }

    /**
     * The same with parts that can be asked for by name.
     *
     * @param newParts finds them; asked only when a selector has a path, or none has anything
     * @return a changed copy
     */
    public OriginalText withParts(NamedParts newParts) {
        return new OriginalText(text, kind, newParts);
    }

    /**
     * Reads a part. Selectors that are not blank narrow each other: a pattern is searched within the lines or the value
     * that the others name. Without any, a small text is shown whole and a large one in outline.
     *
     * @param selector what to read
     * @return the part; its content is exact unless the heading says that lines are numbered
     * @throws InvalidSelectorException if a selector cannot be read, or names what the text does not have
     */
    public Slice slice(Selector selector) {
        if (selector.isEmpty()) {
            return text.length() <= SMALL_CHARS ? exact(Range.whole(text), "") : outline();
        }
        Range lines = selector.lines().isBlank() ? Range.whole(text) : Range.parse(selector.lines(), index);
        if (selector.path().isBlank()) {
            return selector.grep().isEmpty() ? exact(lines, "") : grep(selector, lines);
        }
        List<Range> named = named(selector.path());
        if (named.size() > 1 && selector.grep().isEmpty() && selector.lines().isBlank()) {
            return new PartsView(text, index).show(named, selector.path());
        }
        JsonPlace place = named.isEmpty()
                ? JsonLocator.locate(text, selector.path())
                : new JsonPlace(spanning(named), "", 0, List.of());
        Range both = place.range().intersect(lines);
        if (both.isEmpty() && !lines.isEmpty()) {
            throw new InvalidSelectorException("lines and path must overlap, but " + selector.path() + " is at lines "
                    + place.range().notation(index));
        }
        if (!selector.grep().isEmpty()) {
            return grep(selector, both);
        }
        return both.equals(place.range())
                ? value(place, selector.path())
                : exact(both, "path " + selector.path() + ", ");
    }

    /**
     * Where a run of whole lines starts and ends is what {@code lines} takes.
     *
     * @return the number of lines, at least 1
     */
    public int lineCount() {
        return index.count();
    }

    /**
     * The parts of a name, as whole lines where nothing else stands on them; none if the path is a JSON pointer, or the
     * text has no names.
     */
    private List<Range> named(String path) {
        boolean pointer = path.isBlank() || "/$[".indexOf(path.strip().charAt(0)) >= 0;
        if (pointer && JsonText.outline(text).isPresent()) {
            return List.of();
        }
        PartNames names = new PartNames(parts.partsOf(text));
        List<Range> found = names.find(path).stream()
                .map(part -> new Range(part.start(), part.end()).wholeLines(text))
                .toList();
        if (found.isEmpty() && !names.isEmpty()) {
            throw names.missing(path);
        }
        return found;
    }

    private static Range spanning(List<Range> ranges) {
        return new Range(
                ranges.get(0).start(),
                ranges.stream().mapToInt(Range::end).max().orElse(0));
    }

    private Slice exact(Range range, String prefix) {
        Range shown = cut(range);
        Range rest = new Range(shown.end(), range.end());
        return new Slice(
                "[" + prefix + "lines " + shown.notation(index) + " of " + index.count() + "]",
                shown.in(text),
                rest.isEmpty() ? "" : "lines=" + rest.notation(index));
    }

    /** An array that is too long ends after a whole element, and goes on by path: by a range, which is no member's name. */
    private Slice value(JsonPlace place, String path) {
        String prefix = "path " + InvalidSelectorException.shown(path) + ", ";
        Range range = place.range();
        List<Integer> ends = place.ends();
        int fitting = 0;
        while (fitting < ends.size() && ends.get(fitting) - range.start() <= MAX_SLICE_CHARS) {
            fitting++;
        }
        if (range.length() <= MAX_SLICE_CHARS || fitting == 0) {
            return exact(range, prefix);
        }
        Slice slice = exact(new Range(range.start(), ends.get(fitting - 1)), prefix);
        int next = place.first() + fitting;
        int last = place.first() + ends.size() - 1;
        return fitting == ends.size()
                ? slice
                : new Slice(slice.heading(), slice.content(), "path=" + place.array() + "/" + next + "-" + last);
    }

    private Slice grep(Selector selector, Range range) {
        Grep grep = new Grep(selector.grep());
        Grep.Found found = grep.in(text, range, index);
        // Who names lines wants all matches in them; so that is the way to those that are not shown at first.
        Hits best =
                selector.lines().isBlank() ? BestLines.of(found.hits(), text, grep.hasAlternatives()) : found.hits();
        return new GrepView(text, index, range).show(found, best, grep);
    }

    private Slice outline() {
        StringBuilder lines = new StringBuilder();
        for (int line = 1; line <= Math.min(OUTLINED_LINES, index.count()); line++) {
            String content = text.substring(index.start(line), index.end(line)).stripTrailing();
            lines.append(line).append(": ");
            lines.append(
                    content.length() <= OUTLINED_LINE_CHARS
                            ? content
                            : content.substring(0, TextCuts.before(content, OUTLINED_LINE_CHARS)) + "…");
            lines.append('\n');
        }
        return overview("it starts, numbered:", lines.toString());
    }

    /**
     * Shows a view of the whole that somebody else made, with how to ask for more.
     *
     * @param view what to show, of at most {@link #MAX_SLICE_CHARS} characters
     * @return the view under a heading that says what the whole is
     */
    public Slice overview(String view) {
        return overview("what matters of it:", view);
    }

    private Slice overview(String how, String view) {
        Optional<String> json = JsonText.outline(text);
        String what = json.or(() -> kind.isBlank() ? Optional.empty() : Optional.of(kind))
                .map(known -> ", " + known)
                .orElse("");
        PartNames names = new PartNames(json.isPresent() ? List.of() : parts.partsOf(text));
        return new Slice(
                "[" + index.count() + " lines, " + text.length() + " characters" + what + "; " + how + "]",
                view,
                "lines=1-" + Math.min(index.count(), SUGGESTED_LINES) + ", grep=a word or regex"
                        + (json.isPresent()
                                ? " or path=a JSON pointer"
                                : names.isEmpty() ? "" : " or path=a name such as " + names.example()));
    }

    private Range cut(Range range) {
        if (range.length() <= MAX_SLICE_CHARS) {
            return range;
        }
        return new Range(range.start(), range.start() + TextCuts.before(range.in(text), MAX_SLICE_CHARS));
    }
}
