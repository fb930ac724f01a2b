package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Notation;
import io.github.headroom4j.compressor.table.Notation.Document;
import java.util.Optional;

/**
 * JSON that ends early, as results that a tool cut off do: what is complete of it, closed, and the rest as it stood.
 *
 * @param document the complete values; every container that was open is closed
 * @param open how many containers were open where {@code tail} begins
 * @param tail the text after the last complete value; may be empty
 */
record CutDocument(Document document, int open, String tail) {

    private static final String NOTE = Elision.MARK + " cut off within ";
    private static final String NOTE_END = " open brackets; it goes on, verbatim:\n";

    static CutDocument whole(Document document) {
        return new CutDocument(document, 0, "");
    }

    boolean isWhole() {
        return open == 0 && tail.isEmpty();
    }

    /** The text with the document written as given. */
    String with(String written) {
        if (isWhole()) {
            return written;
        }
        return written + "\n" + NOTE + open + NOTE_END + tail;
    }

    /** JSON without white space up to the tail, which is as it was. */
    String toJson() {
        String json = document.toJson();
        return json.substring(0, json.length() - open) + tail;
    }

    /** Reads what {@link #with} made of a document in our notation. */
    static Optional<CutDocument> read(String text, Pace pace) {
        int note = text.startsWith(NOTE) ? 0 : text.indexOf("\n" + NOTE) + 1;
        int end = note == 0 ? -1 : text.indexOf(NOTE_END, note);
        if (end < 0) {
            return Notation.read(text, pace).map(CutDocument::whole);
        }
        String digits = text.substring(note + NOTE.length(), end);
        if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int open = Integer.parseInt(digits);
        return Notation.read(text.substring(0, note - 1), pace)
                .filter(document -> document.toJson().length() >= open)
                .map(document -> new CutDocument(document, open, text.substring(end + NOTE_END.length())));
    }
}
