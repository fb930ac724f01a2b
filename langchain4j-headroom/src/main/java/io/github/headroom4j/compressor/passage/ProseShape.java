package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Pace;

/**
 * Whether lines are running text rather than records, settings, tables or output. Running text is words between single
 * blanks, several to a line, with sentences that end now and then. Language-neutral; linear.
 */
final class ProseShape {

    /** Share of tokens that are words with at most punctuation around them. */
    private static final double WORDY = 0.7;

    /** Words per sentence above which it is a list of words rather than running text. */
    private static final int MAX_WORDS_PER_SENTENCE = 80;

    /** Fewer words are a title, a label, a value. */
    private static final int MIN_WORDS = 6;

    private static final int MIN_WORDS_PER_LINE = 4;

    private int tokens;
    private int words;
    private int sentences;
    private int gaps;
    private int wideGaps;
    private int unspaced;

    /** Looks at a range of a text. */
    static boolean isProse(TextLines whole, String text, int from, int to, int lines) {
        ProseShape shape = new ProseShape();
        shape.scan(text, from, to, whole.pace());
        return shape.isProse(lines);
    }

    private boolean isProse(int lines) {
        if (unspaced > 10 && unspaced > tokens) {
            return sentences > 0;
        }
        return words >= MIN_WORDS
                && words >= MIN_WORDS_PER_LINE * lines
                && words >= WORDY * tokens
                && sentences > 0
                && words <= MAX_WORDS_PER_SENTENCE * sentences
                && wideGaps * 5 <= gaps;
    }

    private void scan(String text, int from, int to, Pace pace) {
        int at = from;
        while (at < to) {
            int start = skipBlanks(text, at, to);
            if (start - at > 0 && start < to) {
                gaps++;
                wideGaps += start - at > 2 && text.charAt(at) != '\n' ? 1 : 0;
            }
            at = start;
            while (at < to && text.charAt(at) > ' ') {
                at++;
            }
            pace.step(at - start);
            if (at > start) {
                token(text, start, at);
            }
        }
    }

    private static int skipBlanks(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private void token(String text, int start, int end) {
        tokens++;
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            letters += Character.isLetter(c) || c == '\'' || c == '’' || (c == '-' && i > start) ? 1 : 0;
            unspaced += c >= '\u3040' && c <= '\ud7af' ? 1 : 0;
            sentences += c == '。' || c == '？' || c == '！' ? 1 : 0;
        }
        int core = end;
        while (core > start && ".,;:!?)\"”’']".indexOf(text.charAt(core - 1)) >= 0) {
            core--;
        }
        int open = core > start && "(\"“‘[".indexOf(text.charAt(start)) >= 0 ? 1 : 0;
        words += core > start && letters >= core - start - open && end - start <= 40 ? 1 : 0;
        char last = text.charAt(end - 1);
        char beforeMark = core > 0 && core < end ? text.charAt(core) : last;
        sentences += ".!?".indexOf(last) >= 0 || ".!?".indexOf(beforeMark) >= 0 ? 1 : 0;
    }
}
