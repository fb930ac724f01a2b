package io.github.headroom4j.compressor.search;

/** Finds where the path starts in lines that say something before it. Each character is looked at once or twice. */
final class LeadScanner {

    /** {@code drwxr-xr-x}, without the mark of further permissions. */
    private static final int MODE = 10;

    private static final int MAX_PATH = 4096;

    /** Links, owner, group and size stand between mode and date. */
    private static final int FIELDS_BEFORE_DATE = 4;

    /** Longest unit behind a size, as in {@code 4.0KiB}. Characters. */
    private static final int MAX_UNIT = 3;

    private LeadScanner() {}

    /** Where the path starts behind at least one number, or -1. */
    static int pathStart(String line) {
        int at = blanks(line, 0);
        int numbers = 0;
        while (at < line.length()) {
            int end = fieldEnd(line, at);
            if (isMode(line, at, end)) {
                return afterMode(line, end);
            }
            if (!isNumber(line, at, end) && !isTime(line, at, end)) {
                return numbers > 0 && isBarePath(line, at) ? at : -1;
            }
            numbers += isNumber(line, at, end) ? 1 : 0;
            at = blanks(line, end);
        }
        return -1;
    }

    /** Exactly one blank stands before a name: more are its own. */
    private static int afterMode(String line, int modeEnd) {
        int end = modeEnd;
        for (int field = 0; field < FIELDS_BEFORE_DATE; field++) {
            end = nextEnd(line, end);
        }
        // The size of a device is two numbers.
        end = line.charAt(end - 1) == ',' ? nextEnd(line, end) : end;
        int date = blanks(line, end);
        end = nextEnd(line, end);
        if (isTime(line, date, end)) {
            end = nextEnd(line, end);
            char zone = end + 1 < line.length() ? line.charAt(end + 1) : ' ';
            end = zone == '+' || zone == '-' ? nextEnd(line, end) : end;
        } else {
            end = nextEnd(line, nextEnd(line, end));
        }
        return end + 1 < line.length() && line.charAt(end) == ' ' ? end + 1 : -1;
    }

    private static int nextEnd(String line, int end) {
        return fieldEnd(line, blanks(line, end));
    }

    static int blanks(String line, int start) {
        int at = start;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    static int fieldEnd(String line, int start) {
        int at = start;
        while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
            at++;
        }
        return at;
    }

    static boolean isMode(String line, int start, int end) {
        if (end - start < MODE || end - start > MODE + 1 || "-dlbcps".indexOf(line.charAt(start)) < 0) {
            return false;
        }
        for (int i = start + 1; i < start + MODE; i++) {
            if ("rwxsStT-".indexOf(line.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code 4711}, {@code 4.0K}, {@code 1,234}, {@code 97%}. */
    static boolean isNumber(String line, int start, int end) {
        int at = start;
        while (at < end
                && (HitScanner.isDigit(line.charAt(at)) || (at > start && ".,".indexOf(line.charAt(at)) >= 0))) {
            at++;
        }
        int unit = at;
        while (at < end && "KMGTPEkiB%".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at == end && unit > start && end - unit <= MAX_UNIT && line.charAt(unit - 1) != ',';
    }

    /** How much a number with its unit is, for comparison; 0 if it is none. */
    static double size(String number) {
        double size = 0;
        double scale = 1;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (HitScanner.isDigit(c)) {
                scale = scale < 1 ? scale / 10 : 1;
                size = scale < 1 ? size + (c - '0') * scale * 10 : size * 10 + c - '0';
            } else if (c == '.') {
                scale = 0.1;
            } else {
                size *= Math.pow(1024, "KMGTPE".indexOf(c) + 1.0);
            }
        }
        return size;
    }

    /** {@code 2025-07-04}, {@code 22:15:09.123}, {@code 2025-07-04+22:15}. */
    private static boolean isTime(String line, int start, int end) {
        boolean joint = false;
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            joint |= c == '-' || c == ':';
            if (!HitScanner.isDigit(c) && (i == start || "-:.+TZ".indexOf(c) < 0)) {
                return false;
            }
        }
        return joint;
    }

    /** Without a mode before it only what cannot be a sentence is a path. */
    private static boolean isBarePath(String line, int start) {
        return line.length() - start <= MAX_PATH
                && fieldEnd(line, start) == line.length()
                && HitScanner.isStructured(line.substring(start));
    }
}
