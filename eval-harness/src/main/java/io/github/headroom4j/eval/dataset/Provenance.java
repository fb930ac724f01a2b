package io.github.headroom4j.eval.dataset;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Where imported cases come from, in enough detail to make them again. Goes into the file of cases and from there into reports,
 * so it names no folder and no machine. Immutable.
 *
 * @param file the name of the file that was imported, without folders
 * @param sha256 of that file as it was on disk
 * @param format the name of its format
 * @param options what was asked for, by name, defaults included
 * @param read how many questions were read
 * @param kept how many of them are cases
 * @param dropped how many of the others were left out for which reason
 * @param notes how many of the cases have which peculiarity
 */
public record Provenance(
        String file,
        String sha256,
        String format,
        Map<String, String> options,
        int read,
        int kept,
        Map<String, Integer> dropped,
        Map<String, Integer> notes) {

    /** Copies and sorts the maps. */
    public Provenance {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(format, "format");
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
        notes = Collections.unmodifiableMap(new TreeMap<>(notes));
    }

    /**
     * The provenance for people.
     *
     * @return lines that end with a line feed
     */
    public String describe() {
        StringBuilder out = new StringBuilder();
        out.append(file)
                .append(" (")
                .append(format)
                .append("), SHA-256 ")
                .append(sha256)
                .append('\n');
        options.forEach((name, value) ->
                out.append("  ").append(name).append(' ').append(value).append('\n'));
        out.append(read).append(" questions read, ").append(kept).append(" kept\n");
        dropped.forEach((reason, count) -> out.append("  ")
                .append(count)
                .append(" left out: ")
                .append(reason)
                .append('\n'));
        notes.forEach((note, count) ->
                out.append("  ").append(count).append(" kept: ").append(note).append('\n'));
        return out.toString();
    }
}
