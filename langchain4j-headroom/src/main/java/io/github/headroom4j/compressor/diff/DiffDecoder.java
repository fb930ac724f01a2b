package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link DiffWriter} printed. Linear; any text is either read or declined. */
final class DiffDecoder {

    private final List<String> lines;
    private final List<String> out = new ArrayList<>();
    private final HunkNumbers numbers = new HunkNumbers();
    private final boolean trimmed;
    private int at = 1;

    private DiffDecoder(List<String> lines, boolean trimmed) {
        this.lines = lines;
        this.trimmed = trimmed;
    }

    static Optional<String> decode(String text) {
        return decode(text, Pace.unhurried());
    }

    static Optional<String> decode(String text, Pace pace) {
        return lines(text, pace).map(DiffText::text);
    }

    /** The lines of what was printed, which together are its text. */
    static Optional<DiffText> lines(String text, Pace pace) {
        int end = text.indexOf("]\n");
        if (!text.startsWith(DiffWriter.OPENING) || end < 0 || text.indexOf('\n') != end + 1) {
            return Optional.empty();
        }
        String legend = text.substring(DiffWriter.OPENING.length(), end);
        boolean trimmed = legend.startsWith(DiffWriter.TRIMMED);
        if (!trimmed && !legend.startsWith(DiffWriter.EXACT)) {
            return Optional.empty();
        }
        String flags = legend.substring((trimmed ? DiffWriter.TRIMMED : DiffWriter.EXACT).length());
        List<String> lines =
                DiffText.of(trimmed ? withoutMarker(text) : text, false, pace).lines();
        return new DiffDecoder(lines, trimmed)
                .read()
                .map(decoded -> new DiffText(
                        decoded,
                        trimmed || !flags.endsWith(DiffWriter.UNTERMINATED),
                        flags.startsWith(DiffWriter.CRLF)));
    }

    private static String withoutMarker(String text) {
        boolean marked = OriginalMarker.refAtEndOf(text).isPresent();
        return marked ? text.substring(0, text.stripTrailing().lastIndexOf('\n') + 1) : text;
    }

    private Optional<List<String>> read() {
        while (at < lines.size()) {
            if (!readNext()) {
                return Optional.empty();
            }
        }
        return Optional.of(out);
    }

    private boolean readNext() {
        String line = lines.get(at);
        if (line.startsWith(DiffWriter.FILE)) {
            at++;
            numbers.reset();
            return line.contains(HeaderCode.ATTRIBUTES) ? file(line) : text(line);
        }
        if (line.startsWith(HunkNumbers.SIGNS)) {
            return hunk(line);
        }
        at++;
        return trimmed && !line.isEmpty() && line.charAt(0) == DiffWriter.NOTE;
    }

    private boolean file(String line) {
        String code = line.substring(DiffWriter.FILE.length());
        if (trimmed && code.indexOf(DiffWriter.NOTE) >= 0) {
            return true;
        }
        Optional<List<String>> header = HeaderCode.expand(code);
        header.ifPresent(out::addAll);
        return header.isPresent();
    }

    private boolean text(String line) {
        int count = line.startsWith(DiffWriter.TEXT) ? HunkHeader.number(line.substring(DiffWriter.TEXT.length())) : -1;
        if (count < 0 || count > lines.size() - at) {
            return false;
        }
        out.addAll(lines.subList(at, at + count));
        at += count;
        return true;
    }

    private boolean hunk(String line) {
        int end = at + 1;
        while (end < lines.size() && isBody(lines.get(end))) {
            end++;
        }
        List<String> body = lines.subList(at + 1, end);
        at = end;
        String header = numbers.read(line, Tally.of(body));
        if (header == null) {
            return false;
        }
        out.add(header);
        out.addAll(body);
        return true;
    }

    private static boolean isBody(String line) {
        return line.isEmpty() || " +-\\\r".indexOf(line.charAt(0)) >= 0;
    }
}
