package io.github.headroom4j.compressor.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
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

    /** Reads one document, or one value per line; what is complete of it if it is cut off. */
    static Optional<CutDocument> readComplete(String text, Pace pace) {
        Optional<Document> whole = read(text, pace);
        if (whole.isPresent()) {
            return whole.map(CutDocument::whole);
        }
        int start = firstNonBlank(text);
        if (start == text.length() || (text.charAt(start) != '[' && text.charAt(start) != '{')) {
            return Optional.empty();
        }
        return PrefixReader.readLines(text, pace).or(() -> PrefixReader.read(text, pace));
    }

    private static int firstNonBlank(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** Reads one document, or one value per line. */
    static Optional<Document> read(String text, Pace pace) {
        if (text.isEmpty() || text.charAt(0) == '\uFEFF') {
            return Optional.empty();
        }
        Value whole = value(text, pace);
        return whole != null ? Optional.of(new Document(whole, false)) : lines(text, pace);
    }

    /** Reads values one after another, each of which begins on a line of its own. */
    static Optional<Document> lines(String text, Pace pace) {
        Recurring recurring = new Recurring();
        List<Value> values = new ArrayList<>();
        try (JsonParser parser = parser(text, pace)) {
            while (parser.nextToken() != null) {
                if (!beginsLine(text, (int) parser.currentTokenLocation().getCharOffset())) {
                    return Optional.empty();
                }
                Value value = value(parser, recurring, pace);
                if (value == null) {
                    return Optional.empty();
                }
                values.add(value);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return values.size() < 2 ? Optional.empty() : Optional.of(new Document(new Items(pace.list(values)), true));
    }

    private static boolean beginsLine(String text, int start) {
        int at = start;
        while (at > 0 && text.charAt(at - 1) <= ' ') {
            if (text.charAt(--at) == '\n') {
                return true;
            }
        }
        return at == 0;
    }

    static JsonParser parser(String text, Pace pace) throws IOException {
        return FACTORY.createParser(pace.reader(text));
    }

    private static @Nullable Value value(String text, Pace pace) {
        try (JsonParser parser = parser(text, pace)) {
            Value value = parser.nextToken() == null ? null : value(parser, new Recurring(), pace);
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

        /** Whatever goes through what was read makes steps. */
        Value close(Recurring recurring, int depth, Pace pace) {
            List<Value> paced = pace.list(values);
            return names == null ? new Items(paced) : new Members(recurring.names(names, depth), paced);
        }
    }

    private static @Nullable Value value(JsonParser parser, Recurring recurring, Pace pace) throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        JsonToken token = parser.currentToken();
        while (token != null) {
            pace.step();
            Value complete = null;
            switch (token) {
                case START_OBJECT -> open.push(new Open(true));
                case START_ARRAY -> open.push(new Open(false));
                case FIELD_NAME -> addName(open, recurring.name(parser.currentName()));
                case END_OBJECT, END_ARRAY -> complete = open.pop().close(recurring, open.size(), pace);
                default -> complete = recurring.scalar(token, parser.getText());
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
