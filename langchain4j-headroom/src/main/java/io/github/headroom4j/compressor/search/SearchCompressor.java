package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.token.TokenBudget;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses what search tools print: matches of {@code grep -n}, {@code git grep} and ripgrep with or without headings
 * and context, lists of paths by {@code find}, {@code ls -R}, {@code tree}, {@code rg -l} and {@code rg -c}, and lists that
 * say something of each path: {@code ls -l}, {@code du}, {@code wc}, {@code find -ls}, {@code find -printf "%s %p"}.
 *
 * <p><b>Lossless:</b> lines are grouped by file, a path is printed once per run of lines, what all paths share once at
 * the top, indentation only where it changes, and a text that occurs often once. Paths are listed by directory, an extension
 * that most of them share once; what a list says of files is said when it changes, but for its numbers. What is still
 * repeated within lines is said once, and a letter stands for it. The order of lines is kept.
 *
 * <p><b>Reversible:</b> the lines that tell most about the query are shown, first of all those that declare a name in
 * it, declarations before uses, repetitions once, the largest files of a list; every other file is named with the number
 * of its hits, or folded into its directory, with the lines of the original where they are.
 *
 * <p>Lines that are no hits stay in their place. Stateless and thread-safe; linear in the text up to sorting.
 */
public final class SearchCompressor implements Compressor {

    /** Makes a compressor; all of them are alike. */
    public SearchCompressor() {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.SEARCH_RESULTS);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        TextLines lines = TextLines.of(text, context.pace());
        Optional<Hits> hits = new HitReader(lines, context).read();
        if (hits.isPresent()) {
            return Optional.of(new HitContent(text, hits.get(), context));
        }
        Optional<LongList> rows = new LongReader(lines, context).read();
        return rows.isPresent()
                ? Optional.of(new LongContent(text, rows.get(), context))
                : new PathReader(lines, context).read().map(paths -> new PathContent(text, paths, context));
    }

    /**
     * Chooses from search results that a tool printed as JSON: objects that each name a file and hold a line or
     * fragments of it.
     *
     * @param document the JSON
     * @param context query, counter, deadline, position of the text in its original
     * @param budget how small the result shall become
     * @return what was kept, with notes in rows of the array or in lines; empty if the JSON holds something else or
     *     nothing can be dropped
     */
    public static Optional<Selection> select(Document document, CompressionContext context, TokenBudget budget) {
        return JsonHits.of(document, context.pace())
                .flatMap(hits -> new HitSelection(document.toJson(), hits, context).select(budget));
    }

    /**
     * Reads this compressor's notation.
     *
     * @param text what a repacking printed, or the body of a selection, with or without its marker
     * @return the exact original of a repacking; of a selection the shown lines as {@code path:line:text} or as whole
     *     paths, each terminated; empty if the text is not in the notation
     */
    public static Optional<String> decode(String text) {
        return decode(text, Pace.unhurried());
    }

    static Optional<String> decode(String text, Pace pace) {
        List<String> lines = TextLines.of(SharedTexts.expand(text), pace).lines();
        return HitDecoder.decode(lines, pace)
                .or(() -> PathDecoder.decode(lines, pace))
                .or(() -> LongDecoder.decode(lines, pace));
    }

    /** A repacked text; the proof is that the decoder gives the original again. */
    static Proposal proposal(String repacked, String original, CompressionContext context) {
        return new Proposal(
                repacked,
                () -> decode(repacked, context.pace()).filter(original::equals).map(exact -> repacked));
    }

    private record HitContent(String text, Hits hits, CompressionContext context) implements Selectable {

        @Override
        public Optional<String> repack() {
            return propose().flatMap(Proposal::proven);
        }

        @Override
        public boolean savesRepetitionAlone() {
            return true;
        }

        @Override
        public Optional<Proposal> propose() {
            return Optional.of(new HitRepack(text, hits, context).propose());
        }

        @Override
        public Optional<Selection> select(TokenBudget budget) {
            return new HitSelection(text, hits, context).select(budget);
        }
    }

    private record PathContent(String text, PathList list, CompressionContext context) implements Selectable {

        @Override
        public Optional<String> repack() {
            return propose().flatMap(Proposal::proven);
        }

        @Override
        public boolean savesRepetitionAlone() {
            return true;
        }

        @Override
        public Optional<Proposal> propose() {
            return Optional.of(new PathRepack(text, list, context).propose());
        }

        @Override
        public Optional<Selection> select(TokenBudget budget) {
            return new PathSelection(text, list, context).select(budget);
        }
    }

    private record LongContent(String text, LongList list, CompressionContext context) implements Selectable {

        @Override
        public Optional<String> repack() {
            return propose().flatMap(Proposal::proven);
        }

        @Override
        public boolean savesRepetitionAlone() {
            return true;
        }

        @Override
        public Optional<Proposal> propose() {
            return Optional.of(new LongRepack(text, list, context).propose());
        }

        @Override
        public Optional<Selection> select(TokenBudget budget) {
            return new LongSelection(text, list.withDirectories(), context).select(budget);
        }
    }
}
