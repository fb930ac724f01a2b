package io.github.headroom4j.compressor.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler or a linter says of one place.
 *
 * @param path the file
 * @param line the line in it, as written
 * @param text the position and the message as written, so that two of one line are told apart
 * @param kind what diagnostics of the same kind have in common
 * @param names what this one names
 */
record Diagnostic(String path, String line, String text, String kind, List<String> names) {

    /** Lines above an indented error, within which its file is named. */
    private static final int MAX_ABOVE = 200;

    /** Lines of a diagnostic that are looked at. */
    private static final int MAX_LINES = 40;

    /** Longer words do not say who speaks, in characters. */
    private static final int MAX_SPEAKER = 12;

    /** Longer words do not say what follows, in characters. */
    private static final int MAX_LABEL = 16;

    private static final List<String> ASIDES = List.of("note", "help", "hint");

    Diagnostic {
        names = List.copyOf(names);
    }

    /** Reads a failure, or returns null if it is not said of a place. */
    static @Nullable Diagnostic of(BuildReading reading, int index) {
        Failure failure = reading.failures().get(index);
        if (reading.kind(failure.anchor()) != LineKind.ERROR || reading.text().isReport()) {
            return null;
        }
        String line = reading.text().get(failure.anchor());
        int at = Prefix.end(line, LineReader.indent(line));
        Place place = place(line, at);
        if (place != null) {
            return of(reading, index, place, line.substring(place.end()));
        }
        place = below(reading, index);
        place = place == null ? underHeading(reading, failure.anchor(), at) : place;
        return place == null ? null : of(reading, index, place, line.substring(Math.max(at, place.end())));
    }

    /** What is told twice if it is the same. */
    String identity() {
        return path + '\n' + line + '\n' + text + '\n' + kind + '\n' + names;
    }

    private static Diagnostic of(BuildReading reading, int index, Place place, String message) {
        MessageShape shape = MessageShape.of(message);
        StringBuilder kind = new StringBuilder(shape.kind());
        List<String> names = new ArrayList<>(shape.names());
        Failure failure = reading.failures().get(index);
        for (int i = failure.anchor() + 1; i < Math.min(failure.to(), failure.anchor() + MAX_LINES); i++) {
            int colon = reading.failureOf(i) == index ? label(reading, i) : -1;
            if (colon > 0) {
                String line = reading.text().get(i);
                kind.append('\n').append(line, Prefix.end(line, LineReader.indent(line)), colon);
                names.add(line.substring(colon + 1).strip());
            }
        }
        String anchor = reading.text().get(failure.anchor());
        int path = anchor.indexOf(place.path());
        String text = path < 0 ? anchor : anchor.substring(path + place.path().length());
        return new Diagnostic(place.path(), place.line(), text, kind.toString(), names);
    }

    /** The colon in a line such as {@code symbol: class Cart}, or -1. */
    private static int label(BuildReading reading, int piece) {
        String line = reading.text().get(piece);
        int from = Prefix.end(line, LineReader.indent(line));
        int colon = line.indexOf(": ", from);
        if (reading.kind(piece) != LineKind.DETAIL || colon <= from || colon - from > MAX_LABEL) {
            return -1;
        }
        String word = line.substring(from, colon);
        return word.chars().allMatch(Character::isLetter) && !ASIDES.contains(word) ? colon : -1;
    }

    /** A place at an index, or behind the word that says who speaks: {@code e: }, {@code [error] }, {@code vet: }. */
    private static @Nullable Place place(String line, int at) {
        Place place = Place.at(line, at);
        int space = place == null ? line.indexOf(' ', at) : -1;
        boolean speaker = space > at && space - at <= MAX_SPEAKER && ":]".indexOf(line.charAt(space - 1)) >= 0;
        return speaker ? Place.at(line, space + 1) : place;
    }

    /** {@code --> src/main.rs:3:5}, the line below the message; its end says nothing of the message. */
    private static @Nullable Place below(BuildReading reading, int index) {
        int next = reading.failures().get(index).anchor() + 1;
        if (next >= reading.text().count() || reading.failureOf(next) != index) {
            return null;
        }
        String line = reading.text().get(next);
        int at = LineReader.indent(line);
        Place place = line.startsWith("--> ", at) ? Place.at(line, at + 4) : null;
        return place == null ? null : new Place(place.path(), place.line(), 0);
    }

    /** {@code 12:5  error  text  rule} below a line that is a path. */
    private static @Nullable Place underHeading(BuildReading reading, int anchor, int at) {
        String line = reading.text().get(anchor);
        int end = LineReader.positionEnd(line, at);
        for (int i = anchor - 1; at > 0 && end > at && i >= Math.max(0, anchor - MAX_ABOVE); i--) {
            String above = reading.text().get(i);
            if (!above.isBlank() && LineReader.indent(above) == 0) {
                boolean path = LineReader.isPath(above);
                return path ? new Place(above.strip(), line.substring(at, line.indexOf(':', at)), end) : null;
            }
        }
        return null;
    }
}
