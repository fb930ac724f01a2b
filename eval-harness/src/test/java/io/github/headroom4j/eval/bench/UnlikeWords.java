package io.github.headroom4j.eval.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Words, sentences and lines of which few are alike, the same for each seed. Not thread-safe. */
final class UnlikeWords {

    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "ne", "ru", "to", "sa", "vi", "xe", "zo", "pra", "stil");

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final SplittableRandom random;

    UnlikeWords(long seed) {
        random = new SplittableRandom(seed);
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    String word() {
        StringBuilder word = new StringBuilder();
        for (int left = 2 + number(3); left > 0; left--) {
            word.append(SYLLABLES.get(number(SYLLABLES.size())));
        }
        return word.toString();
    }

    /** So many words with a blank between them. */
    String words(int count) {
        StringBuilder words = new StringBuilder(word());
        for (int i = 1; i < count; i++) {
            words.append(' ').append(word());
        }
        return words.toString();
    }

    String sentence() {
        return "The " + words(4 + number(12)) + ".";
    }

    String base64(int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append(BASE64.charAt(number(BASE64.length())));
        }
        return digits.toString();
    }

    /** Pieces one after another, each made for its index, until they have so many characters. */
    static String until(int chars, IntFunction<String> piece) {
        StringBuilder text = new StringBuilder(chars + 256);
        for (int i = 0; text.length() < chars; i++) {
            text.append(piece.apply(i));
        }
        return text.toString();
    }
}
