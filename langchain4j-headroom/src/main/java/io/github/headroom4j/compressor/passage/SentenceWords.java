package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.TermMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different words of each sentence, by their stems, as numbers. The fewer sentences hold a word, the smaller its number is, so
 * that the rarest ones lead.
 */
final class SentenceWords {

    private static final Comparator<Word> RAREST_FIRST =
            Comparator.comparingInt((Word word) -> word.holders).thenComparing(word -> word.text);

    private final List<int[]> sentences = new ArrayList<>();
    private final int count;
    private final int single;

    private static final class Word {

        private final String text;
        private int holders;
        private int lastHolder = -1;
        private int number;

        Word(String text) {
            this.text = text;
        }

        /** Returns whether it is the first time in this sentence. */
        boolean standsIn(int sentence) {
            boolean first = lastHolder != sentence;
            lastHolder = sentence;
            holders += first ? 1 : 0;
            return first;
        }
    }

    SentenceWords(List<String> texts, Pace pace) {
        Map<String, Word> known = new HashMap<>();
        List<List<Word>> held = read(texts, known, pace);
        List<Word> words = new ArrayList<>(known.values());
        words.sort((one, other) -> {
            pace.step();
            return RAREST_FIRST.compare(one, other);
        });
        int ofOne = 0;
        for (int i = 0; i < words.size(); i++) {
            words.get(i).number = i;
            ofOne += words.get(i).holders == 1 ? 1 : 0;
        }
        for (List<Word> some : held) {
            sentences.add(some.stream().mapToInt(word -> word.number).sorted().toArray());
        }
        count = words.size();
        single = ofOne;
    }

    private static List<List<Word>> read(List<String> texts, Map<String, Word> known, Pace pace) {
        TermMemory<List<Word>> words = TermMemory.ofStems(
                stems -> stems.stream()
                        .map(stem -> known.computeIfAbsent(stem, Word::new))
                        .toList(),
                pace);
        List<List<Word>> held = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<Word> mine = new ArrayList<>();
            int sentence = i;
            words.forEach(texts.get(i), some -> addNew(some, sentence, mine));
            held.add(mine);
        }
        return held;
    }

    private static void addNew(List<Word> words, int sentence, List<Word> mine) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).standsIn(sentence)) {
                mine.add(words.get(i));
            }
        }
    }

    /** The words of a sentence, ascending. */
    int[] of(int sentence) {
        return sentences.get(sentence);
    }

    /** All numbers are less. */
    int count() {
        return count;
    }

    /** Words of which one sentence only has each: those with smaller numbers. */
    int single() {
        return single;
    }
}
