package io.github.headroom4j.compressor.template;

import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Restores a log from what {@link LogRepacker} printed. */
public final class LogUnpacker {

    private final Map<String, RowTemplate> templates = new HashMap<>();
    private final Map<String, String> beginnings = new HashMap<>();
    private final List<TimeLayout> layouts = new ArrayList<>();
    private final List<Long> clocks = new ArrayList<>();
    private final List<String> restored = new ArrayList<>();

    private LogUnpacker() {}

    /**
     * Restores a text.
     *
     * @param packed any text
     * @return what was packed, every byte; empty if this is no such text
     */
    public static Optional<String> unpack(String packed) {
        return unpack(packed, Pace.unhurried());
    }

    static Optional<String> unpack(String packed, Pace pace) {
        if (!packed.startsWith(LogRepacker.LEGEND + "\n")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogUnpacker().read(packed, pace));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // Not ours after all, or damaged on its way.
            return Optional.empty();
        }
    }

    private String read(String packed, Pace pace) {
        int at = LogRepacker.LEGEND.length() + 1;
        while (true) {
            int end = packed.indexOf('\n', at);
            String line = packed.substring(at, end);
            at = end + 1;
            if (line.equals(LogRepacker.END_OF_TEMPLATES)) {
                break;
            }
            define(line);
        }
        RowDecoder rows = new RowDecoder(
                templates, layouts, clocks.stream().mapToLong(Long::longValue).toArray());
        Lines body = Lines.of(packed.substring(at), pace);
        for (int i = 0; i < body.count(); i++) {
            restore(body.get(i), rows);
        }
        return String.join("\n", restored);
    }

    private void define(String line) {
        int equals = line.indexOf('=');
        int from = line.lastIndexOf(" from ");
        String name = line.substring(0, equals);
        boolean isLayout = layouts.size() < TimeFinder.MAX_LAYOUTS
                && templates.isEmpty()
                && name.equals(Column.time(layouts.size()).sign())
                && line.startsWith("%", equals + 1);
        if (isLayout) {
            TimeLayout layout = new TimeLayout(line.substring(equals + 1, from));
            TimeMatch match = new TimeMatch();
            TimeReading reading = new TimeReading();
            reading.begin(line, from + " from ".length(), line.length());
            if (!layout.match(reading, match)) {
                throw new IllegalArgumentException("not a time: '" + line + "'");
            }
            layouts.add(layout);
            clocks.add(match.value);
        } else {
            String text = Beginnings.expand(line.substring(equals + 1), beginnings);
            if (name.startsWith("&")) {
                beginnings.put(name, text);
            } else {
                templates.put(name, RowTemplate.parse(text));
            }
        }
    }

    private void restore(String row, RowDecoder rows) {
        char first = row.isEmpty() ? '|' : row.charAt(0);
        switch (first) {
            case '|' -> restored.add(row.isEmpty() ? "" : row.substring(1));
            case '@' -> {
                // A note for readers.
            }
            case '*' -> {
                String again = restored.get(restored.size() - 1);
                for (int i = Integer.parseInt(row.substring(1)); i > 0; i--) {
                    restored.add(again);
                }
            }
            case '^' -> {
                int dash = row.indexOf('-');
                int from = Integer.parseInt(row.substring(1, dash));
                for (int i = from; i <= Integer.parseInt(row.substring(dash + 1)); i++) {
                    restored.add(restored.get(i - 1));
                }
            }
            default -> restored.add(rows.decode(row));
        }
    }
}
