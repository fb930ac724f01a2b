package io.github.headroom4j.eval.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Cases in a file of JSON lines, UTF-8, the same bytes for the same cases on every machine. The first line says what the file
 * is: {@code {"format":"headroom-cases/1","provenance":{…}}}, with the components of {@link Provenance}. Every other line is a
 * case: an object with the components of {@link EvalCase} by name, {@code gold} sorted; {@code calls} and {@code turns} are left
 * out if they are empty. The provenance counts the cases, so that a file that was cut off is told from a whole one.
 */
public final class CaseLines {

    /** The name and version of the format. */
    public static final String FORMAT = "headroom-cases/1";

    /** A file holds at most so many cases: 200,000, more than the largest public question set has. */
    public static final int MAX_CASES = 200_000;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Provenance provenance;
    private final List<EvalCase> cases;

    private CaseLines(Provenance provenance, List<EvalCase> cases) {
        this.provenance = provenance;
        this.cases = List.copyOf(cases);
    }

    /** Cases that come one by one, so that they need not all be in memory. */
    @FunctionalInterface
    public interface Source {

        /**
         * Gives all cases.
         *
         * @param sink is given them, in order
         * @return where they come from
         */
        Provenance forEach(Consumer<EvalCase> sink);
    }

    /**
     * Writes a file. If the source fails, there is no file, and one that was there stays as it was.
     *
     * @param file the file
     * @param cases as many cases as their provenance says are kept
     * @return the provenance
     * @throws DatasetException if the file cannot be written
     */
    public static Provenance write(Path file, Source cases) {
        Path lines = file.resolveSibling(file.getFileName() + ".lines");
        Path whole = file.resolveSibling(file.getFileName() + ".part");
        try {
            Provenance provenance;
            try (BufferedWriter out = Files.newBufferedWriter(lines, StandardCharsets.UTF_8)) {
                provenance = cases.forEach(one -> append(out, line(one)));
            }
            // What stands first is known last.
            try (OutputStream out = Files.newOutputStream(whole)) {
                out.write((header(provenance) + "\n").getBytes(StandardCharsets.UTF_8));
                Files.copy(lines, out);
            }
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            return provenance;
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException(file + ": cannot be written: " + e.getMessage(), e);
        } finally {
            delete(lines);
            delete(whole);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DatasetException(file + ": cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static void append(BufferedWriter out, String line) {
        try {
            out.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(Provenance provenance) throws JsonProcessingException {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("format", FORMAT);
        header.put("provenance", provenance);
        return JSON.writeValueAsString(header);
    }

    /**
     * A case as one line.
     *
     * @param one the case
     * @return JSON without a line feed
     */
    static String line(EvalCase one) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", one.id());
        line.put("cluster", one.cluster());
        line.put("split", one.split());
        line.put("tier", one.tier());
        line.put("systemPrompt", one.systemPrompt());
        line.put("question", one.question());
        line.put("gold", one.gold().stream().sorted().toList());
        line.put("evidence", one.evidence());
        line.put("passages", one.passages());
        if (!one.calls().isEmpty()) {
            line.put("calls", one.calls());
        }
        if (!one.turns().isEmpty()) {
            line.put(
                    "turns",
                    one.turns().stream()
                            .map(turn -> Map.of(
                                    "question", turn.question(),
                                    "calls", turn.calls(),
                                    "reply", turn.reply(),
                                    "related", turn.related()))
                            .map(TreeMap::new)
                            .toList());
        }
        try {
            return encodable(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are JSON", e);
        }
    }

    /** A lone surrogate, which some data sets cut out of a pair, has no UTF-8; as an escape it is read back. */
    private static String encodable(String json) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(json)) {
            return json;
        }
        StringBuilder out = new StringBuilder();
        json.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return what it holds
     * @throws DatasetException if it is missing, cut off, or anything else; the message names line and field
     */
    public static CaseLines read(Path file) {
        List<EvalCase> cases = new ArrayList<>();
        List<Provenance> header = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        SourceFile.of(file).lines(line -> {
            if (header.isEmpty()) {
                header.add(provenance(line));
                return;
            }
            EvalCase one = CaseReading.read(line);
            if (!ids.add(one.id())) {
                throw line.mistake("id", "is that of an earlier case: " + one.id());
            }
            if (cases.size() == MAX_CASES) {
                throw new DatasetException(file + ": more than " + MAX_CASES + " cases");
            }
            cases.add(one);
        });
        if (header.isEmpty()) {
            throw new DatasetException(file + ": empty; expected a first line with format " + FORMAT);
        }
        if (header.get(0).kept() != cases.size()) {
            throw new DatasetException(file + ": has " + cases.size() + " cases, but its first line says "
                    + header.get(0).kept() + "; it was cut off or changed, so import it again");
        }
        return new CaseLines(header.get(0), cases);
    }

    private static Provenance provenance(CaseFile line) {
        String format = line.optionalText("format");
        if (!format.equals(FORMAT)) {
            throw line.mistake("format", "must be " + FORMAT + "; turn a question set into cases by import");
        }
        try {
            Provenance provenance = JSON.readValue(line.json("provenance"), Provenance.class);
            if (provenance == null) {
                throw line.mistake("provenance", "must be an object, but is null");
            }
            return provenance;
        } catch (JsonProcessingException e) {
            throw line.mistake("provenance", "cannot be read: " + e.getOriginalMessage());
        }
    }

    /**
     * Where the cases come from.
     *
     * @return the provenance
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * The cases.
     *
     * @return in the order of the file
     */
    public List<EvalCase> cases() {
        return cases;
    }
}
