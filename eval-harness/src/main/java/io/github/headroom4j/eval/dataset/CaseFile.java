package io.github.headroom4j.eval.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * An object of a JSON file of a data set, read so that every mistake in it is reported with file, line or field.
 * Immutable.
 */
public final class CaseFile {

    /** Files are at most so large when unpacked: 64 MiB, a hundred times the largest recorded log. */
    public static final int MAX_BYTES = 64 << 20;

    /** Names in case files become file names, so they must not lead out of their folder. */
    private static final Pattern PLAIN_NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,80}(\\.[A-Za-z0-9_-]{1,20}){0,4}");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final String place;
    private final String path;
    private final JsonNode node;

    private CaseFile(String place, String path, JsonNode node) {
        this.place = place;
        this.path = path;
        this.node = node;
    }

    /**
     * Reads a JSON object.
     *
     * @param file the file
     * @return its top object
     * @throws DatasetException if it is missing or no JSON object; the message names file and line
     */
    public static CaseFile read(Path file) {
        try {
            return new CaseFile(file.toString(), "", JSON.readTree(text(file))).object();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new DatasetException(file + ": line " + line + " is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * An object that was read already.
     *
     * @param place the file, and the line if there is one, for messages
     * @param path where in it the object stands, for instance {@code data[3]}; empty for the whole
     * @param node the object
     * @return the object
     * @throws DatasetException if it is none
     */
    public static CaseFile of(String place, String path, JsonNode node) {
        return new CaseFile(place, path, node).object();
    }

    /**
     * Reads a text file of UTF-8, unpacking it if its name ends in {@code .gz}.
     *
     * @param file the file
     * @return its text
     * @throws DatasetException if it is missing, not UTF-8, or larger than {@link #MAX_BYTES}
     */
    public static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(file + ": no such file");
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(in.readNBytes(MAX_BYTES));
            if (in.read() >= 0) {
                throw new DatasetException(file + ": larger than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DatasetException(file + ": not valid UTF-8", e);
        } catch (IOException e) {
            throw new DatasetException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A member that is an object.
     *
     * @param field its name
     * @return the object
     * @throws DatasetException if it is missing or no object
     */
    public CaseFile at(String field) {
        return new CaseFile(place, pathOf(field), member(field)).object();
    }

    /**
     * A member that is an array of objects.
     *
     * @param field its name
     * @return the objects
     * @throws DatasetException if it is missing or anything else
     */
    public List<CaseFile> objects(String field) {
        List<CaseFile> objects = new ArrayList<>();
        for (JsonNode element : array(field)) {
            objects.add(new CaseFile(place, pathOf(field) + "[" + objects.size() + "]", element).object());
        }
        return objects;
    }

    /**
     * A member that is an array of plain names, as {@link #name(String)}.
     *
     * @param field its name
     * @return the names
     * @throws DatasetException if it is missing or anything else
     */
    public List<String> names(String field) {
        List<String> names = new ArrayList<>();
        for (JsonNode element : array(field)) {
            names.add(plain(element, pathOf(field) + "[" + names.size() + "]"));
        }
        return names;
    }

    /**
     * Whether a member is there.
     *
     * @param field its name
     * @return whether it is, and is not null
     */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /**
     * A member as it is.
     *
     * @param field its name
     * @return the value
     * @throws DatasetException if it is missing
     */
    public JsonNode raw(String field) {
        return member(field);
    }

    /**
     * A member that is an array of strings.
     *
     * @param field its name
     * @return the strings
     * @throws DatasetException if it is missing or anything else
     */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (!element.isTextual()) {
                throw wrong(pathOf(field) + "[" + texts.size() + "]", "a string", element);
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /**
     * A member that may be absent.
     *
     * @param field its name
     * @return the string, empty if it is absent or null
     * @throws DatasetException if it is anything else
     */
    public String optionalText(String field) {
        return has(field) ? text(field) : "";
    }

    /**
     * A member that is true or false.
     *
     * @param field its name
     * @return the value, false if it is absent or null
     * @throws DatasetException if it is anything else
     */
    public boolean flag(String field) {
        if (!has(field)) {
            return false;
        }
        if (!member(field).isBoolean()) {
            throw wrong(pathOf(field), "true or false", member(field));
        }
        return member(field).booleanValue();
    }

    /**
     * A member that is a string.
     *
     * @param field its name
     * @return the string
     * @throws DatasetException if it is missing or no string
     */
    public String text(String field) {
        JsonNode value = member(field);
        if (!value.isTextual()) {
            throw wrong(pathOf(field), "a string", value);
        }
        return value.textValue();
    }

    /**
     * A member that is a name fit to be a file name: letters, digits, {@code _}, {@code -} and single dots.
     *
     * @param field its name
     * @return the name
     * @throws DatasetException if it is missing or would lead out of its folder
     */
    public String name(String field) {
        return plain(member(field), pathOf(field));
    }

    /**
     * A member that is a whole number.
     *
     * @param field its name
     * @return the number
     * @throws DatasetException if it is missing or no whole number
     */
    public int integer(String field) {
        JsonNode value = member(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw wrong(pathOf(field), "a whole number", value);
        }
        return value.intValue();
    }

    /**
     * A member as JSON text.
     *
     * @param field its name
     * @return the value, minified
     * @throws DatasetException if it is missing
     */
    public String json(String field) {
        return member(field).toString();
    }

    /**
     * A mistake in this object.
     *
     * @param field the field that is wrong
     * @param problem what is wrong
     * @return an exception whose message names file and field
     */
    public DatasetException mistake(String field, String problem) {
        return new DatasetException(place + ": field '" + pathOf(field) + "' " + problem);
    }

    private CaseFile object() {
        if (!node.isObject()) {
            throw wrong(path.isEmpty() ? "(the whole file)" : path, "an object", node);
        }
        return this;
    }

    private Iterable<JsonNode> array(String field) {
        JsonNode value = member(field);
        if (!value.isArray()) {
            throw wrong(pathOf(field), "an array", value);
        }
        return value;
    }

    private JsonNode member(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw mistake(field, "is missing");
        }
        return value;
    }

    private String plain(JsonNode value, String where) {
        if (!value.isTextual() || !PLAIN_NAME.matcher(value.textValue()).matches()) {
            throw wrong(where, "a plain name (letters, digits, '_', '-', single dots)", value);
        }
        return value.textValue();
    }

    private String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private DatasetException wrong(String where, String expected, JsonNode found) {
        String shown = found.toString();
        String excerpt = shown.length() <= 60 ? shown : shown.substring(0, 60) + "…";
        return new DatasetException(place + ": field '" + where + "' must be " + expected + ", but is " + excerpt);
    }
}
