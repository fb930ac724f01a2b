package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.StemNumbers;
import io.github.headroom4j.compressor.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * The stems of a text's words, read once for all that is asked of them. They are read by segments, which are the pieces, but of
 * a block each of its lines.
 */
final class PassageStems {

    private final PassageText passage;
    private final StemNumbers numbers;
    private final List<String> segments = new ArrayList<>();
    private final List<int[]> ofSegments = new ArrayList<>();
    private final List<int[]> ofPieces = new ArrayList<>();

    /** For each piece the index of its first segment, and at last how many segments there are. */
    private final int[] firsts;

    PassageStems(PassageText passage, List<String> texts, Pace pace) {
        this.passage = passage;
        numbers = new StemNumbers(pace);
        firsts = new int[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (passage.blocks().containsKey(i)) {
                text.lines().forEach(segments::add);
            } else {
                segments.add(text);
            }
            firsts[i + 1] = segments.size();
            segments.subList(firsts[i], firsts[i + 1]).forEach(segment -> ofSegments.add(numbers.of(segment)));
            ofPieces.add(joined(ofSegments.subList(firsts[i], firsts[i + 1])));
        }
    }

    StemNumbers numbers() {
        return numbers;
    }

    /** How many pieces there are. */
    int pieces() {
        return ofPieces.size();
    }

    /** The index of a piece's first segment; the segments' number for the index after the last piece. */
    int firstSegment(int piece) {
        return firsts[piece];
    }

    List<String> segments() {
        return segments;
    }

    List<int[]> ofSegments() {
        return ofSegments;
    }

    List<int[]> ofPieces() {
        return ofPieces;
    }

    /** The stems of each paragraph, in order, each with those of its title before it. */
    List<int[]> ofParagraphs() {
        List<int[]> paragraphs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= pieces(); i++) {
            if (i == pieces()
                    || passage.pieces().get(i).block()
                            != passage.pieces().get(from).block()) {
                paragraphs.add(ofParagraph(from, i));
                from = i;
            }
        }
        return paragraphs;
    }

    private int[] ofParagraph(int from, int to) {
        int needs = passage.pieces().get(from).needs();
        List<int[]> parts = new ArrayList<>();
        if (needs >= 0) {
            parts.add(ofPieces.get(needs));
        }
        if (areWordsWhole(from, to)) {
            parts.addAll(ofPieces.subList(from, to));
        } else {
            parts.add(numbers.of(passage.text()
                    .substring(
                            passage.pieces().get(from).start(),
                            passage.pieces().get(to - 1).end())));
        }
        return joined(parts);
    }

    /** Whether no word goes on from one piece to the next, as none does where a blank parts them. */
    private boolean areWordsWhole(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (Terms.goOnOver(passage.text(), passage.pieces().get(i).start())) {
                return false;
            }
        }
        return true;
    }

    private static int[] joined(List<int[]> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int length = 0;
        for (int[] part : parts) {
            length += part.length;
        }
        int[] joined = new int[length];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
