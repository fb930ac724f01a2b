package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.search.Hit.Kind;
import io.github.headroom4j.compressor.search.Hits.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@link HitWriter} printed. Linear; any text is either read or declined. */
final class HitDecoder {

    /** A number that anything but the writer printed; nine digits fit an int. */
    private static final int MAX_DIGITS = 9;

    private final HitHeader header;
    private final List<Hit> hits = new ArrayList<>();
    private final Map<String, String> repeated = new HashMap<>();

    private String directory = "";
    private String path = "";
    private int number;
    private String indent = "";

    private HitDecoder(HitHeader header) {
        this.header = header;
    }

    static Optional<String> decode(List<String> lines, Pace pace) {
        HitHeader header = lines.isEmpty() ? null : HitHeader.parse(lines.get(0));
        if (header == null) {
            return Optional.empty();
        }
        HitDecoder decoder = new HitDecoder(header);
        for (String line : lines.subList(1, lines.size())) {
            if (!decoder.read(line)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Hits(header.layout(), pace.list(decoder.hits), header.endsWithNewline()).render());
    }

    /** Reads one line; false if it is none of the notation. */
    private boolean read(String line) {
        if (line.isEmpty()) {
            hits.add(Hit.raw(hits.size(), ""));
            return true;
        }
        return switch (line.charAt(0)) {
            case '|' -> hits.add(Hit.raw(hits.size(), line.substring(1)));
            case '…', '+', '[' -> true;
            case '>' -> file(line.substring(1));
            case '$' -> define(line);
            case ' ' -> add(Kind.CONTEXT, number + 1, indent + line.substring(1));
            case ':' -> hits.add(new Hit(Kind.MATCH, hits.size(), path, 0, line.substring(1)));
            case '-' -> nextContext(line);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbered(line);
            default -> name(line);
        };
    }

    private boolean name(String line) {
        if (!PathNames.isSeparator(line.charAt(line.length() - 1))) {
            return file(
                    header.names().base() + directory + line + header.names().extension());
        }
        directory = line.equals("./") ? "" : line;
        return true;
    }

    private boolean file(String newPath) {
        path = newPath;
        number = 0;
        indent = "";
        if (header.layout() == Layout.HEADING) {
            hits.add(Hit.heading(hits.size(), path));
        }
        return true;
    }

    private boolean define(String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            return false;
        }
        repeated.put(line.substring(0, equals), line.substring(equals + 1));
        return true;
    }

    private boolean nextContext(String line) {
        return line.equals("--")
                ? hits.add(Hit.separator(hits.size()))
                : addAsItIs(Kind.CONTEXT, number + 1, line.substring(1));
    }

    private boolean numbered(String line) {
        int end = 0;
        while (end < line.length() && (HitScanner.isDigit(line.charAt(end)) || line.charAt(end) == ',')) {
            end++;
        }
        List<Integer> numbers = numbers(line.substring(0, end));
        if (end == line.length() || numbers.isEmpty()) {
            return false;
        }
        String rest = line.substring(end + 1);
        if (line.charAt(end) == '-' || line.charAt(end) == '=') {
            Kind kind = line.charAt(end) == '-' ? Kind.CONTEXT : Kind.SCOPE;
            return numbers.size() == 1 && addAsItIs(kind, numbers.get(0), rest);
        }
        String text = matched(line, end);
        if (text == null) {
            return false;
        }
        if (line.charAt(end) == ':') {
            indent = HitWriter.indentAfter(indent, text);
        }
        numbers.forEach(n -> add(Kind.MATCH, n, text));
        return true;
    }

    private @Nullable String matched(String line, int end) {
        return switch (line.charAt(end)) {
            case ':' -> line.substring(end + 1);
            case ' ' -> indent + line.substring(end + 1);
            case '$' -> repeated.get(line.substring(end));
            default -> null;
        };
    }

    private boolean addAsItIs(Kind kind, int newNumber, String text) {
        indent = HitWriter.indentAfter(indent, text);
        return add(kind, newNumber, text);
    }

    private boolean add(Kind kind, int newNumber, String text) {
        number = newNumber;
        return hits.add(new Hit(kind, hits.size(), path, newNumber, text));
    }

    private static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String one : list.split(",", -1)) {
            if (one.isEmpty() || one.length() > MAX_DIGITS) {
                return List.of();
            }
            numbers.add(Integer.parseInt(one));
        }
        return numbers;
    }
}
