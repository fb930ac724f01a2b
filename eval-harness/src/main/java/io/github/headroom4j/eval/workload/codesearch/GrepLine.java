package io.github.headroom4j.eval.workload.codesearch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line as {@code grep_code} prints it.
 *
 * @param path the file
 * @param number the line's number, from 1
 * @param text the line
 */
record GrepLine(String path, int number, String text) {

    private static final Pattern LINE = Pattern.compile("([^:]{1,500}):(\\d{1,8}):(.*)");

    /** The line if it is one. */
    static Stream<GrepLine> of(String printed) {
        Matcher line = LINE.matcher(printed);
        return line.matches()
                ? Stream.of(new GrepLine(line.group(1), Integer.parseInt(line.group(2)), line.group(3)))
                : Stream.empty();
    }
}
