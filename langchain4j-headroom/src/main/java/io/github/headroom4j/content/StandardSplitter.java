package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Detects the whole, looks for blocks of another kind only in kinds that can hold them, and detects what is left around
 * the blocks.
 *
 * @param detector recognises wholes, blocks and what is around them
 */
record StandardSplitter(ContentDetector detector) implements ContentSplitter {

    /**
     * Characters from which the text around blocks is detected by itself, default 400. A shorter piece, such as one log
     * entry between two payloads, says too little and takes the kind of all pieces together.
     */
    static final int OWN_DETECTION_CHARS = 400;

    /** Scanned characters per character of text, default 8: JSON that never closes is given up instead of tried again. */
    static final int WORK_PER_CHARACTER = 8;

    /** Kinds that can hold blocks of every other kind. */
    private static final Set<ContentType> OPEN =
            Set.of(ContentType.PROSE, ContentType.MARKDOWN, ContentType.STACK_TRACE);

    /** Kinds of running lines, which large JSON may interrupt. */
    private static final Set<ContentType> RUNNING = Set.of(ContentType.LOG, ContentType.BUILD_OUTPUT);

    /** Kinds of JSON that may be all there is. */
    private static final Set<ContentType> VALUES = Set.of(ContentType.JSON, ContentType.NDJSON);

    /** Kinds that tell what happened: not taken for the Markdown around them. */
    static final Set<ContentType> EVENTS =
            Set.of(ContentType.LOG, ContentType.BUILD_OUTPUT, ContentType.STACK_TRACE, ContentType.DIFF);

    /** Languages that text around JSON is taken for when the JSON outweighs it. */
    private static final Set<String> NOTATIONS = Set.of("json", "yaml");

    @Override
    public List<Section> split(String text) {
        return split(text, () -> {});
    }

    @Override
    public List<Section> split(String text, Runnable checkpoint) {
        return split(text, new ScanBudget((long) WORK_PER_CHARACTER * text.length(), checkpoint));
    }

    List<Section> split(String text, ScanBudget budget) {
        if (text.isEmpty()) {
            return List.of();
        }
        Detection whole = detect(text, budget);
        Section single = new Section(0, text.length(), whole);
        boolean trace = whole.type().equals(ContentType.STACK_TRACE) && !StackLines.isIntroduced(text);
        // JSON that was read from the first character to the last: nothing is around it.
        boolean read = VALUES.contains(whole.type()) && whole.confidence() == 1;
        if (trace || read) {
            return List.of(single);
        }
        boolean open = OPEN.contains(whole.type());
        boolean running = RUNNING.contains(whole.type());
        List<Section> blocks = new EmbeddedBlocks(text, open, running, detector, budget).find();
        boolean divisible =
                open || running || (!blocks.isEmpty() && !isSame(whole, detect(withoutBlocks(text, blocks), budget)));
        return blocks.isEmpty() || !divisible ? List.of(single) : withSurroundings(text, blocks, whole, budget);
    }

    /**
     * Whether JSON belongs to the text it stands in: what is left without it is of the same kind. Otherwise the JSON outweighed
     * what is around it.
     */
    private static boolean isSame(Detection whole, Detection around) {
        boolean notation = NOTATIONS.contains(around.language().orElse(""));
        return around.type().equals(whole.type()) && !notation;
    }

    /** What is around the blocks of Markdown is Markdown, even a piece that alone would look like something else. */
    private List<Section> withSurroundings(String text, List<Section> blocks, Detection whole, ScanBudget budget) {
        boolean markdown = whole.type().equals(ContentType.MARKDOWN);
        Detection around = markdown ? whole : detect(withoutBlocks(text, blocks), budget);
        List<Section> sections = new ArrayList<>();
        int at = 0;
        for (Section block : blocks) {
            addSurrounding(text, at, block.start(), around, sections, budget);
            int start =
                    sections.isEmpty() ? 0 : sections.get(sections.size() - 1).end();
            sections.add(new Section(start, block.end(), block.detection()));
            at = block.end();
        }
        addSurrounding(text, at, text.length(), around, sections, budget);
        return List.copyOf(sections);
    }

    /** Adds what stands between two blocks; blanks go to the block before, or at the very start to the block after. */
    private void addSurrounding(
            String text, int start, int end, Detection around, List<Section> sections, ScanBudget budget) {
        if (!Lines.isBlank(text, start, end)) {
            boolean alone = end - start >= OWN_DETECTION_CHARS;
            sections.add(new Section(start, end, alone ? own(text.substring(start, end), around, budget) : around));
        } else if (end > start && !sections.isEmpty()) {
            Section before = sections.remove(sections.size() - 1);
            sections.add(new Section(before.start(), end, before.detection()));
        }
    }

    /** What a piece is that stands between blocks. */
    private Detection own(String piece, Detection around, ScanBudget budget) {
        boolean markdown = around.type().equals(ContentType.MARKDOWN);
        // Whether a piece of Markdown tells what happened is mostly denied by the few detectors of such kinds.
        if (markdown
                && detector instanceof FirstConfidentDetector ordered
                && !ordered.mayFindEvents(piece, budget.checkpoint())) {
            return around;
        }
        Detection own = detect(piece, budget);
        return markdown && !EVENTS.contains(own.type()) ? around : own;
    }

    private static String withoutBlocks(String text, List<Section> blocks) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (Section block : blocks) {
            rest.append(text, at, block.start());
            at = block.end();
        }
        return rest.append(text, at, text.length()).toString();
    }

    private Detection detect(String text, ScanBudget budget) {
        return detector.detect(text, budget.checkpoint()).orElse(Detection.of(ContentType.PROSE, 0));
    }
}
