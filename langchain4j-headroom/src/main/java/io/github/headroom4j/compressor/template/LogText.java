package io.github.headroom4j.compressor.template;

import io.github.headroom4j.compressor.CompressionContext;
import java.util.List;

/** A log as it was read: its lines, the time and the template of each. Not changed once read. */
public final class LogText {

    private final Lines lines;
    private final int[] templateOf;
    private final byte[] layoutOf;
    private final int[] timeStart;
    private final int[] timeEnd;
    private final long[] time;
    private final TimeFinder finder = new TimeFinder();
    private final TemplateMiner miner = new TemplateMiner();

    private LogText(Lines lines) {
        this.lines = lines;
        int count = lines.count();
        templateOf = new int[count];
        layoutOf = new byte[count];
        timeStart = new int[count];
        timeEnd = new int[count];
        time = new long[count];
    }

    /**
     * Reads a text: cuts it, finds the times, mines the templates. Linear.
     *
     * @param text any text
     * @param context asked for its deadline
     * @return the text as it was read
     */
    public static LogText read(String text, CompressionContext context) {
        LogText log = new LogText(Lines.of(text, context.pace()));
        LineScanner scanner = new LineScanner();
        TimeMatch match = new TimeMatch();
        for (int line = 0; line < log.lines.count(); line++) {
            log.read(line, scanner, match);
        }
        return log;
    }

    private void read(int line, LineScanner scanner, TimeMatch match) {
        lines.pace().step(lines.length(line));
        int layout = finder.find(lines.text(), lines.start(line), lines.end(line), match);
        layoutOf[line] = (byte) layout;
        timeStart[line] = match.start;
        timeEnd[line] = match.end;
        time[line] = match.value;
        scanner.scan(lines.text(), lines.start(line), lines.end(line), match);
        templateOf[line] = miner.add(scanner, layout, line);
    }

    /**
     * Scans a line again.
     *
     * @param line an index
     * @param scanner takes the tokens
     * @param match takes the place of the line's time
     */
    public void scan(int line, LineScanner scanner, TimeMatch match) {
        lines.pace().step(lines.length(line));
        match.start = timeStart[line];
        match.end = timeEnd[line];
        scanner.scan(lines.text(), lines.start(line), lines.end(line), match);
    }

    /**
     * The lines.
     *
     * @return all of them, the empty one after a final line feed too
     */
    public Lines lines() {
        return lines;
    }

    /**
     * The templates.
     *
     * @return in the order in which they occur first
     */
    public List<LogTemplate> templates() {
        return miner.templates();
    }

    List<TimeLayout> layouts() {
        return finder.layouts();
    }

    /**
     * Which template a line follows.
     *
     * @param line an index
     * @return an index into {@link #templates()}
     */
    public int templateOf(int line) {
        lines.pace().step();
        return templateOf[line];
    }

    /**
     * Whether a time was found in a line.
     *
     * @param line an index
     * @return false also for a time in a layout that is not known
     */
    public boolean hasTime(int line) {
        return layoutOf[line] >= 0;
    }

    /**
     * How a line's time is written.
     *
     * @param line an index
     * @return the index of a layout, negative if the line has no time
     */
    public int layoutOf(int line) {
        return layoutOf[line];
    }

    /**
     * The time of a line.
     *
     * @param line an index of a line that has a time
     * @return in units of the line's own layout
     */
    public long time(int line) {
        lines.pace().step();
        return time[line];
    }

    /**
     * What a clock showed.
     *
     * @param line an index of a line that has a time
     * @return 0 to 86,399
     */
    public int secondsOfDay(int line) {
        return layouts().get(layoutOf[line]).secondsOfDay(time[line]);
    }

    /**
     * Where a line's time begins.
     *
     * @param line an index
     * @return an index into the whole text, negative if there is no time
     */
    public int timeStart(int line) {
        return timeStart[line];
    }

    /**
     * Where a line's time ends.
     *
     * @param line an index
     * @return the index behind it in the whole text, negative if there is no time
     */
    public int timeEnd(int line) {
        return timeEnd[line];
    }

    String timeText(int line) {
        return lines.text().substring(timeStart[line], timeEnd[line]);
    }
}
