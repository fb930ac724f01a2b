package io.github.headroom4j.original;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON as it occurs in texts: alone, one value after another, or among other lines. */
final class JsonText {

    /** Deeper nesting is an attack; the parser keeps one small object per level, on the heap. */
    private static final int MAX_DEPTH = 10_000;

    /** As long as a whole original may be, since its one string may be nearly all of it. */
    private static final int MAX_STRING_CHARS = 64 << 20;

    /** How many lines that open a bracket are tried as the start of JSON within other text. */
    private static final int MAX_STARTS = 8;

    /** How many members an outline names. */
    private static final int MAX_OUTLINED_MEMBERS = 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Field names of hostile texts must not fill a shared table.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_CHARS)
                    .maxNameLength(MAX_STRING_CHARS)
                    .maxNumberLength(MAX_STRING_CHARS)
                    .build())
            .build();

    private JsonText() {}

    static JsonParser parser(String text, int start) throws IOException {
        StringReader reader = new StringReader(text);
        long skipped = reader.skip(start);
        if (skipped != start) {
            throw new IOException("only " + skipped + " of " + start + " characters could be skipped");
        }
        return FACTORY.createParser(reader);
    }

    /** Where JSON may start: at the first character that is not blank, else at lines that open a bracket. */
    static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>();
        int line = 0;
        while (line < text.length() && starts.size() < MAX_STARTS) {
            int at = line;
            while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\ufeff')) {
                at++;
            }
            if (at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[')) {
                starts.add(at);
            }
            int feed = text.indexOf('\n', at);
            line = feed < 0 ? text.length() : feed + 1;
        }
        return starts;
    }

    /** Whether more than one value stands there, one after another. */
    static boolean isSequence(String text, int start) {
        try (JsonParser parser = parser(text, start)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Index after a string, number or literal, without the parser: it may not have read to the end of it. */
    static int endOfScalar(String text, int start) {
        int at = start;
        if (text.charAt(at) == '"') {
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                }
            }
            return Math.min(at + 1, text.length());
        }
        while (at < text.length() && ",]}: \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** What an outline says about a text that is JSON as a whole: kind, size, and the members of an object. */
    static Optional<String> outline(String text) {
        List<Integer> starts = starts(text);
        if (starts.isEmpty() || !text.substring(0, starts.get(0)).isBlank()) {
            return Optional.empty();
        }
        try (JsonParser parser = parser(text, starts.get(0))) {
            String first = parser.nextToken() == JsonToken.START_ARRAY
                    ? "JSON array of " + countElements(parser) + " elements"
                    : "JSON object with " + members(parser);
            int more = 0;
            while (parser.nextToken() != null) {
                parser.skipChildren();
                more++;
            }
            return Optional.of(more == 0 ? first : (more + 1) + " JSON values, path counts them from /0");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String members(JsonParser parser) throws IOException {
        List<String> names = new ArrayList<>();
        int count = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = JsonPointers.render(List.of(InvalidSelectorException.shown(parser.currentName())));
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            String shown = array ? name + " (array of " + countElements(parser) + ")" : name;
            parser.skipChildren();
            if (count++ < MAX_OUTLINED_MEMBERS) {
                names.add(shown);
            }
        }
        int unnamed = count - names.size();
        return String.join(", ", names) + (unnamed == 0 ? "" : " and " + unnamed + " more");
    }

    /** Leaves the parser at the array's end. */
    private static int countElements(JsonParser parser) throws IOException {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("the array does not end");
            }
            parser.skipChildren();
            count++;
        }
        return count;
    }
}
