package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.Lines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Reads what {@link SelectionPrinter} printed. Linear. */
final class SelectionReader {

    private final CommonDates dates;
    private final Map<Integer, List<String>> words = new HashMap<>();

    /**
     * A line of a selection.
     *
     * @param head its number and count
     * @param text the line of the original, whole
     */
    private record Shown(String head, String text) {}

    private SelectionReader(String printed) {
        dates = CommonDates.in(legend(printed));
    }

    /** Restores the lines that a selection shows whole. */
    static Optional<String> shownLines(String printed) {
        if (!isSelection(printed)) {
            return Optional.empty();
        }
        SelectionReader reader = new SelectionReader(printed);
        StringJoiner shown = new StringJoiner("\n");
        behindLegend(printed).forEach(line -> reader.read(line).ifPresent(one -> shown.add(one.text())));
        return Optional.of(shown.toString());
    }

    /** Spells out lines that are told by others, and what they begin with. */
    static String spellOut(String printed) {
        if (!isSelection(printed)) {
            return printed;
        }
        SelectionReader reader = new SelectionReader(printed);
        StringJoiner whole = new StringJoiner("\n");
        whole.add(legend(printed).replace(reader.dates.legend() + "]", "]"));
        for (String line : behindLegend(printed)) {
            whole.add(reader.read(line)
                    .map(shown -> shown.head() + ": " + shown.text())
                    .orElse(line));
        }
        return whole.toString();
    }

    private static String legend(String printed) {
        int end = printed.indexOf('\n');
        return end < 0 ? printed : printed.substring(0, end);
    }

    private static boolean isSelection(String printed) {
        String legend = legend(printed);
        return printed.length() > legend.length() && legend.startsWith(SelectionPrinter.LEGEND) && legend.endsWith("]");
    }

    /** The lines after the first. */
    private static List<String> behindLegend(String printed) {
        Lines lines = Lines.of(printed);
        List<String> behind = new ArrayList<>();
        for (int i = 1; i < lines.numbered(); i++) {
            behind.add(lines.get(i));
        }
        if (printed.endsWith("\n")) {
            behind.add("");
        }
        return behind;
    }

    /** Reads a line; empty if it is a note, an outline, or the beginning of a line. */
    private Optional<Shown> read(String line) {
        int end = afterNumber(line);
        int sign = line.lastIndexOf(LineModels.SIGN, end);
        String head = line.substring(0, sign < 0 ? end : sign);
        String signed = line.substring(end);
        if (sign < 0) {
            Optional<String> whole = dates.unsigned(signed);
            whole.ifPresent(text -> words.put(number(head), Likeness.words(signed)));
            return whole.map(text -> new Shown(head, text));
        }
        return Likeness.restore(signed, model(line.substring(sign + 1, end)))
                .flatMap(dates::unsigned)
                .map(text -> new Shown(head, text));
    }

    private List<String> model(String number) {
        return words.getOrDefault(number(number), List.of());
    }

    /** The number that a text begins with, -1 if that is none of a line. */
    private static int number(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        try {
            return Integer.parseInt(text.substring(0, end));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Where a line's number, count and model end; the end of the line if it has none. */
    private static int afterNumber(String line) {
        int at = 0;
        while (at < line.length() && "0123456789 ×-=".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        boolean numbered = at > 0 && line.charAt(0) >= '0' && line.charAt(0) <= '9';
        return numbered ? at : line.length();
    }
}
