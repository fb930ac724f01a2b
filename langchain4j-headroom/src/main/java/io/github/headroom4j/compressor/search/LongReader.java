package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.search.LongEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognises lists that say something before each path. What is none stays in its place as a raw line. */
final class LongReader {

    /** Fewer rows than this are not worth a notation. */
    private static final int MIN_ROWS = 4;

    /** So many of the lines that are not blank must be rows or open a directory. Share. */
    private static final double MIN_SHARE = 0.8;

    private final List<String> lines;
    private final boolean endsWithNewline;
    private final CompressionContext context;

    LongReader(TextLines text, CompressionContext context) {
        lines = text.lines();
        endsWithNewline = text.endsWithNewline();
        this.context = context;
    }

    Optional<LongList> read() {
        List<LongEntry> entries = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            int at = i == 0 ? 0 : i + 1;
            boolean blankAbove = i == 0 || lines.get(i).isEmpty();
            if (blankAbove && at < lines.size() && isOpening(lines.get(at))) {
                String opening = lines.get(at);
                entries.add(new LongEntry(Kind.OPENING, at, "", opening.substring(0, opening.length() - 1)));
                i = at;
            } else {
                entries.add(rowOrRaw(i));
            }
        }
        return isPlausible(entries)
                ? Optional.of(new LongList(hasBareNames(entries), context.pace().list(entries), endsWithNewline))
                : Optional.empty();
    }

    private LongEntry rowOrRaw(int i) {
        String line = lines.get(i);
        int start = LeadScanner.pathStart(line);
        return start < 0
                ? LongEntry.raw(i, line)
                : new LongEntry(Kind.ROW, i, line.substring(0, start), line.substring(start));
    }

    private static boolean isOpening(String line) {
        return line.length() > 1 && line.endsWith(":") && line.indexOf('\t') < 0 && line.charAt(0) != ' ';
    }

    private static boolean isPlausible(List<LongEntry> entries) {
        int rows = 0;
        int others = 0;
        for (LongEntry entry : entries) {
            rows += entry.kind() == Kind.ROW ? 1 : 0;
            boolean frame = entry.path().isBlank() || entry.path().startsWith("total ");
            others += entry.kind() == Kind.RAW && !frame ? 1 : 0;
        }
        return rows >= MIN_ROWS && rows >= (rows + others) * MIN_SHARE;
    }

    /** A bare name may be followed by the target of a link, which is no part of where the name is. */
    private static boolean hasBareNames(List<LongEntry> entries) {
        long paths = entries.stream()
                .filter(entry -> entry.kind() == Kind.ROW)
                .filter(entry -> {
                    int arrow = entry.path().indexOf(" -> ");
                    String name = arrow < 0 ? entry.path() : entry.path().substring(0, arrow);
                    return !PathNames.directory(name).isEmpty();
                })
                .count();
        return paths == 0 || entries.stream().anyMatch(entry -> entry.kind() == Kind.OPENING);
    }
}
