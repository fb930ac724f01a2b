package io.github.headroom4j.eval.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.zip.GZIPInputStream;

/**
 * A file that somebody brings: JSON or JSON lines in UTF-8, with or without a byte order mark, with line ends of any system,
 * packed by gzip or not (told by its first bytes). It is read record by record, so that its size is not that of the heap, and
 * everything wrong with it is a {@link DatasetException} that names the file and the place in it. Thread-safe.
 */
public final class SourceFile {

    /** Files are at most so large when unpacked: 1 GiB, twice the largest of the public question sets. */
    public static final long MAX_BYTES = 1L << 30;

    /** A line, or an element of the outer array, is at most so large: 16 MiB, ten times the largest article in them. */
    public static final int MAX_RECORD_BYTES = 16 << 20;

    /** Objects and arrays stand in each other at most so deep: 64, eight times what any format needs. */
    public static final int MAX_DEPTH = 64;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_RECORD_BYTES)
                            .build())
                    .build())
            .build();

    /** What is too large. Tests set less. */
    record Limits(long fileBytes, int recordBytes) {

        static final Limits USUAL = new Limits(MAX_BYTES, MAX_RECORD_BYTES);
    }

    private final Path file;
    private final Limits limits;

    private SourceFile(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * A file.
     *
     * @param file the file
     * @return the file, not read yet
     * @throws DatasetException if there is no such file
     */
    public static SourceFile of(Path file) {
        return of(file, Limits.USUAL);
    }

    static SourceFile of(Path file, Limits limits) {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(file + ": no such file");
        }
        return new SourceFile(file, limits);
    }

    /**
     * Its name.
     *
     * @return without the folders that it stands in, which differ between machines
     */
    public String name() {
        return file.getFileName().toString();
    }

    /**
     * What it holds, as it is on disk.
     *
     * @return SHA-256 in hexadecimal
     * @throws DatasetException if it cannot be read
     */
    public String sha256() {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw unreadable(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Reads JSON lines. Blank lines are passed over.
     *
     * @param sink is given the object of each line, in order
     * @throws DatasetException if a line is no JSON object; the message names it
     */
    public void lines(Consumer<CaseFile> sink) {
        try (BoundedInput in = open()) {
            BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next == '\n') {
                    accept(line, number++, sink);
                    in.startRecord();
                } else {
                    line.write(next);
                }
            }
            accept(line, number, sink);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void accept(ByteArrayOutputStream bytes, int number, Consumer<CaseFile> sink) {
        String place = file + ": line " + number;
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            bytes.reset();
            if (!line.isBlank()) {
                sink.accept(object(place, "", JSON.readTree(line)));
            }
        } catch (CharacterCodingException e) {
            throw new DatasetException(place + ": not valid UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    place + " is not valid JSON: " + e.getOriginalMessage() + "; expected one JSON object per line", e);
        }
    }

    /**
     * Reads the elements of an array one at a time.
     *
     * @param field the member of the outermost object that is the array; empty if the array is the outermost value
     * @param sink is given the elements, which must be objects, in order
     * @throws DatasetException if the file is anything else; the message names line or element
     */
    public void elements(String field, Consumer<CaseFile> sink) {
        try (BoundedInput in = open();
                JsonParser parser = JSON.createParser(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            readElements(parser, field, one -> {
                sink.accept(one);
                in.startRecord();
            });
        } catch (CharacterCodingException e) {
            throw new DatasetException(file + ": not valid UTF-8", e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new DatasetException(file + ": line " + line + " is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads values that follow each other, one per line or not, and of those that are arrays the elements.
     *
     * @param sink is given each object with the number, from 0, of the outermost value that it is or stands in
     * @throws DatasetException if anything else is found; the message names line or element
     */
    public void records(ObjIntConsumer<CaseFile> sink) {
        try (BoundedInput in = open();
                JsonParser parser = JSON.createParser(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            int value = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isArray = token == JsonToken.START_ARRAY;
                int element = 0;
                while (!isArray || parser.nextToken() != JsonToken.END_ARRAY) {
                    int line = parser.currentLocation().getLineNr();
                    String place = file + ": line " + line + (isArray ? ", element " + element++ : "");
                    sink.accept(object(place, "", JSON.readTree(parser)), value);
                    in.startRecord();
                    if (!isArray) {
                        break;
                    }
                }
                value++;
            }
        } catch (CharacterCodingException e) {
            throw new DatasetException(file + ": not valid UTF-8", e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new DatasetException(file + ": line " + line + " is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Its text as a stream: unpacked, without a byte order mark, UTF-8 or an exception.
     *
     * @return a reader that the caller closes; reading more than {@link #MAX_BYTES} throws a {@link DatasetException}
     * @throws DatasetException if it cannot be opened
     */
    public Reader reader() {
        try {
            return new BufferedReader(new InputStreamReader(
                    open(new Limits(limits.fileBytes(), Integer.MAX_VALUE)), StandardCharsets.UTF_8.newDecoder()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void readElements(JsonParser parser, String field, Consumer<CaseFile> sink) throws IOException {
        boolean found = field.isEmpty();
        JsonToken token = parser.nextToken();
        if (!found && token == JsonToken.START_OBJECT) {
            while (!found && parser.nextToken() == JsonToken.FIELD_NAME) {
                found = parser.currentName().equals(field);
                token = parser.nextToken();
                if (!found) {
                    parser.skipChildren();
                }
            }
        }
        if (!found || token != JsonToken.START_ARRAY) {
            throw new DatasetException(file + ": expected "
                    + (field.isEmpty() ? "a JSON array" : "a JSON object with an array '" + field + "'")
                    + " as the outermost value; JSON lines are another format");
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonNode element = JSON.readTree(parser);
            sink.accept(object(file.toString(), field + "[" + i + "]", element));
        }
        while (parser.nextToken() != null) {
            // What follows the array must be JSON, too, or the file was cut off or glued together.
            parser.skipChildren();
        }
    }

    private static CaseFile object(String place, String path, JsonNode node) {
        if (path.isEmpty() && !node.isObject()) {
            throw new DatasetException(place + ": expected a JSON object, but found " + node.getNodeType());
        }
        return CaseFile.of(place, path, node);
    }

    private BoundedInput open() throws IOException {
        return open(limits);
    }

    private BoundedInput open(Limits within) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file));
        int[] first = peek(raw);
        boolean packed = first[0] == 0x1f && first[1] == 0x8b;
        BufferedInputStream in = packed ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
        int[] mark = packed ? peek(in) : first;
        if (mark[0] == 0xef && mark[1] == 0xbb && mark[2] == 0xbf) {
            in.skipNBytes(3);
        } else if ((mark[0] == 0xfe && mark[1] == 0xff) || (mark[0] == 0xff && mark[1] == 0xfe)) {
            throw new DatasetException(file + ": is UTF-16; save it as UTF-8");
        }
        return new BoundedInput(in, file.toString(), within);
    }

    private static int[] peek(BufferedInputStream in) throws IOException {
        in.mark(3);
        int[] first = {in.read(), in.read(), in.read()};
        in.reset();
        return first;
    }

    private DatasetException unreadable(IOException e) {
        return new DatasetException(file + ": cannot be read: " + e.getMessage() + "; is the copy complete?", e);
    }
}
