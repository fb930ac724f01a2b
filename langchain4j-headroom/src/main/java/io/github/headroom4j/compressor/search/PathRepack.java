package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.search.PathEntry.Kind;
import io.github.headroom4j.compressor.search.PathList.Layout;

/** Re-encodes a list of paths without loss. */
final class PathRepack {

    private final String text;
    private final PathList list;
    private final CompressionContext context;

    PathRepack(String text, PathList list, CompressionContext context) {
        this.text = text;
        this.list = list;
        this.context = context;
    }

    Proposal propose() {
        PathNames names = namesOf(list);
        StringBuilder out = new StringBuilder(text.length() / 2);
        out.append(new PathHeader(names.base(), list.layout(), list.endsWithNewline()).render())
                .append('\n');
        new PathWriter(out, names.base(), list.layout() != Layout.BLOCKS).write(list.entries());
        String repacked = SharedTexts.share(out.toString(), context);
        return SearchCompressor.proposal(repacked, text, context);
    }

    /** The base must be free of what ends a part of the header; a tree's directories have none in common. */
    static PathNames namesOf(PathList list) {
        return PathNames.of(list.entries().stream()
                .filter(entry -> entry.kind() != Kind.RAW)
                .map(PathEntry::directory)
                .toList());
    }
}
