package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a compiler warns of. Immutable.
 *
 * @param path the file
 * @param number the line, from 1
 * @param rule what is checked, for instance "fallthrough"
 */
record Warning(String path, int number, String rule) {

    private static final Pattern LINE = Pattern.compile("([^:\\s]{1,300}):(\\d{1,9}): warning: \\[([a-z-]{1,40})] .*");

    /** The warning that a line of a build log is the head of. */
    static Optional<Warning> of(String line) {
        Matcher head = LINE.matcher(line);
        return head.matches()
                ? Optional.of(new Warning(head.group(1), Integer.parseInt(head.group(2)), head.group(3)))
                : Optional.empty();
    }
}
