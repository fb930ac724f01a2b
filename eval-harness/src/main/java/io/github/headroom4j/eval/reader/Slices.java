package io.github.headroom4j.eval.reader;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the retrieve tool returns as a person would: without its headings and line numbers. Stateless. */
public final class Slices {

    private static final Pattern NUMBER = Pattern.compile("^\\d{1,9}(?:@\\d{1,9})?[:-]");

    private static final Pattern WHOLE = Pattern.compile(
            "\\[(?:\\d+ lines, [^\n]*; what matters of it:|lines 1-\\d+ of \\d+)]\n(.*?)(?:\n\\[more with [^\n]*])?",
            Pattern.DOTALL);

    private static final Pattern EXACT =
            Pattern.compile("\\[lines [\\d@-]+ of \\d+]\n(.*?)(?:\n\\[more with [^\n]*])?", Pattern.DOTALL);

    private Slices() {}

    /**
     * The lines of a slice that was asked for by lines.
     *
     * @param shown what the tool returned
     * @return the text without heading and hint, empty if it was asked for otherwise
     */
    public static Optional<String> exact(String shown) {
        Matcher exact = EXACT.matcher(shown);
        return exact.matches() ? Optional.of(exact.group(1)) : Optional.empty();
    }

    /**
     * The lines of the original that a slice shows.
     *
     * @param slice what the tool returned for a search
     * @return the lines that are numbered, without their numbers
     */
    public static List<String> lines(String slice) {
        return slice.lines()
                .filter(line -> NUMBER.matcher(line).find())
                .map(line -> NUMBER.matcher(line).replaceFirst(""))
                .toList();
    }

    /**
     * What the tool shows of a whole original.
     *
     * @param shown what the tool returned
     * @return the text without heading and hint, empty if it is not of the whole
     */
    public static Optional<String> whole(String shown) {
        Matcher whole = WHOLE.matcher(shown);
        return whole.matches() ? Optional.of(whole.group(1)) : Optional.empty();
    }
}
