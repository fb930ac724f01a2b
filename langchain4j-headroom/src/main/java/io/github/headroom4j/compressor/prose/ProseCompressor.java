package io.github.headroom4j.compressor.prose;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.compressor.passage.Passages;
import io.github.headroom4j.content.ContentType;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses plain prose to the sentences that a question needs. A sentence is shown whole, verbatim and in its place, or not at
 * all; paragraphs stay paragraphs.
 *
 * <p><b>With a question</b> sentences are ranked by their relevance (BM25 over word stems by default, or any {@link
 * PassageScorer}), that of their paragraph and that of their neighbours; the nearest stay, up to four tenths of the text. What
 * an earlier sentence says already is shown once, unless a number, a name or a denial differs. A sentence that opens with a
 * pronoun or a connective ("However", "It") brings the one before it, and a paragraph its title. Sentences that hold an identifier
 * of the question are always shown.
 *
 * <p><b>Without one</b>, or with one that asks for the whole ("summarize this file"), or whose words the text does not have, only
 * repeated sentences go, and those inside a longer paragraph that state no number, name, denial or quotation and have no word
 * of their own; of most texts that is little or nothing. A budget then keeps first sentences and facts.
 *
 * <p>Notes say what is left out: {@code … 12 lines (34-45)} for whole lines, {@code … 4 sentences (12)} within line 12, and a
 * bare {@code …} for a further gap in the line of the last note.
 *
 * <p>There is no lossless step. Since every unrecognised text is offered as prose, texts that are mostly not sentences (settings,
 * key-value dumps, output of commands, data) are declined, and such blocks within prose are shown or left out by whole lines.
 * Stateless and thread-safe, if the scorer is; linear in the text, up to sorting.
 */
public final class ProseCompressor implements Compressor {

    private final PassageScorer scorer;

    /** Sentences are scored lexically. */
    public ProseCompressor() {
        this(PassageScorer.lexical());
    }

    /**
     * Sentences are scored by a part of the caller's.
     *
     * @param scorer says how near each sentence is to the query
     */
    public ProseCompressor(PassageScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public String name() {
        return "prose";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.PROSE);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        return Passages.prose(text, context, scorer);
    }
}
