package io.github.headroom4j.compressor.template;

/**
 * One attempt to read a time, field by field. Any field that does not fit makes the whole attempt fail. Serves one attempt
 * after another, since there are many of them in each line. Not thread-safe.
 */
final class TimeReading {

    /** Leap, so that 29 February can be read without a year. */
    private static final int YEAR_WHEN_UNKNOWN = 2000;

    private static final int MAX_FRACTION_DIGITS = 9;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private String text = "";
    private int limit;
    private int start;
    private int at;
    private boolean ok;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private int halfDay;
    private long epoch;
    private boolean epochMillis;
    private String weekday = "";
    private long fraction;
    private int fractionDigits;
    private char fractionSeparator;

    /** Begins a new attempt at a position of a text. */
    void begin(String newText, int newAt, int newLimit) {
        text = newText;
        start = newAt;
        at = newAt;
        limit = newLimit;
        ok = true;
        year = YEAR_WHEN_UNKNOWN;
        month = 1;
        day = 1;
        hour = 0;
        minute = 0;
        second = 0;
        halfDay = -1;
        epoch = -1;
        epochMillis = false;
        weekday = "";
        fraction = 0;
        fractionDigits = 0;
        fractionSeparator = 0;
    }

    boolean ok() {
        return ok;
    }

    void literal(char c) {
        ok = at < limit && text.charAt(at) == c;
        at++;
    }

    void field(char name) {
        switch (name) {
            case 'Y' -> year = number(4, FIRST_YEAR, LAST_YEAR);
            case 'y' -> year = 2000 + number(2, 0, 99);
            case 'm' -> month = number(2, 1, 12);
            case 'd' -> day = number(2, 1, 31);
            case 'e' -> day = spacePaddedDay();
            case 'H' -> hour = number(2, 0, 23);
            case 'l' -> hour = number(at + 1 < limit && isDigit(at + 1) ? 2 : 1, 1, 12);
            case 'M' -> minute = number(2, 0, 59);
            case 'S' -> second = number(2, 0, 59);
            case 'p' -> halfDay = name("AMPM", 2);
            case 'b' -> month = name(TimeLayout.MONTHS, 3) + 1;
            case 'a' -> weekday = name(TimeLayout.WEEKDAYS, 3) < 0 ? "" : text.substring(at - 3, at);
            case 's' -> epoch = epoch(10);
            case 'Q' -> epoch = epoch(13);
            case 'f' -> anyFraction();
            default -> ok = false;
        }
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private int number(int digits, int min, int max) {
        if (at + digits > limit) {
            ok = false;
            return min;
        }
        int value = 0;
        for (int i = 0; i < digits; i++, at++) {
            ok &= isDigit(at);
            value = value * 10 + text.charAt(at) - '0';
        }
        ok &= value >= min && value <= max;
        return ok ? value : min;
    }

    private int spacePaddedDay() {
        if (at < limit && text.charAt(at) == ' ') {
            at++;
            return number(1, 1, 9);
        }
        return number(2, 10, 31);
    }

    private int name(String names, int length) {
        for (int i = 0; at + length <= limit && i < names.length(); i += length) {
            if (matches(names, i, length)) {
                at += length;
                return i / length;
            }
        }
        ok = false;
        return -1;
    }

    private boolean matches(String names, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (text.charAt(at + i) != names.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    private long epoch(int digits) {
        epochMillis = digits == 13;
        long value = 0;
        ok = at + digits <= limit && text.charAt(at) == '1';
        for (int i = 0; ok && i < digits; i++, at++) {
            ok = isDigit(at);
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private void anyFraction() {
        if (at + 1 < limit && (text.charAt(at) == '.' || text.charAt(at) == ',') && isDigit(at + 1)) {
            int end = at + 1;
            while (end < limit && isDigit(end)) {
                end++;
            }
            fractionSeparator = text.charAt(at++);
            fraction(end - at);
        }
    }

    void fraction(int digits) {
        ok = digits > 0 && digits <= MAX_FRACTION_DIGITS && at + digits <= limit;
        for (int i = 0; ok && i < digits; i++, at++) {
            ok = isDigit(at);
            fraction = fraction * 10 + text.charAt(at) - '0';
        }
        fractionDigits = digits;
    }

    boolean finish(TimeMatch match) {
        match.clear();
        ok = ok && (at >= limit || !isDigit(at)) && halfDayFits() && day <= daysInMonth();
        if (!ok) {
            return false;
        }
        long seconds = epochMillis || epoch >= 0
                ? epoch
                : TimeLayout.daysOf(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + second;
        if (!weekday.isEmpty() && !weekday.equals(TimeLayout.weekday(seconds))) {
            return false;
        }
        match.start = start;
        match.end = at;
        match.value = seconds * TimeLayout.POWERS[fractionDigits] + fraction;
        match.fractionDigits = fractionDigits;
        match.fractionSeparator = fractionSeparator;
        return true;
    }

    private boolean halfDayFits() {
        if (halfDay >= 0) {
            hour = hour % 12 + 12 * halfDay;
        }
        return true;
    }

    private int daysInMonth() {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> leap ? 29 : 28;
            default -> 31;
        };
    }
}
