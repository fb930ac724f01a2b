package io.github.headroom4j.compressor.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the complete values of JSON that ends early or is followed by a note that something was left out. The last row
 * that is not complete belongs to the tail, so that no half of a record is shown as one. Iterative; linear.
 */
final class PrefixReader {

    /** Characters that may follow the last complete row whatever the text's length: one long record, or a note. */
    private static final int MAX_TAIL = 2_000;

    /** Of a longer text, this share may follow. */
    private static final double MAX_TAIL_SHARE = 0.1;

    /** A container with fewer complete values is none whose rows are worth a table. */
    private static final int MIN_COMPLETE = 2;

    /** A container that was not closed: its complete values, and where the last one of them ends. */
    private static final class Open {
        private final @Nullable List<String> names;
        private final List<Value> values = new ArrayList<>();
        private int end;

        Open(boolean object) {
            names = object ? new ArrayList<>() : null;
        }

        void add(Value value, int valueEnd) {
            values.add(value);
            end = valueEnd;
        }

        Value close(Recurring recurring, int depth, Pace pace) {
            List<Value> paced = pace.list(values);
            return names == null
                    ? new Items(paced)
                    : new Members(recurring.names(names.subList(0, values.size()), depth), paced);
        }
    }

    private final String text;
    private final Pace pace;
    private final Recurring recurring = new Recurring();
    private final List<Open> open = new ArrayList<>();

    private PrefixReader(String text, Pace pace) {
        this.pace = pace;
        this.text = text;
    }

    static Optional<CutDocument> read(String text, Pace pace) {
        PrefixReader reader = new PrefixReader(text, pace);
        reader.fill();
        return reader.cut();
    }

    /** Reads one value per line up to a last line that is not complete. */
    static Optional<CutDocument> readLines(String text, Pace pace) {
        int start = text.stripTrailing().lastIndexOf('\n') + 1;
        boolean small = text.length() - start <= Math.max(MAX_TAIL, (int) (text.length() * MAX_TAIL_SHARE));
        return small && start > 0
                ? JsonReader.lines(text.substring(0, start), pace)
                        .map(document -> new CutDocument(document, 0, text.substring(start)))
                : Optional.empty();
    }

    private void fill() {
        try (JsonParser parser = JsonReader.parser(text, pace)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!take(parser, token)) {
                    return;
                }
            }
        } catch (IOException e) {
            // Here it ends; what was complete before is in the open containers.
        }
    }

    /** Takes a token and says whether more may follow. */
    private boolean take(JsonParser parser, JsonToken token) throws IOException {
        pace.step();
        if (token.isStructStart()) {
            open.add(new Open(token == JsonToken.START_OBJECT));
            return true;
        }
        Open innermost = open.isEmpty() ? new Open(false) : open.get(open.size() - 1);
        if (token == JsonToken.FIELD_NAME) {
            if (innermost.names != null) {
                innermost.names.add(recurring.name(parser.currentName()));
            }
            return true;
        }
        Value value;
        if (token.isStructEnd()) {
            open.remove(open.size() - 1);
            value = innermost.close(recurring, open.size(), pace);
        } else {
            value = recurring.scalar(token, parser.getText());
        }
        int end = (int) parser.currentLocation().getCharOffset();
        // A number at the very end may go on.
        if (open.isEmpty() || (value instanceof Literal && end >= text.length())) {
            return false;
        }
        open.get(open.size() - 1).add(value, end);
        return true;
    }

    private Optional<CutDocument> cut() {
        int largest = Math.max(MAX_TAIL, (int) (text.length() * MAX_TAIL_SHARE));
        for (int level = 0; level < open.size(); level++) {
            Open container = open.get(level);
            if (container.values.size() >= MIN_COMPLETE && text.length() - container.end <= largest) {
                return Optional.of(closedAt(level));
            }
        }
        return Optional.empty();
    }

    private CutDocument closedAt(int level) {
        int end = open.get(level).end;
        Value value = open.get(level).close(recurring, level, pace);
        for (int i = level - 1; i >= 0; i--) {
            open.get(i).add(value, end);
            value = open.get(i).close(recurring, i, pace);
        }
        return new CutDocument(new Document(value, false), level + 1, text.substring(end));
    }
}
