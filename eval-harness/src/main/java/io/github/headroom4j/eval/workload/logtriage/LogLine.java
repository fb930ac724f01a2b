package io.github.headroom4j.eval.workload.logtriage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as a reader sees it.
 *
 * @param service whose log it stands in
 * @param text the line
 * @param millis the time of day in milliseconds; a line without a time of its own has that of the line before
 * @param timed whether the line has a time of its own, and so starts an entry
 */
record LogLine(String service, String text, long millis, boolean timed) {

    /** Times stand near the start of a line, in any of the usual orders and separators. */
    private static final int TIME_REACH = 160;

    private static final Pattern TIME = Pattern.compile("(?<!\\d)(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{3}))?");

    private static final Pattern VARIABLE = Pattern.compile("\\b\\w*\\d[\\w-]*");

    /** The signature of an access that a server failed to serve. */
    static final String FAILED_REQUEST = "status 5";

    /** In an access log the status says what kind of line it is, while paths differ without meaning. */
    private static final Pattern STATUS = Pattern.compile("(?:\"|/[+-]?\\d+) ([1-5])\\d\\d ");

    static LogLine of(String service, String text, long before) {
        Matcher time = TIME.matcher(text).region(0, Math.min(text.length(), TIME_REACH));
        return time.find() ? new LogLine(service, text, millis(time), true) : new LogLine(service, text, before, false);
    }

    private static long millis(Matcher time) {
        long seconds = Long.parseLong(time.group(1)) * 3600
                + Long.parseLong(time.group(2)) * 60
                + Long.parseLong(time.group(3));
        return seconds * 1000 + (time.group(4) == null ? 0 : Long.parseLong(time.group(4)));
    }

    /** Equal for lines of one kind: numbers and ids are masked, of an access only the class of status is left. */
    String signature() {
        Matcher status = STATUS.matcher(text);
        return status.find()
                ? "status " + status.group(1)
                : VARIABLE.matcher(text).replaceAll("#");
    }
}
