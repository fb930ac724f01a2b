package io.github.headroom4j.compressor.template;

/**
 * How a log writes times, as a {@code strftime} pattern with {@code %3f} for three fraction digits, {@code %f} for any
 * number of them with their separator or none, and {@code %Q} for milliseconds since 1970. Reading is strict: only what
 * {@link #format} would print again is a time. Immutable.
 */
final class TimeLayout {

    static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    static final String WEEKDAYS = "ThuFriSatSunMonTueWed";

    static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    /** What follows digits that a time may end with, or a fraction may follow. */
    private static final char ANYTHING = 0;

    private final String pattern;

    /** How many digits a time begins with, 0 if with a name; and the character behind them. */
    private final int digits;

    private final char behindDigits;

    TimeLayout(String pattern) {
        this.pattern = pattern;
        int at = 0;
        int count = 0;
        while (at + 1 < pattern.length() && pattern.charAt(at) == '%' && digits(pattern.charAt(at + 1)) > 0) {
            count += digits(pattern.charAt(at + 1));
            at += 2;
        }
        digits = count;
        behindDigits = at < pattern.length() && pattern.charAt(at) != '%' ? pattern.charAt(at) : ANYTHING;
    }

    private static int digits(char field) {
        return switch (field) {
            case 'Y' -> 4;
            case 'y', 'm', 'd', 'H', 'M', 'S' -> 2;
            case 's' -> 10;
            case 'Q' -> 13;
            default -> 0;
        };
    }

    String pattern() {
        return pattern;
    }

    /** Whether a time may begin with so many digits, and this behind them. Says no to most of what is no time, for less. */
    boolean mayBegin(int digitsOfText, char behind) {
        return digits == digitsOfText && (behindDigits == ANYTHING || behindDigits == behind);
    }

    /** The layout of one match, with the number of fraction digits fixed. */
    String concretePattern(TimeMatch match) {
        String fraction = match.fractionDigits == 0 ? "" : match.fractionSeparator + "%" + match.fractionDigits + "f";
        return pattern.replace("%f", fraction);
    }

    /** Reads a time, which the reading has begun to; where there is none, the match is left cleared. */
    boolean match(TimeReading reading, TimeMatch match) {
        for (int i = 0; i < pattern.length() && reading.ok(); i++) {
            char c = pattern.charAt(i);
            if (c != '%') {
                reading.literal(c);
            } else if (Character.isDigit(pattern.charAt(i + 1))) {
                reading.fraction(pattern.charAt(i + 1) - '0');
                i += 2;
            } else {
                reading.field(pattern.charAt(++i));
            }
        }
        return reading.finish(match);
    }

    /** Prints a time. */
    String format(long value) {
        int digits = fractionDigits();
        long seconds = Math.floorDiv(value, POWERS[digits]);
        long fraction = Math.floorMod(value, POWERS[digits]);
        Civil civil = Civil.of(seconds);
        StringBuilder out = new StringBuilder(pattern.length() + 8);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%') {
                out.append(c);
            } else if (Character.isDigit(pattern.charAt(i + 1))) {
                out.append(pad(fraction, digits, '0'));
                i += 2;
            } else {
                out.append(civil.field(pattern.charAt(++i), value));
            }
        }
        return out.toString();
    }

    int secondsOfDay(long value) {
        long unit = pattern.equals("%Q") ? 1000 : POWERS[fractionDigits()];
        return (int) Math.floorMod(Math.floorDiv(value, unit), 86_400L);
    }

    private int fractionDigits() {
        int f = pattern.indexOf('f');
        return f > 1 && pattern.charAt(f - 2) == '%' && Character.isDigit(pattern.charAt(f - 1))
                ? pattern.charAt(f - 1) - '0'
                : 0;
    }

    private static String pad(long number, int width, char with) {
        String digits = Long.toString(number);
        return digits.length() >= width ? digits : String.valueOf(with).repeat(width - digits.length()) + digits;
    }

    /** Days since 1970 (the civil calendar by whole 400-year eras, counted from March). */
    static long daysOf(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int ofEra = y - era * 400;
        int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
    }

    /** A date and time of day. */
    private record Civil(long seconds, int year, int month, int day) {

        static Civil of(long seconds) {
            long z = Math.floorDiv(seconds, 86_400L) + 719_468;
            long era = Math.floorDiv(z, 146_097L);
            long ofEra = z - era * 146_097;
            long yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
            long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
            long shifted = (5 * ofYear + 2) / 153;
            int day = (int) (ofYear - (153 * shifted + 2) / 5 + 1);
            int month = (int) (shifted < 10 ? shifted + 3 : shifted - 9);
            return new Civil(seconds, (int) (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month, day);
        }

        String field(char name, long value) {
            int ofDay = (int) Math.floorMod(seconds, 86_400L);
            return switch (name) {
                case 'Y' -> pad(year, 4, '0');
                case 'y' -> pad(year % 100, 2, '0');
                case 'm' -> pad(month, 2, '0');
                case 'd' -> pad(day, 2, '0');
                case 'e' -> pad(day, 2, ' ');
                case 'H' -> pad(ofDay / 3_600, 2, '0');
                case 'l' -> Integer.toString((ofDay / 3_600 + 11) % 12 + 1);
                case 'M' -> pad(ofDay / 60 % 60, 2, '0');
                case 'S' -> pad(ofDay % 60, 2, '0');
                case 'p' -> ofDay < 43_200 ? "AM" : "PM";
                case 'b' -> MONTHS.substring(month * 3 - 3, month * 3);
                case 'a' -> weekday(seconds);
                case 's' -> Long.toString(seconds);
                case 'Q' -> Long.toString(value);
                default -> "";
            };
        }
    }

    static String weekday(long seconds) {
        int index = (int) Math.floorMod(Math.floorDiv(seconds, 86_400L), 7L);
        return WEEKDAYS.substring(index * 3, index * 3 + 3);
    }
}
