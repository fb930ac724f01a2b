package io.github.headroom4j.rag.onnx;

import java.util.Arrays;
import java.util.List;

/**
 * Sentences as one text, in which they are each other's context, as a model was trained to read them. A title that neighbours
 * begin with is written once, and is a part of none of them.
 *
 * @param words the words of the text
 * @param from the first word of each sentence
 * @param to the word after the last one of each sentence
 */
record Joined(Words words, List<Integer> from, List<Integer> to) {

    /** What ends a title before its sentence. */
    private static final String AFTER_TITLE = ": ";

    static Joined of(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[sentences.size()];
        int[] ends = new int[sentences.size()];
        int shared = 0;
        for (int i = 0; i < starts.length; i++) {
            String sentence = sentences.get(i);
            int next = i + 1 < starts.length ? titleOfBoth(sentence, sentences.get(i + 1)) : 0;
            int title = Math.max(shared, next);
            if (title > shared) {
                text.append('\n').append(sentence, 0, title);
            }
            starts[i] = text.length();
            text.append(sentence, title, sentence.length());
            ends[i] = text.length();
            text.append(' ');
            shared = next;
        }
        Words words = Words.of(text.toString());
        return new Joined(words, wordsAt(words, starts), wordsAt(words, ends));
    }

    /** How far two sentences begin alike up to the end of a title that is not all of one. */
    private static int titleOfBoth(String one, String other) {
        int alike = 0;
        int most = Math.min(one.stripTrailing().length(), other.stripTrailing().length()) - 1;
        while (alike < most && one.charAt(alike) == other.charAt(alike)) {
            alike++;
        }
        int end = alike < AFTER_TITLE.length() ? -1 : one.lastIndexOf(AFTER_TITLE, alike - AFTER_TITLE.length());
        return end < 0 ? 0 : end + AFTER_TITLE.length();
    }

    private static List<Integer> wordsAt(Words words, int[] places) {
        Integer[] found = new Integer[places.length];
        int word = 0;
        for (int i = 0; i < places.length; i++) {
            while (word < words.count() && words.start(word) < places[i]) {
                word++;
            }
            found[i] = word;
        }
        return List.of(found);
    }

    /** What the scores of words make of each sentence's: the mean of the best share of them. */
    double[] scores(double[] ofWords, double topShare) {
        double[] scores = new double[from.size()];
        for (int i = 0; i < scores.length; i++) {
            double[] own = Arrays.copyOfRange(ofWords, from.get(i), to.get(i));
            Arrays.sort(own);
            int best = (int) Math.ceil(own.length * topShare);
            scores[i] =
                    Arrays.stream(own, own.length - best, own.length).average().orElse(0);
        }
        return scores;
    }
}
