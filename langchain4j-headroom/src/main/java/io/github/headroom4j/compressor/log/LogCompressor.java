package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.compressor.template.LogUnpacker;
import io.github.headroom4j.content.ContentType;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses logs and stack traces.
 *
 * <p><b>Repacking</b> folds lines of one template into the template, printed once, and a row of values per line, in the
 * order of the lines. Times become steps from the time before, counters differences, values that return names; blocks
 * of lines that return are copied by line number. {@link #decode} restores every byte.
 *
 * <p><b>Selecting</b> shows lines as they are, or by what differs from one that was shown before, behind their number in the
 * original, and tells of the others how many there are of which kind, and where: beside a line that is shown, or in an
 * outline. Only of long logs the least telling kinds may be told of by their number alone.
 *
 * <p>Stateless and thread-safe; linear in the text up to sorting.
 */
public final class LogCompressor implements Compressor {

    private static final Set<ContentType> TYPES = Set.of(ContentType.LOG, ContentType.STACK_TRACE);

    /** Makes a compressor; any number may be used at once. */
    public LogCompressor() {}

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return TYPES;
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new LogContent(LogText.read(text, context), context));
    }

    /**
     * Reads what this compressor printed.
     *
     * @param text any text
     * @return of a repacked text the original, byte for byte; of a selection the lines that it shows, verbatim and in
     *     order, without their numbers and without notes; empty if the text was not printed by this compressor
     */
    public static Optional<String> decode(String text) {
        return LogUnpacker.unpack(text).or(() -> SelectionReader.shownLines(text));
    }

    /**
     * Spells out the lines of a selection that are told by what differs from another one or without their date, such as {@code
     * 539 ×=201|22:15:02 …}; numbers, counts and notes stay. Linear.
     *
     * @param text any text
     * @return the selection with whole lines, {@code 539 ×: 2026-03-01 22:15:02 ERROR lock timeout}; any other text as it is
     */
    public static String spellOut(String text) {
        return SelectionReader.spellOut(text);
    }
}
