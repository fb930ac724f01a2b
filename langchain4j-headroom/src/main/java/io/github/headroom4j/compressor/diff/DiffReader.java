package io.github.headroom4j.compressor.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a diff into files, hunks and the text between them. The counts in a hunk's header decide where it ends, since its
 * lines may look like anything. Whatever does not fit is text, which is kept. Linear.
 */
final class DiffReader {

    private static final List<String> EXTENDED = List.of(
            "index ",
            "mode ",
            "old mode ",
            "new mode ",
            "new file mode ",
            "deleted file mode ",
            "similarity index ",
            "dissimilarity index ",
            "rename from ",
            "rename to ",
            "copy from ",
            "copy to ",
            "Binary files ",
            "Cannot display: ",
            "svn:mime-type");

    private final List<String> lines;
    private final List<Part> parts = new ArrayList<>();

    DiffReader(List<String> lines) {
        this.lines = lines;
    }

    List<Part> read() {
        int text = 0;
        int at = 0;
        while (at < lines.size()) {
            if (!startsFile(at)) {
                at++;
                continue;
            }
            if (text < at) {
                parts.add(new TextPart(text, at));
            }
            FilePart file = file(at);
            parts.add(file);
            at = file.to();
            text = at;
        }
        if (text < at) {
            parts.add(new TextPart(text, at));
        }
        return parts;
    }

    private boolean startsFile(int at) {
        String line = lines.get(at);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case 'd' -> line.startsWith("diff -");
            case 'I' -> line.startsWith("Index: ") && isRuler(at + 1);
            case '-' -> namesVersions(at);
            case '@' -> HunkHeader.parse(line) != null;
            default -> false;
        };
    }

    private boolean isRuler(int at) {
        return at < lines.size() && lines.get(at).startsWith("=====");
    }

    /** {@code ---} and {@code +++} above a hunk. */
    private boolean namesVersions(int at) {
        return at + 2 < lines.size()
                && lines.get(at).startsWith("--- ")
                && lines.get(at + 1).startsWith("+++ ")
                && HunkHeader.parse(lines.get(at + 2)) != null;
    }

    private FilePart file(int from) {
        int at = header(from);
        int headerTo = at;
        List<Hunk> hunks = new ArrayList<>();
        while (at < lines.size()) {
            Hunk hunk = hunk(at);
            if (hunk == null) {
                break;
            }
            hunks.add(hunk);
            at = hunk.to();
        }
        return new FilePart(from, at, headerTo, FileHeader.of(lines.subList(from, headerTo)), List.copyOf(hunks));
    }

    /** The index after the header of a file. */
    private int header(int from) {
        int at = from;
        if (lines.get(at).startsWith("Index: ")) {
            at += 2;
        }
        if (at < lines.size() && lines.get(at).startsWith("diff -")) {
            at++;
        }
        while (at < lines.size() && isExtended(lines.get(at))) {
            at++;
        }
        if (at < lines.size() && lines.get(at).startsWith("GIT binary patch")) {
            return binary(at + 1);
        }
        boolean versions = at + 1 < lines.size()
                && lines.get(at).startsWith("--- ")
                && lines.get(at + 1).startsWith("+++ ");
        return versions ? at + 2 : at;
    }

    private static boolean isExtended(String line) {
        return EXTENDED.stream().anyMatch(line::startsWith);
    }

    /** Up to two blocks, {@code literal 12} or {@code delta 12} and lines of base 85, each closed by an empty line. */
    private int binary(int from) {
        int at = from;
        while (at < lines.size() && isBinarySize(lines.get(at))) {
            while (at < lines.size() && !lines.get(at).isBlank()) {
                at++;
            }
            at = Math.min(lines.size(), at + 1);
        }
        return at;
    }

    private static boolean isBinarySize(String line) {
        return line.startsWith("literal ") || line.startsWith("delta ");
    }

    private @Nullable Hunk hunk(int at) {
        HunkHeader header = HunkHeader.parse(lines.get(at));
        if (header == null) {
            return null;
        }
        int[] left = header.spans().stream().mapToInt(HunkHeader.Span::count).toArray();
        int end = at + 1;
        while (end < lines.size() && take(lines.get(end), header.parents(), left)) {
            end++;
        }
        return new Hunk(at, end, header);
    }

    /** Whether a line belongs to a hunk of which so many lines are left. */
    private static boolean take(String line, int parents, int[] left) {
        Sign sign = Sign.of(line, parents);
        if (sign == Sign.NOTE || sign == Sign.NONE) {
            return sign == Sign.NOTE;
        }
        for (int column = 0; column < left.length; column++) {
            if (left[column] == 0 && sign.standsIn(line, column, parents)) {
                return false;
            }
        }
        for (int column = 0; column < left.length; column++) {
            left[column] -= sign.standsIn(line, column, parents) ? 1 : 0;
        }
        return true;
    }
}
