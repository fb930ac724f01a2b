package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.rag.PrunedPassages.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passages that stand verbatim in a message, and their replacement in place. Immutable. */
final class Substitution {

    /** Where a passage stands. */
    private record Place(int start, int end) {}

    private final String message;
    private final List<Place> places;
    private final List<String> found;

    private Substitution(String message, List<Place> places, List<String> found) {
        this.message = message;
        this.places = List.copyOf(places);
        this.found = List.copyOf(found);
    }

    /**
     * Looks for passages, one after the other in their order, so that none is found within another.
     *
     * @param message the text they may stand in
     * @param question what the message says beside them; if it begins with it, nothing in it is taken for a passage
     * @param texts the passages
     */
    static Substitution in(String message, String question, List<String> texts) {
        List<Place> places = new ArrayList<>();
        List<String> found = new ArrayList<>();
        int from = message.startsWith(question) ? question.length() : 0;
        for (String text : texts) {
            int start = message.indexOf(text, from);
            if (start >= 0) {
                from = start + text.length();
                places.add(new Place(start, from));
                found.add(text);
            }
        }
        return new Substitution(message, places, found);
    }

    /** The passages that were found, in their order. */
    List<String> found() {
        return found;
    }

    /** The message with what is shown of each in its place, and the note behind the last. */
    String with(PrunedPassages pruned) {
        Map<Integer, String> shown = new HashMap<>();
        for (Shown one : pruned.shown()) {
            shown.put(one.index(), one.text());
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        boolean left = false;
        for (int i = 0; i < places.size(); i++) {
            String between = message.substring(at, places.get(i).start());
            String instead = shown.get(i);
            // One sign for passages left out with nothing but blanks between them.
            if (!(left && instead == null && between.isBlank())) {
                text.append(between).append(instead == null ? Elision.MARK : instead);
            }
            left = instead == null;
            at = places.get(i).end();
        }
        text.append(pruned.note().isEmpty() ? "" : "\n\n" + pruned.note());
        return text.append(message, at, message.length()).toString();
    }
}
