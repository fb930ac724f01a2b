package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.compressor.passage.Passages;
import io.github.headroom4j.content.ContentType;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Compresses HTML pages and fragments to the Markdown of their main content: headings, paragraphs, lists, definition lists, tables,
 * code, links with their targets as they stand (relative ones stay relative), alternative texts, labels and buttons of forms,
 * title and description. Scripts, styles, drawings, hidden elements, navigation, banners and cookie notices go; where much visible
 * text goes with them, a note says which lines it had. Then the rules of Markdown choose what is near the question.
 *
 * <p>Numbers in notes are those of the page's own lines.
 *
 * <p>There is no lossless step, since markup can not be restored. XML that is no HTML is declined, and so are texts above {@value
 * #MAX_CHARS} characters or with tags nested deeper than {@value #MAX_DEPTH}. Nothing is fetched, run or resolved. Stateless and
 * thread-safe, if the scorer is; linear in the text, up to sorting.
 */
public final class HtmlCompressor implements Compressor {

    /** Characters of a page, default 4 Mi: the tree of a page takes some ten times its size in memory. */
    static final int MAX_CHARS = 4 << 20;

    /** Open elements, default 500: no page that a person wrote nests deeper, and each level costs the parser time. */
    static final int MAX_DEPTH = 500;

    /** Tags, default 400,000: a page of more is data, and the parser can not be told to give up. */
    static final int MAX_TAGS = 400_000;

    private final PassageScorer scorer;

    /** A compressor that scores sentences lexically. */
    public HtmlCompressor() {
        this(PassageScorer.lexical());
    }

    /**
     * A compressor that scores sentences by a part of the caller's.
     *
     * @param scorer says how near each sentence is to the query
     */
    public HtmlCompressor(PassageScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.HTML);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        if (text.length() > MAX_CHARS || !TagScan.isHtml(text)) {
            return Optional.empty();
        }
        MarkdownLines markdown = markdown(text, context);
        if (markdown.isBlank()) {
            return Optional.empty();
        }
        return Passages.converted(markdown.text(), markdown.numbers(text, context), context, scorer)
                .map(content -> new HtmlContent(markdown.text(), content, context));
    }

    /** A page's content; its tree, which is larger than all that follows, is forgotten. */
    private static MarkdownLines markdown(String text, CompressionContext context) {
        context.checkDeadline();
        Document page = Parser.htmlParser()
                .setTrackPosition(true)
                .parseInput(context.pace().reader(text), "");
        context.checkDeadline();
        return PageWriter.write(page, context);
    }
}
