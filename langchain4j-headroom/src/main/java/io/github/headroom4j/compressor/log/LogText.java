package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressionContext;
import java.util.List;

/** A log as it was read: its lines, the time and the template of each. Not changed once read. */
final class LogText {

    /** How many lines are read between two looks at the clock. */
    private static final int LINES_PER_CHECK = 2048;

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

    static LogText read(String text, CompressionContext context) {
        LogText log = new LogText(Lines.of(text));
        LineScanner scanner = new LineScanner();
        TimeMatch match = new TimeMatch();
        for (int line = 0; line < log.lines.count(); line++) {
            if (line % LINES_PER_CHECK == 0) {
                context.checkDeadline();
            }
            log.read(line, scanner, match);
        }
        return log;
    }

    private void read(int line, LineScanner scanner, TimeMatch match) {
        int layout = finder.find(lines.text(), lines.start(line), lines.end(line), match);
        layoutOf[line] = (byte) layout;
        timeStart[line] = match.start;
        timeEnd[line] = match.end;
        time[line] = match.value;
        scanner.scan(lines.text(), lines.start(line), lines.end(line), match);
        templateOf[line] = miner.add(scanner, layout, line);
    }

    /** Scans a line again. */
    void scan(int line, LineScanner scanner, TimeMatch match) {
        match.start = timeStart[line];
        match.end = timeEnd[line];
        scanner.scan(lines.text(), lines.start(line), lines.end(line), match);
    }

    Lines lines() {
        return lines;
    }

    List<LogTemplate> templates() {
        return miner.templates();
    }

    List<TimeLayout> layouts() {
        return finder.layouts();
    }

    int templateOf(int line) {
        return templateOf[line];
    }

    boolean hasTime(int line) {
        return layoutOf[line] >= 0;
    }

    int layoutOf(int line) {
        return layoutOf[line];
    }

    /** In units of the line's own layout. */
    long time(int line) {
        return time[line];
    }

    /** What a clock showed, 0 to 86,399; only of a line that has a time. */
    int secondsOfDay(int line) {
        return layouts().get(layoutOf[line]).secondsOfDay(time[line]);
    }

    int timeStart(int line) {
        return timeStart[line];
    }

    int timeEnd(int line) {
        return timeEnd[line];
    }

    String timeText(int line) {
        return lines.text().substring(timeStart[line], timeEnd[line]);
    }
}
