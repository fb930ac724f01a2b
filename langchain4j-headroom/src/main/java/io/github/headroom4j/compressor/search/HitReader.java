package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.search.Hit.Kind;
import io.github.headroom4j.compressor.search.Hits.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises the output of grep-like tools. What does not parse stays in its place as a raw line. */
final class HitReader {

    /** Fewer lines of files than this are not worth a notation. */
    private static final int MIN_HITS = 3;

    /** So many of the lines that are not blank must be lines of files. Share. */
    private static final double MIN_SHARE = 0.5;

    /** So many neighbours in one file must have ascending numbers, as every search tool prints them. Share. */
    private static final double MIN_ASCENDING = 0.9;

    private final List<String> lines;
    private final boolean endsWithNewline;
    private final CompressionContext context;

    HitReader(TextLines text, CompressionContext context) {
        lines = text.lines();
        endsWithNewline = text.endsWithNewline();
        this.context = context;
    }

    Optional<Hits> read() {
        for (Layout layout : Layout.values()) {
            List<Hit> hits = layout.isText() ? read(layout) : List.of();
            if (isPlausible(hits)) {
                return Optional.of(new Hits(layout, context.pace().list(hits), endsWithNewline));
            }
        }
        return Optional.empty();
    }

    private List<Hit> read(Layout layout) {
        return layout == Layout.INLINE ? readInline() : readBare(layout);
    }

    private List<Hit> readInline() {
        List<Hit> hits = new ArrayList<>(lines.size());
        Map<String, String> paths = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Hit hit = HitScanner.match(lines.get(i), i);
            // Hits of one file hold its name once.
            hits.add(hit == null ? Hit.raw(i, lines.get(i)) : hit.in(paths.computeIfAbsent(hit.path(), path -> path)));
        }
        for (int i = 0; i < hits.size(); i++) {
            hits.set(i, withContext(hits.get(i), i == 0 ? null : hits.get(i - 1), paths.keySet()));
        }
        return hits;
    }

    private static Hit withContext(Hit hit, @Nullable Hit before, Set<String> paths) {
        if (hit.kind() == Kind.RAW) {
            Hit context = hit.text().equals("--")
                    ? Hit.separator(hit.line())
                    : HitScanner.context(hit.text(), hit.line(), paths);
            return context == null ? hit : context;
        }
        // "a.c-12-x:3:y" reads as a match in the file "a.c-12-x" unless line 11 of a.c stands above it.
        if (before != null && before.ofFile() && hit.path().startsWith(before.path() + '-')) {
            String line = hit.path() + ':' + hit.number() + ':' + hit.text();
            Hit context = HitScanner.context(line, hit.line(), Set.of(before.path()));
            return context != null && context.number() == before.number() + 1 ? context : hit;
        }
        return hit;
    }

    private List<Hit> readBare(Layout layout) {
        List<Hit> hits = new ArrayList<>(lines.size());
        String path = "";
        for (int i = 0; i < lines.size(); i++) {
            int heading = layout == Layout.HEADING ? headingAt(i) : -1;
            if (heading >= 0) {
                path = lines.get(heading);
                hits.add(Hit.heading(heading, path));
                i = heading;
            } else {
                hits.add(bareOrRaw(i, path));
            }
        }
        return hits;
    }

    private Hit bareOrRaw(int i, String path) {
        String line = lines.get(i);
        Hit hit = HitScanner.bare(line, i);
        if (hit != null) {
            return hit.in(path);
        }
        return line.equals("--") ? Hit.separator(i) : Hit.raw(i, line);
    }

    /** The index of the heading that starts here, with its blank line unless the text begins with it, or -1. */
    private int headingAt(int i) {
        int at = i == 0 ? 0 : i + 1;
        boolean blankAbove = i == 0 || lines.get(i).isEmpty();
        boolean isHeading = blankAbove
                && at + 1 < lines.size()
                && !lines.get(at).isBlank()
                && HitScanner.bare(lines.get(at), at) == null
                && HitScanner.bare(lines.get(at + 1), at + 1) != null;
        return isHeading ? at : -1;
    }

    private boolean isPlausible(List<Hit> hits) {
        int ofFile = 0;
        int structured = 0;
        int blank = 0;
        Map<String, Integer> perPath = new HashMap<>();
        for (Hit hit : hits) {
            if (hit.ofFile()) {
                ofFile++;
                structured += HitScanner.isStructured(hit.path()) ? 1 : 0;
                perPath.merge(hit.path(), 1, Integer::sum);
            }
            blank += isBetweenHits(hit) ? 1 : 0;
        }
        boolean named = structured * 2 >= ofFile || perPath.size() * 3 <= ofFile;
        boolean headed = perPath.size() != 1 || !perPath.containsKey("") || hits.size() - ofFile - blank == 0;
        return ofFile >= MIN_HITS
                && ofFile >= (hits.size() - blank) * MIN_SHARE
                && named
                && headed
                && ascending(hits) >= MIN_ASCENDING;
    }

    private static boolean isBetweenHits(Hit hit) {
        return switch (hit.kind()) {
            case MATCH, CONTEXT, SCOPE -> false;
            case SEPARATOR, HEADING -> true;
            case RAW -> hit.text().isBlank();
        };
    }

    private static double ascending(List<Hit> hits) {
        int neighbours = 0;
        int ascending = 0;
        Hit before = null;
        for (Hit hit : hits) {
            if (hit.ofFile()) {
                if (before != null && before.path().equals(hit.path())) {
                    neighbours++;
                    ascending += before.number() < hit.number() ? 1 : 0;
                }
                before = hit;
            }
        }
        return neighbours == 0 ? 1 : (double) ascending / neighbours;
    }
}
