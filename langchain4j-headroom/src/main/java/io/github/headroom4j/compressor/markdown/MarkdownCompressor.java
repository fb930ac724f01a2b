package io.github.headroom4j.compressor.markdown;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.compressor.passage.Passages;
import io.github.headroom4j.content.ContentType;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses Markdown along its structure. Headings, short front matter, the heads of tables and the fences of blocks that are
 * compressed by others always stay. Sentences of paragraphs and items, rows and small blocks of code are chosen by the same rules
 * as {@linkplain io.github.headroom4j.compressor.passage.Passages#prose sentences of prose}: near a question they stay with
 * their neighbours, an item brings the sentence that introduces its list, and without a question little goes but repetitions.
 *
 * <p>Comments and lines of badges go; images are shown as their alternative text, and link targets of more than 60 characters as an
 * ellipsis.
 *
 * <p>There is no lossless step. Stateless and thread-safe, if the scorer is; linear in the text, up to sorting.
 */
public final class MarkdownCompressor implements Compressor {

    private final PassageScorer scorer;

    /** A compressor that scores sentences lexically. */
    public MarkdownCompressor() {
        this(PassageScorer.lexical());
    }

    /**
     * A compressor that scores sentences by a part of the caller's.
     *
     * @param scorer says how near each sentence is to the query
     */
    public MarkdownCompressor(PassageScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.MARKDOWN);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        return Passages.markdown(text, context, scorer);
    }
}
