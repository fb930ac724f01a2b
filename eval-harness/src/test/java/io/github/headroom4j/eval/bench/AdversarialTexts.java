package io.github.headroom4j.eval.bench;

import static io.github.headroom4j.eval.bench.UnlikeWords.until;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Texts of any length that are made to cost a compressor much: lines of which no two are alike or all are nearly, nesting
 * without end, one line, one hunk, one cell. Some for every kind of content; the same characters in every run.
 */
final class AdversarialTexts {

    private static final long SEED = 5402;

    /** Where the pieces go in a frame. */
    private static final String PIECES = "…";

    /** Makes the piece of an index. */
    @FunctionalInterface
    interface Piece {
        String at(UnlikeWords words, int index);
    }

    private final Map<String, IntFunction<String>> texts = new LinkedHashMap<>();

    private AdversarialTexts() {}

    /**
     * All of them.
     *
     * @return by name, which begins with the kind, in the order of the report: what makes a text of about so many characters
     */
    static Map<String, IntFunction<String>> all() {
        AdversarialTexts all = new AdversarialTexts();
        AdversarialRecords.addTo(all);
        AdversarialDocuments.addTo(all);
        return all.texts;
    }

    void text(String name, IntFunction<String> ofLength) {
        texts.put(name, ofLength);
    }

    void lines(String name, Piece line) {
        joined(name, "\n", line);
    }

    void joined(String name, String separator, Piece piece) {
        within(name, PIECES, separator, piece);
    }

    /** Pieces with a separator after each, in place of the ellipsis in a frame. */
    void within(String name, String frame, String separator, Piece piece) {
        int at = frame.indexOf(PIECES);
        String head = frame.substring(0, at);
        String tail = frame.substring(at + PIECES.length());
        text(name, chars -> {
            UnlikeWords words = new UnlikeWords(SEED);
            return head + until(chars, i -> piece.at(words, i) + separator) + tail;
        });
    }
}
