package io.github.headroom4j.eval.arm;

import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Naive cuts at line ends: the first lines, the last lines, or lines drawn at random. The most lines that fit are found
 * by halving, so the cost is that of counting the text about twice.
 */
final class LineCuts {

    private final TokenCounter counter;

    LineCuts(TokenCounter counter) {
        this.counter = counter;
    }

    /** Keeps the first lines. */
    String head(String text, int maxTokens) {
        return cut(text, maxTokens, kept -> {
            int end = kept.cutsLine()
                    ? wholeChars(text, kept.chars())
                    : kept.lines().startOf(kept.count());
            return text.substring(0, end) + (endsLine(text, end) ? "" : "\n") + Cut.NOTE;
        });
    }

    /** Keeps the last lines. */
    String tail(String text, int maxTokens) {
        return cut(text, maxTokens, kept -> {
            int start = kept.cutsLine()
                    ? wholeChars(text, text.length() - kept.chars())
                    : kept.lines().startOf(kept.lines().size() - kept.count());
            return Cut.NOTE + "\n" + text.substring(start);
        });
    }

    /** Keeps lines drawn at random, in their order; the text itself is the seed. A control that must do badly. */
    String random(String text, int maxTokens) {
        return cut(text, maxTokens, kept -> {
            Lines lines = kept.lines();
            int count = kept.cutsLine() ? 0 : kept.count();
            BitSet chosen = draw(lines.size(), count, text.hashCode());
            StringBuilder out = new StringBuilder();
            chosen.stream().forEach(i -> out.append(text, lines.startOf(i), lines.startOf(i + 1)));
            return out + Cut.NOTE;
        });
    }

    /** What a cut keeps: so many lines, or, where not even one line fits, so many characters of one. */
    private record Kept(Lines lines, int count, int chars) {
        boolean cutsLine() {
            return chars > 0;
        }
    }

    @FunctionalInterface
    private interface Rendering {
        String of(Kept kept);
    }

    private String cut(String text, int maxTokens, Rendering rendering) {
        if (counter.countsAtMost(text, maxTokens)) {
            return text;
        }
        Lines lines = Lines.of(text);
        IntFunction<String> byLines = n -> rendering.of(new Kept(lines, n, 0));
        int count = most(lines.size() - 1, maxTokens, byLines);
        if (count > 0) {
            return byLines.apply(count);
        }
        // Not even one line fits, as in minified JSON: naive tools cut inside it.
        IntFunction<String> byChars = n -> rendering.of(new Kept(lines, 0, n));
        int chars = most(text.length() - 1, maxTokens, byChars);
        String cut = byChars.apply(chars);
        return fits(cut, maxTokens) ? cut : "";
    }

    /** The greatest number in [0, limit] found by halving whose text fits; 0 if none does. */
    private int most(int limit, int maxTokens, IntFunction<String> rendering) {
        int low = 0;
        int high = limit;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (fits(rendering.apply(middle), maxTokens)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private boolean fits(String text, int maxTokens) {
        return counter.countsAtMost(text, maxTokens);
    }

    /** Never cuts a surrogate pair in two. */
    private static int wholeChars(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && at > 0 ? at - 1 : at;
    }

    private static boolean endsLine(String text, int end) {
        return end == 0 || text.charAt(end - 1) == '\n';
    }

    /** Floyd's sampling: exactly {@code count} of {@code size} without a list of all of them. */
    private static BitSet draw(int size, int count, int seed) {
        BitSet chosen = new BitSet(size);
        long state = seed;
        for (int i = size - count; i < size; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int candidate = (int) (((state >>> 33) * (i + 1)) >>> 31);
            chosen.set(chosen.get(candidate) ? i : candidate);
        }
        return chosen;
    }

    /** Where lines start; one more start than lines, the end of the text. */
    private record Lines(List<Integer> starts) {

        static Lines of(String text) {
            List<Integer> starts = new ArrayList<>(List.of(0));
            int next = text.indexOf('\n') + 1;
            while (next > 0 && next < text.length()) {
                starts.add(next);
                next = text.indexOf('\n', next) + 1;
            }
            starts.add(text.length());
            return new Lines(starts);
        }

        int size() {
            return starts.size() - 1;
        }

        int startOf(int line) {
            return starts.get(line);
        }
    }
}
