package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.search.LongEntry.Kind;
import java.util.List;

/** Re-encodes a long list without loss. */
final class LongRepack {

    private final String text;
    private final LongList list;
    private final CompressionContext context;

    LongRepack(String text, LongList list, CompressionContext context) {
        this.text = text;
        this.list = list;
        this.context = context;
    }

    Proposal propose() {
        LongHeader header = new LongHeader(namesOf(list), list.blocks(), list.endsWithNewline());
        String best = SharedTexts.share(render(header, list.entries()), context);
        return SearchCompressor.proposal(best, text, context);
    }

    /** Columns are aligned or they are not; told from what is shorter. */
    static String render(LongHeader header, List<LongEntry> entries) {
        String loose = render(header, entries, false);
        String aligned = render(header, entries, true);
        return aligned.length() < loose.length() ? aligned : loose;
    }

    private static String render(LongHeader header, List<LongEntry> entries, boolean aligned) {
        StringBuilder out = new StringBuilder();
        out.append(header.render()).append('\n');
        new LongWriter(out, header, aligned).write(entries);
        return out.toString();
    }

    /** The directories that all rows are below, and the extension of most files. */
    static PathNames namesOf(LongList list) {
        List<PathEntry> paths = list.entries().stream()
                .filter(entry -> entry.kind() == Kind.ROW)
                .map(entry -> PathEntry.of(entry.line(), entry.path()))
                .toList();
        String base = list.blocks()
                ? ""
                : PathNames.of(paths.stream().map(PathEntry::directory).toList())
                        .base();
        return new PathNames(base, PathWriter.commonExtension(paths));
    }
}
