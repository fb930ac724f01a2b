package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Table;
import java.util.Optional;

/** A way to write a table as text. Immutable. */
interface Format {

    /** What tells this format from others of its kind, in words separated by blanks, the kind first. */
    String words();

    /** Writes a table, line ends included. */
    String write(Table table);

    /** How many characters a table of so many rows is filled up to at least, whatever stands in it. */
    long filled(int rows);

    /** The format of which {@link #words()} speaks. */
    static Optional<Format> of(String words) {
        Words read = new Words(words);
        try {
            if (read.kind().equals(AlignedFormat.KIND)) {
                return AlignedFormat.of(read);
            }
            return read.kind().startsWith(DrawnFormat.KIND)
                    ? Optional.of(DrawnFormat.of(read))
                    : DelimitedFormat.of(read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
