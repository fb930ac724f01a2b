package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.StemNumbers;
import io.github.headroom4j.compressor.passage.Piece.Kind;
import io.github.headroom4j.token.TokenBudget;
import java.util.BitSet;
import java.util.List;

/**
 * A passage cut into sentences, items, headings and lines, of which somebody else chooses those to show: the parts of {@link
 * Passages} for those who choose from many passages at once. Thread-safe; nothing of it changes.
 */
public final class PassagePieces {

    private final PassageText passage;
    private final CompressionContext context;
    private final List<String> texts;

    private PassagePieces(PassageText passage, CompressionContext context) {
        this.passage = passage;
        this.context = context;
        this.texts = List.copyOf(passage.texts());
    }

    /**
     * Reads a passage.
     *
     * @param text any text
     * @param markdown whether it is Markdown; plain text otherwise, of which lines that are no sentences are taken one by one
     * @param context query, counter, deadline, and the line of the original in which the passage begins
     * @return its pieces, none for the empty text
     */
    public static PassagePieces read(String text, boolean markdown, CompressionContext context) {
        PassageText passage = markdown
                ? new MarkdownReader(text, true, true, context.pace()).read(PassageText.LineNumbers.startingAt(context))
                : ProseReader.readAny(text, context);
        return new PassagePieces(passage, context);
    }

    /**
     * The pieces.
     *
     * @return their texts in order; joined they are the passage
     */
    public List<String> texts() {
        return texts;
    }

    /**
     * Whether a piece names what stands below it.
     *
     * @param piece its index
     * @return whether it is a title or a heading
     */
    public boolean isTitle(int piece) {
        Kind kind = passage.pieces().get(piece).kind();
        return kind == Kind.TITLE || (kind == Kind.FIXED && !texts.get(piece).isBlank());
    }

    /**
     * Adds what has to be shown with other pieces: the sentence before one that opens with a pronoun or a connective, the
     * title above a paragraph, the line that introduces a list.
     *
     * @param shown indices of pieces
     * @return a new set with those and what they need
     */
    public BitSet completed(BitSet shown) {
        return new Companions(passage).completed(shown);
    }

    /**
     * Prints pieces verbatim and in their place, with a note in the place of each run of others, in the notation of {@link
     * io.github.headroom4j.compressor.Elision}. Unlike a selection, the text can be shown without a marker: whoever shows it
     * has to keep the original first, and to show its marker once for all passages that it holds.
     *
     * @param shown indices of pieces
     * @return the text
     */
    public String print(BitSet shown) {
        BlockViews views = new BlockViews(passage, context, TokenBudget.asFarAsSafe());
        return new PassagePrinter(passage, views, context).text(shown);
    }

    /**
     * Which texts say what an earlier one says: nearly the same words, and exactly the same numbers, names and denials.
     *
     * @param texts sentences, of one passage or of many
     * @param context the deadline
     * @return their indices; linear in the texts
     */
    public static BitSet repeated(List<String> texts, CompressionContext context) {
        Pace pace = context.pace();
        StemNumbers numbers = new StemNumbers(pace);
        SentenceWords words = new SentenceWords(texts.stream().map(numbers::of).toList(), numbers, pace);
        Novelty novelty = Novelty.of(pace.list(texts), words, context);
        BitSet repeated = new BitSet();
        for (int i = 0; i < texts.size(); i++) {
            repeated.set(i, novelty.repeats(i));
        }
        return repeated;
    }

    /**
     * Whether a question asks for something within a text rather than for the text ("summarize this").
     *
     * @param query a question
     * @return whether sentences can be measured by it
     */
    public static boolean canBeAnsweredInPart(String query) {
        return Question.isAboutContent(query);
    }
}
