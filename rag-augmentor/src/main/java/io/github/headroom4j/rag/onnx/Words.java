package io.github.headroom4j.rag.onnx;

import io.github.headroom4j.compressor.Stems;
import io.github.headroom4j.compressor.passage.Facts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a text: its runs of characters that are no blanks, so that no number, identifier or path is ever cut. In scripts
 * without blanks between words a word is what stands between two blanks, too. Immutable.
 */
final class Words {

    /** A word that makes up more than this share of a text's words, default 1 %, tells nothing. */
    private static final double COMMON = 0.01;

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Words(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static Words of(String text) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < text.length() && !isBlank(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                starts.add(start);
                ends.add(at);
            }
        }
        return new Words(
                text,
                starts.stream().mapToInt(i -> i).toArray(),
                ends.stream().mapToInt(i -> i).toArray());
    }

    /** Also blanks that do not break a line. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    String text() {
        return text;
    }

    int count() {
        return starts.length;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    String text(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /** Which words no other can stand for, whatever the question is: numbers, identifiers, names and negations. */
    boolean[] vital() {
        boolean[] vital = new boolean[count()];
        for (int word = 0; word < vital.length; word++) {
            String one = text(word);
            // A word that opens a sentence has a capital without being a name.
            boolean opens = word == 0 || ".!?:".indexOf(text.charAt(ends[word - 1] - 1)) >= 0;
            vital[word] = Facts.of(opens ? one : "a " + one).any() || isIdentifier(one);
        }
        return vital;
    }

    /** Which words the question has, too, in any inflection, but for those that are everywhere, as "the" is. */
    boolean[] asked(String question) {
        Map<String, BitSet> places = new HashMap<>();
        Stems.of(question).forEach(stem -> places.put(stem, new BitSet()));
        for (int word = 0; word < count(); word++) {
            for (String stem : Stems.of(text(word))) {
                BitSet found = places.get(stem);
                if (found != null) {
                    found.set(word);
                }
            }
        }
        boolean[] asked = new boolean[count()];
        int most = Math.max(1, (int) (count() * COMMON));
        places.values().stream()
                .filter(found -> found.cardinality() <= most)
                .forEach(found -> found.stream().forEach(word -> asked[word] = true));
        return asked;
    }

    private static boolean isIdentifier(String word) {
        for (int i = 1; i + 1 < word.length(); i++) {
            char before = word.charAt(i - 1);
            char c = word.charAt(i);
            boolean joint = "_./\\:@#$=-".indexOf(c) >= 0 && Character.isLetterOrDigit(word.charAt(i + 1));
            boolean hump = Character.isLowerCase(before) && Character.isUpperCase(c);
            boolean shouts = i == 1 && Character.isUpperCase(before) && Character.isUpperCase(c);
            if (joint || hump || shouts) {
                return true;
            }
        }
        return false;
    }
}
