package io.github.headroom4j.compressor.build;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the errors are that there was no room to show: a place each, grouped by file. */
final class HiddenErrors {

    /** Places that are listed; behind them there is a number. */
    private static final int MAX_PLACES = 400;

    private HiddenErrors() {}

    /** One line, or nothing if every error is shown. */
    static String note(BuildReading reading, BitSet errors, BitSet shown) {
        BitSet hidden = (BitSet) errors.clone();
        hidden.andNot(shown);
        if (hidden.isEmpty()) {
            return "";
        }
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        int listed = 0;
        for (int i = hidden.nextSetBit(0); i >= 0 && listed < MAX_PLACES; i = hidden.nextSetBit(i + 1)) {
            String line = reading.text().get(i);
            Place place = Place.at(line, Prefix.end(line, LineReader.indent(line)));
            if (place != null) {
                StringBuilder lines = files.computeIfAbsent(place.path(), path -> new StringBuilder());
                lines.append(lines.isEmpty() ? ':' : ',').append(place.line());
                listed++;
            }
        }
        StringBuilder note =
                new StringBuilder("… ").append(hidden.cardinality()).append(" errors not shown");
        files.forEach((path, lines) ->
                note.append(note.indexOf(":") < 0 ? ": " : "; ").append(path).append(lines));
        return note.append('\n').toString();
    }
}
