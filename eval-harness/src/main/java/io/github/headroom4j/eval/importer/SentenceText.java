package io.github.headroom4j.eval.importer;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A passage and where its sentences end, as the engine cuts them. Immutable. */
final class SentenceText {

    private static final CompressionContext ANY = CompressionContext.of(TokenCounter.o200k());

    private final String text;
    private final int[] ends;

    private SentenceText(String text, int[] ends) {
        this.text = text;
        this.ends = ends;
    }

    static SentenceText of(String text) {
        List<String> sentences = PassagePieces.read(text, false, ANY).texts();
        int[] ends = sentences.stream().mapToInt(String::length).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        return new SentenceText(text, ends);
    }

    /** The sentence that holds a span, or the sentences if the span begins in one and ends in another. */
    String around(int from, int to) {
        int first = indexOf(from);
        int last = indexOf(Math.max(from, to - 1));
        return text.substring(first == 0 ? 0 : ends[first - 1], ends[last]).strip();
    }

    private int indexOf(int offset) {
        int found = Arrays.binarySearch(ends, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Whether a text stands at an offset that a file says; offsets of files count characters of Unicode, not of UTF-16. */
    boolean hasAt(String answer, int said) {
        return said >= 0
                && said <= text.codePointCount(0, text.length())
                && text.startsWith(answer, text.offsetByCodePoints(0, said));
    }

    /**
     * Where an answer stands that a file says begins at an offset, or, if it does not, the place nearest to that.
     *
     * @return the offset in this text, or -1 if the answer does not stand there at all
     */
    int find(String answer, int said) {
        if (hasAt(answer, said)) {
            return text.offsetByCodePoints(0, said);
        }
        int best = -1;
        for (int at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + 1)) {
            best = best < 0 || Math.abs(at - said) < Math.abs(best - said) ? at : best;
        }
        return best;
    }

    /**
     * The sentence that answers, where nothing says which: the one nearest to the question by its words among those that hold an
     * accepted answer, the first of several alike. Case counts only if it tells answers apart.
     */
    Optional<String> answering(String question, List<String> answers) {
        List<String> holding = holding(answers, text);
        if (holding.isEmpty()) {
            holding = holding(answers.stream().map(SentenceText::folded).toList(), folded(text));
        }
        double[] near = QueryRelevance.to(question).score(holding);
        int best = 0;
        for (int i = 1; i < near.length; i++) {
            best = near[i] > near[best] ? i : best;
        }
        return holding.isEmpty() ? Optional.empty() : Optional.of(holding.get(best));
    }

    private List<String> holding(List<String> answers, String searched) {
        List<String> holding = new ArrayList<>();
        for (String answer : answers) {
            for (int at = searched.indexOf(answer); at >= 0; at = searched.indexOf(answer, at + 1)) {
                if (isWord(searched, at, at + answer.length())) {
                    holding.add(around(at, at + answer.length()));
                }
            }
        }
        return holding.stream().distinct().toList();
    }

    /** Whether no word or number begins before a span or goes on after it: the answer "12" does not stand in "1912". */
    private static boolean isWord(String searched, int from, int to) {
        return !(joins(searched, from - 1) && joins(searched, from))
                && !(joins(searched, to - 1) && joins(searched, to));
    }

    private static boolean joins(String searched, int at) {
        // Scripts without blanks have no such ends of words.
        return at >= 0
                && at < searched.length()
                && searched.charAt(at) < '\u0e00'
                && Character.isLetterOrDigit(searched.charAt(at));
    }

    /** In small letters where that does not move what follows. */
    private static String folded(String some) {
        String lower = some.toLowerCase(Locale.ROOT);
        return lower.length() == some.length() ? lower : some;
    }
}
