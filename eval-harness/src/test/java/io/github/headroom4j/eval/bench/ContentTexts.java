package io.github.headroom4j.eval.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Texts of any length to measure speed on, made from captured ones: the largest sample of its type and tier in
 * {@code datasets/content}, cut at a line's end or between rows, or repeated with other digits where it is too short. Copies
 * are regular where a tool's longer output would not be, so a text that is longer than its sample tells how time grows, and
 * nothing about what is saved.
 */
final class ContentTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String sample;
    private final List<String> rows;
    private final boolean json;

    private ContentTexts(String sample, List<String> rows, boolean json) {
        this.sample = sample;
        this.rows = rows;
        this.json = json;
    }

    /**
     * The largest sample.
     *
     * @param project the project's folder
     * @param kind type and tier as {@code reports/content.csv} names them, for instance {@code logs/typical}
     */
    static ContentTexts of(Path project, String kind) {
        String sample = largest(project.resolve("reports").resolve("content.csv"), kind);
        try {
            String text = Files.readString(
                    project.resolve("datasets").resolve("content").resolve(sample));
            List<JsonNode> values = values(text);
            if (values.size() == 1) {
                return new ContentTexts(sample, elements(values.get(0)), true);
            }
            // Several values may go over several lines each: cut between them, not within one.
            List<String> rows = values.isEmpty()
                    ? lines(text)
                    : values.stream().map(value -> value + "\n").toList();
            return new ContentTexts(sample, rows, false);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample " + sample + " cannot be read", e);
        }
    }

    private static String largest(Path report, String kind) {
        try (Reader reader = Files.newBufferedReader(report, StandardCharsets.UTF_8);
                CSVParser rows = CSV.parse(reader)) {
            return rows.stream()
                    .filter(row -> kind.equals(row.get("type") + "/" + row.get("tier")))
                    .max(Comparator.comparingInt((CSVRecord row) -> Integer.parseInt(row.get("tokensBefore")))
                            .thenComparing(row -> row.get("sample")))
                    .orElseThrow(() -> new IllegalArgumentException("kind must be in " + report + ", but was " + kind))
                    .get("sample");
        } catch (IOException e) {
            throw new UncheckedIOException(report + " cannot be read; bench-content writes it", e);
        }
    }

    /** The JSON values of a text one after another; none if it is no JSON. */
    private static List<JsonNode> values(String text) {
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return List.of();
        }
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            return values.readAll();
        } catch (IOException e) {
            return List.of(); // a log that begins with a bracket
        }
    }

    /** The elements of the array that a value is, or of the longest array in it. */
    private static List<String> elements(JsonNode root) {
        List<JsonNode> arrays = new ArrayList<>(root.isArray() ? List.of(root) : List.of());
        root.forEach(child -> arrays.addAll(child.isArray() ? List.of(child) : List.of()));
        List<String> elements = new ArrayList<>();
        arrays.stream()
                .max(Comparator.comparingInt(JsonNode::size))
                .ifPresent(array -> array.forEach(element -> elements.add(element.toString())));
        return elements;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** Where the sample is in {@code datasets/content}. */
    String sample() {
        return sample;
    }

    /**
     * A text.
     *
     * @param chars about so many: the first line is cut if it is longer, the first JSON value is not, and neither is the last
     *     row, which is left out
     * @param variant another number, other digits; 0 begins with the sample as it is
     */
    String text(int chars, int variant) {
        StringBuilder text = new StringBuilder(chars + 16).append(json ? "[" : "");
        Random random = new Random(variant);
        boolean changed = variant > 0;
        int before = 0;
        while (true) {
            for (String row : rows) {
                if (!json && text.isEmpty() && row.length() > chars) {
                    return (changed ? withOtherDigits(row, random) : row).substring(0, chars);
                }
                if (text.length() + row.length() + 2 > chars && text.length() > 1) {
                    return text.append(json ? "]" : "").toString();
                }
                text.append(json && before++ > 0 ? "," : "").append(changed ? withOtherDigits(row, random) : row);
            }
            changed = true;
        }
    }

    /** Texts of the same length and other digits, from variant 0 on. */
    List<String> variants(int chars, int count) {
        return IntStream.range(0, count)
                .mapToObj(variant -> text(chars, variant))
                .toList();
    }

    /** Changes the last digit of numbers of three or more: others are often hours, days or months, and would be none. */
    private static String withOtherDigits(String row, Random random) {
        char[] chars = row.toCharArray();
        for (int i = 2; i < chars.length; i++) {
            boolean ends = i + 1 == chars.length || !isDigit(chars[i + 1]);
            if (ends && isDigit(chars[i]) && isDigit(chars[i - 1]) && isDigit(chars[i - 2])) {
                chars[i] = (char) ('0' + random.nextInt(10));
            }
        }
        return new String(chars);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
