package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the blocks of another kind within a text, line by line: what stands in fences, JSON on lines of its own, tables
 * between bars, and stack traces. Every line belongs to one block at most; looking for a block that is none costs scan budget.
 * Not thread-safe: one per text.
 */
final class EmbeddedBlocks {

    /**
     * Characters a block must have to become a section of its own, default 200: about 50 tokens, the least for which any
     * compressor pays. A smaller one stays a part of the text around it.
     */
    static final int MIN_BLOCK_CHARS = 200;

    /**
     * Characters a JSON payload must have to be cut out of a log or of build output, default 400: cutting breaks the run of
     * entries, which costs more than a small payload can save.
     */
    static final int MIN_PAYLOAD_CHARS = 400;

    /** Blocks that are looked for, default 64: each costs a detection, and more of them are a repeating structure. */
    static final int MAX_BLOCKS = 64;

    /** Frames a stack trace must have. */
    private static final int MIN_FRAMES = 3;

    /** Characters of a line that are looked at for traces and tables. */
    private static final int LINE_START = 300;

    private final String text;
    private final boolean jsonOnly;
    private final boolean runningLines;
    private final ContentDetector detector;
    private final ScanBudget budget;
    private final List<Section> blocks = new ArrayList<>();

    /**
     * Prepares the search.
     *
     * @param open whether blocks of every kind are sought, or only JSON
     * @param runningLines whether single lines of JSON are a part of the text, as in logs
     */
    EmbeddedBlocks(String text, boolean open, boolean runningLines, ContentDetector detector, ScanBudget budget) {
        this.text = text;
        this.jsonOnly = !open;
        this.runningLines = runningLines;
        this.detector = detector;
        this.budget = budget;
    }

    List<Section> find() {
        int at = 0;
        while (at < text.length() && blocks.size() < MAX_BLOCKS) {
            int next = Math.max(afterBlock(at), Lines.next(text, at));
            budget.pass(next - at);
            at = next;
        }
        return List.copyOf(blocks);
    }

    /** Tries every kind of block at a line's start; returns where to go on, at most {@code start} if there is none. */
    private int afterBlock(int start) {
        int first = Lines.afterIndent(text, start);
        char c = first < text.length() ? text.charAt(first) : '\n';
        if (c == '{' || c == '[') {
            return afterJson(start);
        }
        if (jsonOnly || c == '\n') {
            return start;
        }
        if (c == '`' || c == '~') {
            return afterFence(start);
        }
        String line = line(start);
        if (line.indexOf('|') >= 0 && MarkdownTableDetector.isDelimiterRow(line(Lines.next(text, start)))) {
            return afterTable(start);
        }
        int titles = TableLines.isRule(line) ? Lines.next(text, start) : start;
        if (titles < text.length() && TextTableDetector.startsTable(line(titles), line(Lines.next(text, titles)))) {
            return afterDrawnTable(start);
        }
        boolean trace = StackLines.startsTrace(line.strip()) || StackLines.namesThrowable(line.strip());
        return trace ? afterTrace(start) : start;
    }

    private int afterJson(int start) {
        JsonScanner scanner = new JsonScanner(text, budget);
        int values = 0;
        int at = start;
        boolean oneLine = true;
        while (oneLine && at < text.length()) {
            int end = scanner.endOfContainer(Lines.afterIndent(text, at));
            int next = end == JsonScanner.NONE ? -1 : Lines.nextIfBlank(text, end);
            oneLine = next >= 0 && next == Lines.next(text, at);
            if (next < 0 || (!oneLine && values > 0)) {
                break;
            }
            values++;
            at = next;
        }
        boolean large = at - start >= (runningLines ? MIN_PAYLOAD_CHARS : MIN_BLOCK_CHARS);
        if (values > 0 && large && !(runningLines && oneLine(start, at, values))) {
            blocks.add(new Section(start, at, Detection.of(values > 1 ? ContentType.NDJSON : ContentType.JSON, 1)));
        }
        return at;
    }

    private boolean oneLine(int start, int end, int values) {
        return values > 1 || Lines.next(text, start) == end;
    }

    private int afterFence(int start) {
        String opening = line(start);
        if (!Fences.isFence(opening)) {
            return start;
        }
        int inside = Lines.next(text, start);
        int end = inside;
        while (end < text.length() && !(Fences.isFence(line(end)) && Fences.closes(line(end), opening))) {
            end = Lines.next(text, end);
        }
        if (end - inside >= MIN_BLOCK_CHARS && !Lines.isBlank(text, inside, end)) {
            String content = text.substring(inside, end);
            Detection found =
                    FenceHint.verify(Fences.language(opening), content, detector.detect(content, budget.checkpoint()));
            if (!found.type().equals(ContentType.PROSE)) {
                blocks.add(new Section(inside, end, found));
            }
        }
        return Lines.next(text, end);
    }

    private int afterTable(int start) {
        int at = start;
        while (at < text.length() && line(at).indexOf('|') >= 0) {
            at = Lines.next(text, at);
        }
        if (at - start >= MIN_BLOCK_CHARS) {
            blocks.add(new Section(start, at, Detection.of(ContentType.MARKDOWN_TABLE, 0.95)));
        }
        return at;
    }

    private int afterDrawnTable(int start) {
        int at = start;
        while (at < text.length() && (TableLines.isRow(line(at)) || TableLines.isRule(line(at)))) {
            at = Lines.next(text, at);
        }
        if (at - start >= MIN_BLOCK_CHARS) {
            blocks.add(new Section(start, at, Detection.of(ContentType.TEXT_TABLE, 0.9)));
        }
        return at;
    }

    private int afterTrace(int start) {
        int frames = 0;
        int at = start;
        int end = start;
        boolean source = false;
        while (at < text.length()) {
            String line = line(at);
            boolean frame = StackLines.isFrame(line);
            boolean part = frame || StackLines.isHeader(line) || (source && Ascii.blanks(line, 0) > 0);
            if (!part && !line.isBlank()) {
                break;
            }
            frames += frame ? 1 : 0;
            source = frame || (source && Ascii.blanks(line, 0) > 0);
            at = Lines.next(text, at);
            end = part ? at : end;
        }
        if (frames >= MIN_FRAMES && end - start >= MIN_BLOCK_CHARS) {
            blocks.add(new Section(start, end, Detection.of(ContentType.STACK_TRACE, 0.9)));
        }
        return end;
    }

    /** The beginning of the line at an index, without its end. */
    private String line(int start) {
        int limit = Math.min(start + LINE_START, text.length());
        int end = start;
        while (end < limit && text.charAt(end) != '\n') {
            end++;
        }
        budget.pass(end - start + 1);
        return text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }
}
