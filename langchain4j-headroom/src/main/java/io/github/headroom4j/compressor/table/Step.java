package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By how much the values of a column usually differ from row to row: numbers of records by one, times of measurements by
 * some seconds. What is as expected need not be said, and what is not stands out.
 *
 * @param amount added to the value above
 * @param time whether the amount is in seconds, and the values are texts that begin as ISO 8601 times do
 */
record Step(long amount, boolean time) {

    /** So many rows in a row are left to the reader to work out; the next one is written out again. */
    static final int MAX_BLANKS = 9;

    /** Fewer rows are not worth a note. */
    private static final int MIN_ROWS = 8;

    /** Shorter values cost no more than one token, and are sooner read than worked out. */
    private static final int MIN_LENGTH = 4;

    /** Share of the rows that must be as expected. */
    private static final double MIN_EXPECTED = 0.6;

    /** Longer numbers do not fit a long. */
    private static final int MAX_DIGITS = 17;

    /** Characters of a date and a time to the second. */
    private static final int TIME_LENGTH = 19;

    private static final String[] UNITS = {"d", "h", "m", "s"};
    private static final long[] SECONDS = {86_400, 3_600, 60, 1};

    /** Lets a column leave out what is as expected, if it has a step. */
    static boolean describes(Grid grid, Field leaf) {
        Step step = of(grid, leaf);
        if (step != null) {
            leaf.blankMeansAbove(step);
        }
        return step != null;
    }

    private static @Nullable Step of(Grid grid, Field leaf) {
        Value first = grid.at(leaf, 0);
        if (grid.rows() < MIN_ROWS || first == null || first.toJson().length() < MIN_LENGTH) {
            return null;
        }
        Map<Step, Integer> counts = new HashMap<>();
        Step usual = null;
        int most = 0;
        // Ends as soon as the rows that are left cannot make any step usual, which in most columns is early.
        for (int row = 1; row < grid.rows() && most + grid.rows() - row >= grid.rows() * MIN_EXPECTED; row++) {
            Step step = between(grid.at(leaf, row - 1), grid.at(leaf, row));
            int count = step == null ? 0 : counts.merge(step, 1, Integer::sum);
            if (count > most) {
                usual = step;
                most = count;
            }
        }
        return most >= grid.rows() * MIN_EXPECTED ? usual : null;
    }

    private static @Nullable Step between(@Nullable Value above, @Nullable Value value) {
        Step step = null;
        if (above instanceof Literal one && value instanceof Literal other) {
            step = isWhole(one.lexeme()) && isWhole(other.lexeme())
                    ? new Step(Long.parseLong(other.lexeme()) - Long.parseLong(one.lexeme()), false)
                    : null;
        } else if (above instanceof Text one && value instanceof Text other) {
            LocalDateTime from = time(one.text());
            LocalDateTime to = from == null ? null : time(other.text());
            step = from == null || to == null
                    ? null
                    : new Step(Duration.between(from, to).toSeconds(), true);
        }
        boolean expected = step != null && step.amount != 0 && Objects.equals(value, step.after(above));
        return expected ? step : null;
    }

    /** The value that is expected after another, or null if there is none. */
    @Nullable
    Value after(@Nullable Value above) {
        if (!time && above instanceof Literal number && isWhole(number.lexeme())) {
            return new Literal(Long.toString(Long.parseLong(number.lexeme()) + amount));
        }
        if (time && above instanceof Text text) {
            LocalDateTime from = time(text.text());
            return from == null ? null : new Text(shifted(from) + text.text().substring(TIME_LENGTH));
        }
        return null;
    }

    private static boolean isWhole(String lexeme) {
        int start = lexeme.startsWith("-") ? 1 : 0;
        return lexeme.length() - start <= MAX_DIGITS
                && lexeme.length() > start
                && holdsDigits(lexeme, start)
                && !lexeme.equals("-0");
    }

    private static boolean holdsDigits(String lexeme, int from) {
        for (int i = from; i < lexeme.length(); i++) {
            if (lexeme.charAt(i) < '0' || lexeme.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable LocalDateTime time(String text) {
        if (text.length() < TIME_LENGTH || text.charAt(4) != '-' || text.charAt(10) != 'T' || text.charAt(16) != ':') {
            return null;
        }
        try {
            return LocalDateTime.parse(text.substring(0, TIME_LENGTH), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String shifted(LocalDateTime from) {
        try {
            String text = from.plusSeconds(amount).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            return text.length() == TIME_LENGTH ? text : "";
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** For instance {@code +1} or {@code +15s}. */
    String notation() {
        String sign = amount < 0 ? "-" : "+";
        if (!time) {
            return sign + Math.abs(amount);
        }
        int unit = 0;
        while (amount % SECONDS[unit] != 0) {
            unit++;
        }
        return sign + Math.abs(amount) / SECONDS[unit] + UNITS[unit];
    }

    /** Reads {@link #notation}. */
    static Step parse(String notation) {
        String number = notation;
        long factor = 1;
        boolean time = false;
        for (int i = 0; i < UNITS.length; i++) {
            if (notation.endsWith(UNITS[i])) {
                time = true;
                factor = SECONDS[i];
                number = notation.substring(0, notation.length() - 1);
            }
        }
        String digits = number.startsWith("+") ? number.substring(1) : number;
        if ((digits.equals(notation) && !digits.startsWith("-")) || !isWhole(digits)) {
            throw new NotationException("not a step: " + notation);
        }
        long amount = Long.parseLong(digits);
        return new Step(amount * factor, time);
    }
}
