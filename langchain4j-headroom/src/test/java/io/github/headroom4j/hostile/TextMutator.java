package io.github.headroom4j.hostile;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * Breaks texts at random: takes a piece of one, and deletes, doubles, moves, replaces or inserts some of it, with
 * pieces of other texts and with tokens that compressors give a meaning. The same number gives the same text.
 */
public final class TextMutator {

    /** Keeps one try near a millisecond, while a piece still holds a table's header and rows, or a trace. */
    private static final int MAX_PIECE = 1_000;

    private static final int MAX_MUTATIONS = 5;

    private static final List<String> TOKENS = List.of(
            ("\n|\r\n|\r|\t| |\0|\ufeff|\ud83d|\ude00|\u202e|\u2028|\u001b[31m|\u001b[2K|\"|'|`|\\|\\\"|\"\"\"|'''|```|~~~"
                            + "|{|}|[|]|(|)|<|>|</|/>|<!--|-->|<script>|]]>|<![CDATA[|&amp;|&#x0;|/*|*/|//|#|--|@@|@@ -1 +1 @@"
                            + "|+|-|+++ b/a|--- a/a|diff --git a/a b/a|\\ No newline at end of file|=|:|::|;|,|…|⟪|⟫|&1|*1|&|*|<1>|$|%"
                            + "|… 3 lines (1-3)|[headroom_retrieve ref=0123456789ab for all 3 lines]|\\u0000|\\ud800|null|true|{}|[]"
                            + "|0|-0|1e999|-1|9223372036854775808|0.1|1.0|01|NaN|2026-01-01T00:00:00Z|00:00:00.000|ERROR|at a.B.c(D.java:1)"
                            + "|Caused by: |a.java:1:|C:\\a\\b.java:3:4:|./|../|a/b|---|===|***|- |1. |> |\u00df|\u0130|\u0131|é|e\u0301|漢|🏳️‍🌈")
                    .split("\\|"));

    private static final List<BiFunction<TextMutator, Draw, String>> MUTATIONS = List.of(
            (all, draw) -> draw.before() + draw.after(),
            (all, draw) -> draw.before() + draw.middle() + draw.middle() + draw.after(),
            (all, draw) -> draw.before() + draw.middle().repeat(2 + draw.below(6)) + draw.after(),
            (all, draw) -> draw.before() + all.token(draw) + draw.middle() + draw.after(),
            (all, draw) -> draw.before() + all.token(draw) + draw.after(),
            (all, draw) -> draw.before() + all.piece(draw, 200) + draw.after(),
            (all, draw) -> draw.after() + draw.middle() + draw.before(),
            (all, draw) -> draw.before() + draw.middle().replace('\n', ' ') + draw.after(),
            (all, draw) -> draw.before() + draw.middle().replace("\n", "\r\n") + draw.after(),
            (all, draw) -> draw.before() + draw.middle().toUpperCase(Locale.ROOT) + draw.after(),
            (all, draw) -> draw.before() + draw.noise() + draw.after());

    private final List<String> texts;
    private final List<String> others;

    /**
     * Breaks these texts.
     *
     * @param texts what two of three pieces come from; at least one, none empty
     * @param others what the third comes from; at least one, none empty
     */
    public TextMutator(List<String> texts, List<String> others) {
        this.texts = List.copyOf(texts);
        this.others = List.copyOf(others);
    }

    /**
     * One broken text.
     *
     * @param number which one
     * @return at most a few thousand characters
     */
    public String text(long number) {
        SplittableRandom random = new SplittableRandom(number);
        String text = piece(new Draw(random, ""), MAX_PIECE);
        int mutations = random.nextInt(MAX_MUTATIONS + 1);
        for (int i = 0; i < mutations; i++) {
            Draw draw = new Draw(random, text);
            text = MUTATIONS.get(random.nextInt(MUTATIONS.size())).apply(this, draw);
        }
        return text.length() <= 4 * MAX_PIECE ? text : text.substring(0, 4 * MAX_PIECE);
    }

    private String token(Draw draw) {
        return TOKENS.get(draw.below(TOKENS.size()));
    }

    /** All of a small text, or from the start of a line, mostly, to anywhere. */
    private String piece(Draw draw, int max) {
        List<String> drawn = draw.below(3) == 0 ? others : texts;
        String text = drawn.get(draw.below(drawn.size()));
        if (text.length() <= 2 * max && draw.below(2) == 0) {
            return text;
        }
        int start = draw.below(3) == 0 ? 0 : draw.below(text.length());
        if (draw.below(4) != 0) {
            start = text.lastIndexOf('\n', start) + 1;
        }
        return text.substring(start, Math.min(text.length(), start + draw.below(max) + 1));
    }

    /** A text cut in three at random. */
    private static final class Draw {

        private final SplittableRandom random;
        private final String text;
        private final int start;
        private final int end;

        Draw(SplittableRandom random, String text) {
            this.random = random;
            this.text = text;
            this.start = random.nextInt(text.length() + 1);
            this.end = Math.min(text.length(), start + random.nextInt(random.nextBoolean() ? 12 : 200));
        }

        String before() {
            return text.substring(0, start);
        }

        String middle() {
            return text.substring(start, end);
        }

        String after() {
            return text.substring(end);
        }

        int below(int bound) {
            return random.nextInt(bound);
        }

        String noise() {
            return random.ints(random.nextInt(1, 20), 0, random.nextBoolean() ? 0x80 : 0x10000)
                    .collect(StringBuilder::new, (noise, c) -> noise.append((char) c), StringBuilder::append)
                    .toString();
        }
    }
}
