package io.github.headroom4j.content;

/** The built-in splitters. */
public final class ContentSplitters {

    private ContentSplitters() {}

    /**
     * Splits with the {@linkplain ContentDetectors#standard() standard detectors}; see {@link #using}.
     *
     * @return a thread-safe splitter
     */
    public static ContentSplitter standard() {
        return using(ContentDetectors.firstConfident(ContentDetectors.standard()));
    }

    /**
     * Splits mixed text into sections of one kind. A text of one kind stays one section. Prose and Markdown give up fenced
     * code (the fence lines stay with the text around), JSON on lines of its own, tables and stack traces; logs and build
     * output give up JSON of several lines. Brackets within JSON strings do not count. Sections begin and end at
     * line ends, cover the text without gap or overlap, and are large enough to be worth compressing; pieces of text
     * between them may be small, blanks between them belong to the section before.
     *
     * <p>Work is linear: every line is looked at once, and all attempts to read JSON together look at no more than eight
     * characters per character of text.
     *
     * @param detector recognises the whole, the blocks and what is around them
     * @return a splitter that is as thread-safe as the detector
     */
    public static ContentSplitter using(ContentDetector detector) {
        return new StandardSplitter(detector);
    }
}
