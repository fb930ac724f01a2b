package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Embedded;
import io.github.headroom4j.compressor.Selectable;
import java.util.List;
import java.util.Optional;

/** The kinds of text that passages can be chosen from. Stateless and thread-safe. */
public final class Passages {

    private Passages() {}

    /**
     * Reads plain text.
     *
     * @param text any text
     * @param context query, counter, deadline, position of the text in its original
     * @param scorer says how near each sentence is to the query
     * @return its sentences, or empty if most of the text is no prose
     */
    public static Optional<Selectable> prose(String text, CompressionContext context, PassageScorer scorer) {
        return ProseReader.read(text, context).map(passage -> new PassageContent(passage, context, scorer));
    }

    /**
     * Reads Markdown.
     *
     * @param text any text
     * @param blocks blocks of other kinds in it, in order; each is shown as its content chooses, or left out as a whole
     * @param context query, counter, deadline, position of the text in its original
     * @param scorer says how near each sentence is to the query
     * @return its headings, sentences, items, rows and blocks, or empty if there are none or too many
     */
    public static Optional<Selectable> markdown(
            String text, List<Embedded> blocks, CompressionContext context, PassageScorer scorer) {
        MarkdownReader reader = new MarkdownReader(text, context.firstLine() == 1, true, context.pace()).with(blocks);
        return content(reader, PassageText.LineNumbers.startingAt(context), context, scorer);
    }

    /**
     * Reads Markdown that another text was converted to.
     *
     * @param text the Markdown
     * @param numbers for each of its lines the original's number of the first and of the last line it was made of; not to be
     *     changed
     * @param context query, counter, deadline
     * @param scorer says how near each sentence is to the query
     * @return what can be chosen, or empty if there is nothing or too much
     */
    public static Optional<Selectable> converted(
            String text, int[][] numbers, CompressionContext context, PassageScorer scorer) {
        MarkdownReader reader = new MarkdownReader(text, true, false, context.pace());
        return content(reader, PassageText.LineNumbers.of(numbers[0], numbers[1]), context, scorer);
    }

    private static Optional<Selectable> content(
            MarkdownReader reader, PassageText.LineNumbers lines, CompressionContext context, PassageScorer scorer) {
        PassageText passage = reader.read(lines);
        return passage.pieces().isEmpty() || passage.pieces().size() > PassageContent.MAX_PIECES
                ? Optional.empty()
                : Optional.of(new PassageContent(passage, context, scorer));
    }
}
