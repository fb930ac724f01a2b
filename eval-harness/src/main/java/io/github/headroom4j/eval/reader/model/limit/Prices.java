package io.github.headroom4j.eval.reader.model.limit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a model costs, in whatever currency its user pays. The harness knows no price by itself. Immutable.
 *
 * @param input per million tokens of requests
 * @param output per million tokens of answers
 */
public record Prices(BigDecimal input, BigDecimal output) {

    private static final CSVFormat TABLE = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setCommentMarker('#')
            .get();

    /** Per million tokens, in any currency that there is; beyond it an exponent was mistyped, and exact sums would not end. */
    private static final BigDecimal MOST = new BigDecimal("1e12");

    /** Digits behind the point, a billionth of a billionth, for the same reason. */
    private static final int MAX_SCALE = 18;

    /** Validates. */
    public Prices {
        check(input);
        check(output);
    }

    private static void check(BigDecimal price) {
        if (price.signum() < 0 || price.compareTo(MOST) > 0 || price.scale() > MAX_SCALE) {
            throw new IllegalArgumentException("a price must be from 0 to " + MOST + " with at most " + MAX_SCALE
                    + " digits behind the point, but was " + price);
        }
    }

    /**
     * Looks a model up in a table: CSV with the header {@code model,input,output}, prices per million tokens, lines that
     * begin with # for comments.
     *
     * @param table the file
     * @param model the model's name, exactly as in the table
     * @return its prices; empty if the table does not have it
     * @throws IllegalArgumentException if the file cannot be read or is no such table; the message names file and line
     */
    public static Optional<Prices> in(Path table, String model) {
        try (Reader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, TABLE)) {
            for (CSVRecord row : rows) {
                if (row.get("model").equals(model)) {
                    return Optional.of(new Prices(price(row, "input"), price(row, "output")));
                }
            }
            return Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    table + " is no table of prices with the header model,input,output: "
                            + Objects.requireNonNullElse(e.getMessage(), "it cannot be read"),
                    e);
        }
    }

    private static BigDecimal price(CSVRecord row, String column) {
        try {
            return new BigDecimal(row.get(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "row " + row.getRecordNumber() + ", column " + column + " is no number: " + row.get(column), e);
        }
    }

    /**
     * What so many tokens cost.
     *
     * @param inputTokens of requests
     * @param outputTokens of answers
     * @return not rounded
     */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(6);
    }
}
