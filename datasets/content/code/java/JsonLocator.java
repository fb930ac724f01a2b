package io.github.headroom4j.original;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the characters of a JSON value by a pointer (RFC 6901, and ranges as in {@code /items/34-153} of an array's
 * elements or an object's members), without building the document. Several values one after another count as the elements of an array. Not thread-safe:
 * one per search. Linear in the text.
 */
final class JsonLocator {

    /** How many members an error names when it was asked for another. */
    private static final int MAX_NAMED_MEMBERS = 20;

    private final String text;
    private final int offset;
    private final JsonParser parser;
    private final List<String> tokens;

    private JsonLocator(String text, int offset, JsonParser parser, List<String> tokens) {
        this.text = text;
        this.offset = offset;
        this.parser = parser;
        this.tokens = tokens;
    }

    /** The value's place, in the first JSON of the text that has it. */
    static JsonPlace locate(String text, String pointer) {
        List<String> tokens = JsonPointers.tokens(pointer);
        InvalidSelectorException failure = null;
        for (int start : JsonText.starts(text)) {
            try (JsonParser parser = JsonText.parser(text, start)) {
                return new JsonLocator(text, start, parser, tokens).descend();
            } catch (InvalidSelectorException e) {
                failure = failure == null ? e : failure;
            } catch (IOException e) {
                // Not JSON from here, or broken before the value: another start may do.
            }
        }
        throw failure != null
                ? failure
                : new InvalidSelectorException("path needs JSON, but this text is none; use lines or grep");
    }

    private JsonPlace descend() throws IOException {
        boolean sequence = JsonText.isSequence(text, offset);
        int depth = 0;
        if (sequence) {
            if (tokens.isEmpty()) {
                return elements(new JsonPointers.Index(0, Integer.MAX_VALUE), 0);
            }
            JsonPointers.Index index = JsonPointers.index(tokens.get(0), "");
            if (index.isRange()) {
                return elements(index, 0);
            }
            skipTo(index, 0);
            depth = 1;
        } else {
            parser.nextToken();
        }
        for (; depth < tokens.size(); depth++) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                if (depth + 1 == tokens.size() && JsonPointers.isRange(tokens.get(depth))) {
                    return members(tokens.get(depth), depth);
                }
                skipTo(tokens.get(depth), depth);
            } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                JsonPointers.Index index = JsonPointers.index(tokens.get(depth), base(depth));
                if (index.isRange()) {
                    return elements(index, depth);
                }
                skipTo(index, depth);
            } else {
                throw new InvalidSelectorException("path must lead to a value, but " + shownBase(depth)
                        + " is no object or array: it has no '" + tokens.get(depth) + "'");
            }
        }
        return here();
    }

    private void skipTo(String member, int depth) throws IOException {
        List<String> others = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(member)) {
                return;
            }
            if (others.size() < MAX_NAMED_MEMBERS) {
                others.add(InvalidSelectorException.shown(name));
            }
            parser.skipChildren();
        }
        throw new InvalidSelectorException("path must exist, but " + shownBase(depth) + " has no member '"
                + InvalidSelectorException.shown(member) + "'; it has " + String.join(", ", others));
    }

    private void skipTo(JsonPointers.Index index, int depth) throws IOException {
        int count = 0;
        for (JsonToken token = parser.nextToken(); isElement(token); token = parser.nextToken()) {
            if (count++ == index.from()) {
                return;
            }
            parser.skipChildren();
        }
        throw missing(index, depth, count);
    }

    /** A range of elements: from the first one's first character to the last one's last. */
    private JsonPlace elements(JsonPointers.Index index, int depth) throws IOException {
        if (depth + 1 < tokens.size()) {
            throw new InvalidSelectorException("path may have a range only at its end, but was '"
                    + InvalidSelectorException.shown(String.join("/", tokens)) + "'");
        }
        List<Integer> ends = new ArrayList<>();
        int count = 0;
        int start = -1;
        for (JsonToken token = parser.nextToken();
                isElement(token) && count <= index.to();
                token = parser.nextToken()) {
            if (count == index.from()) {
                start = tokenStart();
            }
            int end = endOfValue();
            if (count++ >= index.from()) {
                ends.add(end);
            }
        }
        if (start < 0) {
            throw missing(index, depth, count);
        }
        return new JsonPlace(new Range(start, ends.get(ends.size() - 1)), base(depth), index.from(), ends);
    }

    /** A range of members, counted from 0 as elements are, unless one of them has the range's text for a name. */
    private JsonPlace members(String range, int depth) throws IOException {
        JsonPointers.Index index = JsonPointers.index(range, base(depth));
        List<Integer> ends = new ArrayList<>();
        int count = 0;
        int start = -1;
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            boolean within = count >= index.from() && count <= index.to();
            if (count++ == index.from()) {
                start = tokenStart();
            }
            boolean named = parser.currentName().equals(range);
            parser.nextToken();
            if (named) {
                return here();
            }
            int end = endOfValue();
            if (within) {
                ends.add(end);
            }
        }
        if (start < 0) {
            throw new InvalidSelectorException("path must exist, but " + shownBase(depth) + " has only " + count
                    + " members, counted from 0: there is no " + index.from());
        }
        return new JsonPlace(new Range(start, ends.get(ends.size() - 1)), base(depth), index.from(), ends);
    }

    private JsonPlace here() throws IOException {
        int start = tokenStart();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return new JsonPlace(new Range(start, endOfValue()), base(tokens.size()), 0, List.of());
        }
        List<Integer> ends = new ArrayList<>();
        while (isElement(parser.nextToken())) {
            ends.add(endOfValue());
        }
        return new JsonPlace(new Range(start, tokenStart() + 1), base(tokens.size()), 0, ends);
    }

    private InvalidSelectorException missing(JsonPointers.Index index, int depth, int count) {
        return new InvalidSelectorException("path must exist, but " + shownBase(depth) + " has only " + count
                + " elements, counted from 0: there is no " + index.from());
    }

    private static boolean isElement(@Nullable JsonToken token) {
        return token != null && token != JsonToken.END_ARRAY;
    }

    private int tokenStart() {
        return offset + (int) parser.currentTokenLocation().getCharOffset();
    }

    private int endOfValue() throws IOException {
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
            return tokenStart() + 1;
        }
        return JsonText.endOfScalar(text, tokenStart());
    }

    private String base(int depth) {
        return JsonPointers.render(tokens.subList(0, depth));
    }

    private String shownBase(int depth) {
        return depth == 0 ? "the text" : InvalidSelectorException.shown(base(depth));
    }
}
