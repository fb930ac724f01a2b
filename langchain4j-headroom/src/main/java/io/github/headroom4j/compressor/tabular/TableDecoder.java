package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;

/** Puts a table in the engine's notation together with what is needed to write it as it was, and back. */
final class TableDecoder {

    /** 64 Mi characters, as long as the longest text that is compressed: a forged width could ask for any number of blanks. */
    private static final long MAX_FILLED_CHARS = 64L << 20;

    private static final String TABLE = " @ ";
    private static final String AFTER = " then=";
    private static final String DITTO = " ditto";

    private TableDecoder() {}

    /** Writes a table in the way that takes fewer tokens. */
    static String encode(TableText text, TableText.Exact exact, CompressionContext context) {
        TokenCounter counter = context.counter();
        Pace pace = context.pace();
        Table table = exact.table();
        String words = exact.format().words();
        String plain = encode(text, words, table.write(pace));
        return Ditto.apply(table, pace)
                .map(ditto -> encode(text, words + DITTO, ditto.write(pace)))
                .filter(shorter -> counter.count(shorter) < counter.count(plain))
                .orElse(plain);
    }

    private static String encode(TableText text, String words, String table) {
        StringBuilder out = new StringBuilder(text.before()).append(words);
        if (!text.after().isEmpty()) {
            out.append(AFTER).append(text.after().length());
        }
        out.append(' ').append(table);
        return text.after().isEmpty()
                ? out.toString()
                : out.append('\n').append(text.after()).toString();
    }

    static Optional<String> decode(String text) {
        return decode(text, Pace.unhurried());
    }

    static Optional<String> decode(String text, Pace pace) {
        int start = text.isEmpty() || text.charAt(0) != DelimitedReader.BYTE_ORDER_MARK ? 0 : 1;
        // What stands before the table is a few lines at most.
        for (int line = 0; line <= TableText.MAX_LINES_AROUND && start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            String title = text.substring(start, end < 0 ? text.length() : end);
            int table = title.indexOf(TABLE);
            Optional<String> decoded =
                    table < 0 ? Optional.empty() : decode(text, start, title.substring(0, table), pace);
            if (decoded.isPresent() || end < 0) {
                return decoded;
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static Optional<String> decode(String text, int start, String words, Pace pace) {
        int then = words.indexOf(AFTER);
        String drawn = then < 0 ? words : words.substring(0, then);
        boolean ditto = drawn.endsWith(DITTO);
        Optional<Format> format = Format.of(ditto ? drawn.substring(0, drawn.length() - DITTO.length()) : drawn);
        int after = then < 0 ? 0 : length(words.substring(then + AFTER.length()));
        int from = start + words.length() + 1;
        int to = text.length() - after - (after > 0 ? 1 : 0);
        if (format.isEmpty() || after < 0 || to <= from) {
            return Optional.empty();
        }
        return Table.read(text.substring(from, to), pace)
                .filter(table -> format.get().filled(table.rows().size()) <= MAX_FILLED_CHARS)
                .map(table -> text.substring(0, start)
                        + format.get().write(ditto ? Ditto.undo(table, pace) : table)
                        + text.substring(text.length() - after));
    }

    private static int length(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
