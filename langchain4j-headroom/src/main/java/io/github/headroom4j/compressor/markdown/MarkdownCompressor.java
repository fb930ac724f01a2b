package io.github.headroom4j.compressor.markdown;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.DocumentCompressor;
import io.github.headroom4j.compressor.Embedded;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.compressor.passage.Passages;
import io.github.headroom4j.content.ContentType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses Markdown along its structure. Headings and short front matter always stay. Sentences of paragraphs and items, rows of
 * small tables and small blocks of code are chosen by the same rules
 * as {@linkplain io.github.headroom4j.compressor.passage.Passages#prose sentences of prose}: near a question they stay with
 * their neighbours, an item brings the sentence that introduces its list, a row the head of its table, and without a question little
 * goes but repetitions.
 *
 * <p>Blocks that other compressors read are chosen from beside the rest: one that is near the question is shown as its compressor
 * shows it, and code of at most 30 lines whole; one that is far goes with its fences. Logs, build output, traces and diffs are always
 * shown as their compressors show them, since they may tell of an error.
 *
 * <p>Comments, rules and lines of badges go, and for a question the targets of links that stand by themselves; images are shown as their alternative text, and link targets of more than 60 characters as an
 * ellipsis.
 *
 * <p>There is no lossless step. Stateless and thread-safe, if the scorer is; linear in the text, up to sorting.
 */
public final class MarkdownCompressor implements DocumentCompressor {

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
        return parse(text, List.of(), context);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, List<Embedded> blocks, CompressionContext context) {
        return Passages.markdown(text, blocks, context, scorer);
    }
}
