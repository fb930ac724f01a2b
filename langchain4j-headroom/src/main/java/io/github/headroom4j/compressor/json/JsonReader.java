package io.github.headroom4j.compressor.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON into values without touching a lexeme. Iterative; strict: what RFC 8259 does not allow is not JSON. */
final class JsonReader {

    /** Containers within each other. Deeper documents are left alone; tools do not return such, attackers do. */
    static final int MAX_DEPTH = 64;

    /** Digits of one number. Longer ones are data that only looks like a number, and cost quadratic time elsewhere. */
    private static final int MAX_NUMBER_LENGTH = 10_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Two members of one name mean whatever a reader makes of them, so we keep our hands off.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonReader() {}

    /** Reads one document, or one value per line. */
    static Optional<Document> read(String text) {
        if (text.isEmpty() || text.charAt(0) == '\uFEFF') {
            return Optional.empty();
        }
        Value whole = value(text);
        return whole != null ? Optional.of(new Document(whole, false)) : lines(text);
    }

    private static Optional<Document> lines(String text) {
        List<Value> values = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                Value value = value(line);
                if (value == null) {
                    return Optional.empty();
                }
                values.add(value);
            }
        }
        return values.size() < 2 ? Optional.empty() : Optional.of(new Document(new Items(values), true));
    }

    private static @Nullable Value value(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Value value = parser.nextToken() == null ? null : value(parser);
            return parser.nextToken() == null ? value : null;
        } catch (IOException e) {
            // Not JSON; what is wrong with it is of no interest, since it stays as it is.
            return null;
        }
    }

    /** Containers under construction, the innermost first. */
    private static final class Open {
        private final @Nullable List<String> names;
        private final List<Value> values = new ArrayList<>();

        Open(boolean object) {
            names = object ? new ArrayList<>() : null;
        }

        Value close() {
            return names == null ? new Items(values) : new Members(names, values);
        }
    }

    private static @Nullable Value value(JsonParser parser) throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        JsonToken token = parser.currentToken();
        while (token != null) {
            Value complete = null;
            switch (token) {
                case START_OBJECT -> open.push(new Open(true));
                case START_ARRAY -> open.push(new Open(false));
                case FIELD_NAME -> addName(open, parser.currentName());
                case END_OBJECT, END_ARRAY -> complete = open.pop().close();
                case VALUE_STRING -> complete = new Text(parser.getText());
                default -> complete = new Literal(parser.getText());
            }
            if (complete != null) {
                Open around = open.peek();
                if (around == null) {
                    return complete;
                }
                around.values.add(complete);
            }
            token = parser.nextToken();
        }
        return null;
    }

    private static void addName(Deque<Open> open, String name) {
        Open object = open.peek();
        if (object != null && object.names != null) {
            object.names.add(name);
        }
    }
}
