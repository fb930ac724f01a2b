package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.search.PathEntry.Kind;
import io.github.headroom4j.compressor.search.PathList.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link PathWriter} printed. Linear in what it returns; any text is either read or declined. */
final class PathDecoder {

    private final PathHeader header;
    private final List<PathEntry> entries = new ArrayList<>();

    private String directory = "";

    private PathDecoder(PathHeader header) {
        this.header = header;
    }

    static Optional<String> decode(List<String> lines, Pace pace) {
        PathHeader header = lines.isEmpty() ? null : PathHeader.parse(lines.get(0));
        if (header == null) {
            return Optional.empty();
        }
        PathDecoder decoder = new PathDecoder(header);
        for (String line : lines.subList(1, lines.size())) {
            if (!decoder.read(line)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new PathList(header.layout(), pace.list(decoder.entries), header.endsWithNewline()).render());
    }

    private boolean read(String line) {
        if (line.isEmpty()) {
            return entries.add(PathEntry.raw(0, ""));
        }
        return switch (line.charAt(0)) {
            case '|' -> entries.add(PathEntry.raw(0, line.substring(1)));
            case '+', '…', '[' -> true;
            default -> group(line);
        };
    }

    private boolean group(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        int end = line.indexOf(' ', start);
        String head = line.substring(start, end < 0 ? line.length() : end);
        boolean withDirectory = head.endsWith(":");
        head = withDirectory ? head.substring(0, head.length() - 1) : head;
        int star = head.indexOf('*');
        String extension = star < 0 ? "" : head.substring(star + 1);
        String printed = star < 0 ? head : head.substring(0, star);
        int kept = keptEnd(start);
        if (kept < 0 || printed.isEmpty() || !PathNames.isSeparator(printed.charAt(printed.length() - 1))) {
            return false;
        }
        directory = directory.substring(0, kept) + (printed.equals("./") ? "" : printed);
        String whole = header.base() + directory;
        if (withDirectory) {
            entries.add(PathEntry.of(0, whole.substring(0, Math.max(0, whole.length() - 1))));
        } else if (header.layout() == Layout.BLOCKS) {
            if (whole.isEmpty()) {
                return false;
            }
            entries.add(PathEntry.opening(0, whole));
        }
        return end < 0 || names(line.substring(end + 1), whole, extension);
    }

    private boolean names(String list, String whole, String extension) {
        for (String name : list.split(" ", -1)) {
            entries.add(new PathEntry(Kind.PATH, 0, whole, full(name, extension)));
        }
        return true;
    }

    static String full(String name, String extension) {
        if (extension.isEmpty()) {
            return name;
        }
        if (name.endsWith(".")) {
            return name.substring(0, name.length() - 1);
        }
        return name.indexOf('.') < 0 ? name + extension : name;
    }

    private int keptEnd(int directories) {
        int end = 0;
        for (int left = directories; left > 0; left--) {
            while (end < directory.length() && !PathNames.isSeparator(directory.charAt(end))) {
                end++;
            }
            if (end == directory.length()) {
                return -1;
            }
            end++;
        }
        return end;
    }
}
