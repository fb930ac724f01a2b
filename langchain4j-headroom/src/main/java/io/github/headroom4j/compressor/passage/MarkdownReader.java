package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Embedded;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.passage.Piece.Kind;
import io.github.headroom4j.content.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts Markdown into headings, sentences of paragraphs and items, rows of tables, and blocks of code. Line by line, by what begins
 * a line (CommonMark's block structure, without its fine print); linear.
 *
 * <p>Blocks that other compressors read are one piece each, with their fences. A section that was cut out of a larger text may
 * begin with the fence that closes a block before it.
 */
final class MarkdownReader {

    /** Longer blocks of code are shown or left out line by line. */
    private static final int WHOLE_BLOCK_LINES = 30;

    /** Longer front matter is data rather than a title with a few labels. */
    private static final int MAX_FRONT_MATTER_LINES = 12;

    /** Tables of fewer lines are read row by row: from so few rows no compressor of tables leaves any out. */
    private static final int MIN_TABLE_LINES = 12;

    /** Kinds of blocks that tell what happened, and may tell of an error. They are never left out as a whole. */
    private static final Set<ContentType> TELLING =
            Set.of(ContentType.LOG, ContentType.BUILD_OUTPUT, ContentType.STACK_TRACE, ContentType.DIFF);

    private final String text;
    private final TextLines lines;
    private final MarkdownMarks marks;
    private final PieceList pieces;
    private final boolean whole;
    private final boolean wrapped;
    private final Map<Integer, Embedded> blocksByLine = new HashMap<>();
    private final Map<Integer, Embedded> blocks = new HashMap<>();
    private int heading = -1;
    private int stem = -1;

    /**
     * A reader of a text.
     *
     * @param whole whether the text is no section of a larger one
     * @param wrapped whether sentences go on over line breaks
     * @param pace looks at the deadline
     */
    MarkdownReader(String text, boolean whole, boolean wrapped, Pace pace) {
        this.text = text;
        this.lines = new TextLines(text, pace);
        this.marks = new MarkdownMarks(text, lines);
        this.pieces = new PieceList(lines);
        this.whole = whole;
        this.wrapped = wrapped;
    }

    /** Says which blocks others have read. */
    MarkdownReader with(List<Embedded> embedded) {
        for (Embedded block : embedded) {
            int first = lines.at(block.start());
            boolean table = block.type().equals(ContentType.MARKDOWN_TABLE);
            if (!table || lines.at(block.end() - 1) - first + 1 >= MIN_TABLE_LINES) {
                blocksByLine.put(first, block);
            }
        }
        return this;
    }

    /** Reads. */
    PassageText read(PassageText.LineNumbers numbers) {
        int line = frontMatter();
        if (line == 0 && !whole && lines.count() > 0 && marks.isBareFence(0)) {
            line = add(1, Kind.FIXED);
        }
        while (line < lines.count() && pieces.size() <= PassageContent.MAX_PIECES) {
            pieces.nextBlock();
            line = lines.isBlank(line) ? blank(line) : block(line);
        }
        return new PassageText(text, pieces.pieces(), numbers, true, Map.copyOf(blocks));
    }

    private int block(int line) {
        Embedded embedded = blocksByLine.get(line);
        if (embedded != null) {
            return embedded(embedded, lines.at(embedded.end() - 1) + 1);
        }
        if (marks.fenceLength(line) > 0) {
            return fence(line);
        }
        if (marks.isHeading(line)) {
            return headingOf(line + 1);
        }
        if (text.startsWith("<!--", lines.indented(line))) {
            return comment(line);
        }
        if (marks.isTableAt(line)) {
            return table(line);
        }
        if (Markers.isItem(text, lines.indented(line), lines.end(line))) {
            return item(line);
        }
        return paragraph(line);
    }

    private int embedded(Embedded block, int to) {
        blocks.put(pieces.size(), block);
        pieces.add(lines.next(to - 1), TELLING.contains(block.type()) ? Kind.FIXED : Kind.BLOCK, introduction());
        return to;
    }

    /** What a list, a block or a table needs: the sentence before it, or else its heading. */
    private int introduction() {
        return stem >= 0 ? stem : heading;
    }

    private int add(int to, Kind kind) {
        pieces.add(lines.next(to - 1), kind, -1);
        return to;
    }

    private int blank(int line) {
        if (pieces.size() == 0) {
            return add(line + 1, Kind.FIXED);
        }
        pieces.extendTo(lines.next(line));
        return line + 1;
    }

    private int frontMatter() {
        if (!whole || lines.count() == 0 || !lines.stripped(0).equals("---")) {
            return 0;
        }
        for (int line = 1; line < Math.min(lines.count(), MAX_FRONT_MATTER_LINES); line++) {
            if (lines.stripped(line).equals("---")) {
                return add(line + 1, Kind.FIXED);
            }
        }
        return 0;
    }

    private int headingOf(int to) {
        heading = pieces.size();
        stem = -1;
        return add(to, Kind.FIXED);
    }

    private int fence(int line) {
        int length = marks.fenceLength(line);
        char mark = text.charAt(lines.indented(line));
        int end = line + 1;
        while (end < lines.count()
                && !(marks.isBareFence(end)
                        && marks.fenceLength(end) >= length
                        && text.charAt(lines.indented(end)) == mark)) {
            end++;
        }
        end = Math.min(end + 1, lines.count());
        Embedded embedded = blocksByLine.get(line + 1);
        if (embedded != null) {
            return embedded(embedded, end);
        }
        if (end == line + 1) {
            return add(end, Kind.FIXED);
        }
        if (end - line <= WHOLE_BLOCK_LINES) {
            pieces.add(lines.next(end - 1), Kind.LINE, introduction());
            return end;
        }
        int opening = pieces.size();
        int closing = opening + end - 1 - line;
        pieces.add(lines.next(line), Kind.LINE, closing);
        for (int inside = line + 1; inside < end - 1; inside++) {
            pieces.add(lines.next(inside), Kind.LINE, opening);
        }
        pieces.add(lines.next(end - 1), Kind.LINE, heading);
        return end;
    }

    private int comment(int line) {
        int close = text.indexOf("-->", lines.start(line));
        int last = close < 0 ? lines.count() - 1 : lines.at(close);
        return add(last + 1, Kind.NOISE);
    }

    private int table(int line) {
        int head = pieces.size();
        pieces.add(lines.next(line + 1), Kind.LINE, heading);
        int at = line + 2;
        while (at < lines.count() && !lines.isBlank(at) && marks.hasPipe(at)) {
            pieces.add(lines.next(at), Kind.LINE, head);
            at++;
        }
        return at;
    }

    /** An item with the indented lines that continue it; its sentences need what introduces the list. */
    private int item(int line) {
        int end = line + 1;
        while (end < lines.count() && !lines.isBlank(end) && lines.indent(end) > lines.indent(line) && isText(end)) {
            end++;
        }
        pieces.addSentences(text, lines.next(end - 1), introduction());
        return end;
    }

    private int paragraph(int line) {
        int end = line + 1;
        while (end < lines.count()
                && !lines.isBlank(end)
                && isText(end)
                && !marks.isTableAt(end)
                && !marks.isUnderline(end)) {
            end++;
        }
        if (end == line + 1 && marks.isUnderline(end)) {
            return headingOf(end + 1);
        }
        if (Links.areImages(text, lines.start(line), lines.end(end - 1)) || !marks.hasWords(line, end)) {
            return add(end, Kind.NOISE);
        }
        if (Links.isDefinition(text, lines.start(line), lines.end(line))) {
            return definitions(line, end);
        }
        for (int last = wrapped ? end - 1 : line; last < end; last++) {
            pieces.addSentences(text, lines.next(last), heading);
        }
        stem = pieces.size() - 1;
        return end;
    }

    private int definitions(int line, int end) {
        for (int at = line; at < end; at++) {
            pieces.add(lines.next(at), Kind.TARGET, -1);
        }
        return end;
    }

    /** Whether a line goes on with the text before it rather than begin a block of its own. */
    private boolean isText(int line) {
        return marks.fenceLength(line) == 0
                && !blocksByLine.containsKey(line)
                && !marks.isHeading(line)
                && !Markers.isItem(text, lines.indented(line), lines.end(line))
                && !text.startsWith("<!--", lines.indented(line));
    }
}
