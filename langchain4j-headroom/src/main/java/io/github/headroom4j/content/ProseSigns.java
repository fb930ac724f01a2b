package io.github.headroom4j.content;

import java.util.List;

/** Signs that lines were written for people, though they name code throughout: change logs, and articles with examples. */
final class ProseSigns {

    /** Share of lines that are items, from which a text with headings is a list for people. */
    private static final double MANY_ITEMS = 0.2;

    /** Share of the characters that stand in whole sentences, from which the rest is examples. */
    private static final double MOSTLY_SENTENCES = 0.6;

    private ProseSigns() {}

    /**
     * Whether headings and items, neither of them indented, make up a text. The headings alone could be comments, and indented
     * items the lines of a documentation comment.
     */
    static boolean isItemised(List<String> nonBlank) {
        int items = SampledDetector.count(nonBlank, line -> MarkdownDetector.isBullet(line) && !isNumber(line));
        boolean titled = nonBlank.stream().anyMatch(MarkdownDetector::isHeading);
        return titled && SampledDetector.share(items, nonBlank.size()) >= MANY_ITEMS;
    }

    /** Whether most characters of lines that are no comments belong to sentences. */
    static boolean isWritten(List<String> trimmed) {
        long all = 0;
        long sentences = 0;
        for (String line : trimmed) {
            char last = line.charAt(line.length() - 1);
            boolean sentence = Character.isUpperCase(line.charAt(0)) && ".:!?".indexOf(last) >= 0;
            all += line.length();
            sentences += sentence && CodeLines.wordsInRow(line) >= CodeLines.SENTENCE ? line.length() : 0;
        }
        return sentences > all * MOSTLY_SENTENCES;
    }

    private static boolean isNumber(String line) {
        return Ascii.digits(line, 0) > 0;
    }
}
