package io.github.headroom4j.eval.reader;

import java.util.List;
import java.util.regex.Pattern;

/** Reads what the retrieve tool returns as a person would: without its headings and line numbers. Stateless. */
public final class Slices {

    private static final Pattern NUMBER = Pattern.compile("^\\d{1,9}(?:@\\d{1,9})?[:-]");

    private Slices() {}

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
}
