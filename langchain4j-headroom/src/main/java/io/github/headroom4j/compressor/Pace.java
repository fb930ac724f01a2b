package io.github.headroom4j.compressor;

import java.io.Reader;
import java.util.List;

/**
 * Looks at a {@link Deadline} by amount of work, so that loops need not: each step says how many characters it dealt with,
 * and once {@value #CHARS_PER_CHECK} have gathered, the clock is read. What holds a text's lines, rows or cells owns a
 * pace and steps as they are read, so every loop over them is covered.
 *
 * <p>A step costs an addition and a comparison. Not thread-safe: one for each thing that is read by one thread.
 */
public final class Pace {

    /**
     * Work between two looks at the clock, in characters, default 4,096. So much work takes a small
     * part of any sensible time limit, and many times as long as reading the clock.
     */
    static final int CHARS_PER_CHECK = 4096;

    /** What a step costs beside its characters, in characters, default 16: looking a cell up, comparing, counting. */
    static final int CHARS_PER_STEP = 16;

    private final Deadline deadline;
    private int work;

    Pace(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * A pace that never ends.
     *
     * @return a new one
     */
    public static Pace unhurried() {
        return new Pace(Deadline.none());
    }

    /**
     * A short step: a cell, a comparison, a small record.
     *
     * @throws DeadlineExceededException if time is over, and enough was done to look
     */
    public void step() {
        step(0);
    }

    /**
     * A step over so many characters.
     *
     * @param chars how many, not negative
     * @throws DeadlineExceededException if time is over, and enough was done to look
     */
    public void step(int chars) {
        work += CHARS_PER_STEP + chars;
        if (work < 0 || work >= CHARS_PER_CHECK) {
            work = 0;
            deadline.check();
        }
    }

    /**
     * A list with a step over each element that is read from it.
     *
     * @param list any, is copied; elements that are strings are steps over their characters
     * @param <T> what it holds
     * @return the same elements, which cannot be changed
     */
    public <T> List<T> list(List<T> list) {
        return new PacedList<>(list, this);
    }

    /**
     * A reader for parsers of other libraries, in which no step can be made: they make one as they take their input.
     *
     * @param text what to read
     * @return a reader whose {@code read} ends with {@link DeadlineExceededException} once time is over
     */
    public Reader reader(String text) {
        return new PacedReader(text, this);
    }
}
