package io.github.headroom4j.eval.arm;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Naive ways to make passages fit. Each spends as much of the allowance as it can: the most that fits is found by halving,
 * so the cost is that of counting the passages some ten times. Stateless.
 */
final class PassageCuts {

    /** A naive way to make passages fit. */
    @FunctionalInterface
    interface Cut {

        /**
         * Cuts.
         *
         * @param contents what was retrieved, in the order in which it is injected
         * @param allowance how many tokens they may cost together
         * @return what is left of them
         */
        List<Content> apply(List<Content> contents, IntSupplier allowance);
    }

    private static final Pattern WORD = Pattern.compile("\\S+");

    private final TokenCounter counter;

    PassageCuts(TokenCounter counter) {
        this.counter = counter;
    }

    /** Keeps the first words of each passage, of all the same number. */
    List<Content> heads(List<Content> contents, IntSupplier allowance) {
        List<int[]> ends = ends(contents);
        int longest = ends.stream().mapToInt(words -> words.length).max().orElse(0);
        return most(longest, allowance.getAsInt(), words -> {
            List<Content> kept = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                keep(contents.get(i), ends.get(i), words, kept);
            }
            return kept;
        });
    }

    /** Keeps the first passages whole and of the next one as many words as fit. */
    List<Content> first(List<Content> contents, IntSupplier allowance) {
        List<int[]> ends = ends(contents);
        int all = ends.stream().mapToInt(words -> words.length).sum();
        return most(all, allowance.getAsInt(), words -> {
            List<Content> kept = new ArrayList<>();
            int left = words;
            for (int i = 0; i < contents.size() && left > 0; i++) {
                keep(contents.get(i), ends.get(i), left, kept);
                left -= ends.get(i).length;
            }
            return kept;
        });
    }

    /** Keeps sentences drawn at random, in their order; the passages themselves are the seed. A control that must do badly. */
    List<Content> random(List<Content> contents, IntSupplier allowance) {
        List<List<String>> sentences = contents.stream()
                .map(content -> PassagePieces.read(content.textSegment().text(), false, CompressionContext.of(counter))
                        .texts())
                .toList();
        int all = sentences.stream().mapToInt(List::size).sum();
        List<Integer> drawn = new ArrayList<>(IntStream.range(0, all).boxed().toList());
        Collections.shuffle(drawn, new Random(text(contents).hashCode()));
        return most(all, allowance.getAsInt(), count -> {
            BitSet chosen = new BitSet();
            drawn.subList(0, count).forEach(chosen::set);
            return only(contents, sentences, chosen);
        });
    }

    private static List<Content> only(List<Content> contents, List<List<String>> sentences, BitSet chosen) {
        List<Content> kept = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < contents.size(); i++) {
            StringBuilder text = new StringBuilder();
            for (String sentence : sentences.get(i)) {
                text.append(chosen.get(next++) ? sentence : "");
            }
            if (!text.toString().isBlank()) {
                kept.add(with(contents.get(i), text.toString().strip()));
            }
        }
        return kept;
    }

    private List<Content> most(int limit, int maxTokens, IntFunction<List<Content>> cut) {
        int low = 0;
        int high = limit;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (counter.countsAtMost(text(cut.apply(middle)), Math.max(0, maxTokens))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cut.apply(low);
    }

    private static void keep(Content content, int[] ends, int words, List<Content> kept) {
        if (words >= ends.length) {
            kept.add(content);
        } else if (words > 0) {
            kept.add(with(content, content.textSegment().text().substring(0, ends[words - 1])));
        }
    }

    private static Content with(Content content, String text) {
        return Content.from(TextSegment.from(text, content.textSegment().metadata()), content.metadata());
    }

    /** Where each word of each passage ends. */
    private static List<int[]> ends(List<Content> contents) {
        return contents.stream()
                .map(content -> WORD.matcher(content.textSegment().text())
                        .results()
                        .mapToInt(MatchResult::end)
                        .toArray())
                .toList();
    }

    /** As LangChain4j's injector prints them. */
    private static String text(List<Content> contents) {
        return String.join(
                "\n\n",
                contents.stream().map(content -> content.textSegment().text()).toList());
    }
}
