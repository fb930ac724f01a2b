package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.search.LongEntry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link LongWriter} printed. Linear in what it returns; any text is either read or declined. */
final class LongDecoder {

    private final LongHeader header;
    private final List<LongEntry> entries = new ArrayList<>();
    private final Map<String, String> shapes = new HashMap<>();

    private String shape = "";
    private String directory = "";

    private LongDecoder(LongHeader header) {
        this.header = header;
    }

    static Optional<String> decode(List<String> lines, Pace pace) {
        LongHeader header = lines.isEmpty() ? null : LongHeader.parse(lines.get(0));
        if (header == null) {
            return Optional.empty();
        }
        LongDecoder decoder = new LongDecoder(header);
        for (String line : lines.subList(1, lines.size())) {
            if (!decoder.read(line)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new LongList(header.blocks(), pace.list(decoder.entries), header.endsWithNewline()).render());
    }

    private boolean read(String line) {
        if (line.isEmpty()) {
            return entries.add(LongEntry.raw(0, ""));
        }
        return switch (line.charAt(0)) {
            case '|' -> entries.add(LongEntry.raw(0, line.substring(1)));
            case '+', '…', '[' -> true;
            case '%' -> shape(line);
            case '>' -> directory(line.substring(1));
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> row(line);
            default -> directory(line);
        };
    }

    private boolean shape(String line) {
        int end = 1;
        while (end < line.length() && HitScanner.isDigit(line.charAt(end))) {
            end++;
        }
        String name = line.substring(1, end);
        if (line.startsWith("= ", end)) {
            shape = line.substring(end + 2);
            shapes.put(name, shape);
            return true;
        }
        String known = shapes.get(name);
        if (known == null || end == line.length()) {
            return false;
        }
        shape = known;
        return row(line.substring(end + 1));
    }

    private boolean directory(String line) {
        if (line.endsWith(":")) {
            return entries.add(new LongEntry(Kind.OPENING, 0, "", line.substring(0, line.length() - 1)));
        }
        directory = line.equals("./") ? "" : line;
        return true;
    }

    private boolean row(String line) {
        List<String> values = new ArrayList<>();
        int at = 0;
        for (int left = LeadShape.marks(shape); left > 0; left--) {
            int blank = line.indexOf(' ', at);
            if (blank < 0) {
                return false;
            }
            values.add(line.substring(at, blank));
            at = blank + 1;
        }
        String lead = new LeadShape(shape, values).lead();
        return lead != null && entries.add(new LongEntry(Kind.ROW, 0, lead, path(line.substring(at))));
    }

    private String path(String printed) {
        String inDirectory = header.blocks() ? "" : PathNames.directory(printed);
        String name = PathDecoder.full(
                printed.substring(inDirectory.length()), header.names().extension());
        String where = inDirectory.isEmpty() ? directory : inDirectory.equals("./") ? "" : inDirectory;
        return header.names().base() + where + name;
    }
}
