package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Expression.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what all texts of a column have in common: fixed parts and values of other columns, from the left and from the
 * right, with whatever is left in the middle as the hole. {@code O(rows × length)} for the columns that occur in the first
 * two texts; the others fall out at once.
 */
final class TemplateFinder {

    /** Another column, with its texts in the same rows. */
    record Candidate(String reference, Field field, List<String> texts) {}

    private final List<String> texts;
    private final List<Candidate> candidates;
    private final int[] starts;
    private final int[] ends;

    private TemplateFinder(List<String> texts, List<Candidate> candidates) {
        this.texts = texts;
        this.candidates = candidates.stream()
                .filter(candidate -> texts.get(0).contains(candidate.texts().get(0))
                        && texts.get(texts.size() - 1)
                                .contains(candidate.texts().get(texts.size() - 1)))
                .toList();
        starts = new int[texts.size()];
        ends = texts.stream().mapToInt(String::length).toArray();
    }

    /** The template that leaves least for the hole; it may be the hole alone. */
    static Template find(List<String> texts, List<Candidate> candidates) {
        return new TemplateFinder(texts, candidates).find();
    }

    private Template find() {
        List<Part> left = side(true);
        boolean complete = true;
        for (int i = 0; i < starts.length; i++) {
            complete &= starts[i] == ends[i];
        }
        if (complete) {
            return new Template(left);
        }
        List<Part> right = side(false);
        Collections.reverse(right);
        List<Part> parts = new ArrayList<>(left);
        parts.add(Part.HOLE);
        parts.addAll(right);
        return new Template(parts);
    }

    private List<Part> side(boolean forward) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (true) {
            Candidate candidate = longestHere(forward);
            if (candidate != null) {
                endLiteral(literal, forward, parts);
                advance(candidate, forward);
                parts.add(Part.reference(candidate.reference(), candidate.field()));
            } else if (!takeCharacter(literal, forward)) {
                giveBackHalfWord(literal, forward);
                endLiteral(literal, forward, parts);
                return parts;
            }
        }
    }

    private static void endLiteral(StringBuilder literal, boolean forward, List<Part> parts) {
        if (literal.length() > 0) {
            parts.add(Part.literal((forward ? literal : literal.reverse()).toString()));
            literal.setLength(0);
        }
    }

    private @Nullable Candidate longestHere(boolean forward) {
        Candidate longest = null;
        for (Candidate candidate : candidates) {
            if (standsHere(candidate, forward)
                    && (longest == null
                            || candidate.texts().get(0).length()
                                    > longest.texts().get(0).length())) {
                longest = candidate;
            }
        }
        return longest;
    }

    private boolean standsHere(Candidate candidate, boolean forward) {
        for (int i = 0; i < starts.length; i++) {
            String part = candidate.texts().get(i);
            int from = forward ? starts[i] : ends[i] - part.length();
            if (from < starts[i]
                    || from + part.length() > ends[i]
                    || !texts.get(i).startsWith(part, from)) {
                return false;
            }
        }
        return true;
    }

    private void advance(Candidate candidate, boolean forward) {
        for (int i = 0; i < starts.length; i++) {
            int length = candidate.texts().get(i).length();
            if (forward) {
                starts[i] += length;
            } else {
                ends[i] -= length;
            }
        }
    }

    private boolean takeCharacter(StringBuilder literal, boolean forward) {
        if (starts[0] == ends[0]) {
            return false;
        }
        char c = texts.get(0).charAt(forward ? starts[0] : ends[0] - 1);
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] == ends[i] || texts.get(i).charAt(forward ? starts[i] : ends[i] - 1) != c) {
                return false;
            }
        }
        literal.append(c);
        move(forward, 1);
        return true;
    }

    private void move(boolean forward, int by) {
        for (int i = 0; i < starts.length; i++) {
            if (forward) {
                starts[i] += by;
            } else {
                ends[i] -= by;
            }
        }
    }

    /** No word or number may be cut in two, so the fixed part ends where a word ends in every row. */
    private void giveBackHalfWord(StringBuilder literal, boolean forward) {
        if (starts[0] == ends[0] && allEqualSoFar()) {
            return;
        }
        while (literal.length() > 0 && Character.isLetterOrDigit(literal.charAt(literal.length() - 1))) {
            literal.setLength(literal.length() - 1);
            move(forward, -1);
        }
        if (literal.length() > 0 && halvesPair(literal.charAt(literal.length() - 1), forward)) {
            literal.setLength(literal.length() - 1);
            move(forward, -1);
        }
    }

    private static boolean halvesPair(char last, boolean forward) {
        return forward ? Character.isHighSurrogate(last) : Character.isLowSurrogate(last);
    }

    private boolean allEqualSoFar() {
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] != ends[i]) {
                return false;
            }
        }
        return true;
    }
}
