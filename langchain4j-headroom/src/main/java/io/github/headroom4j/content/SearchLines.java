package io.github.headroom4j.content;

/** Shapes of the lines of search tools and file listings. */
final class SearchLines {

    /** Longest path that is believed; longer ones are not typed by people nor printed by tools. */
    private static final int MAX_PATH = 300;

    private static final int MODE = 10;

    /** {@code wc} prints four counts at most, a date and a time are two. */
    private static final int MAX_MEASURES = 6;

    private SearchLines() {}

    /** {@code path:12:text}, {@code path:12:5:text}, {@code C:\path:12:text}, {@code HEAD:path:12:text}. */
    static boolean isNumberedHit(String line) {
        int colon = pathEnd(line, ':');
        while (colon > 0) {
            int digits = Ascii.digits(line, colon + 1);
            char after = Ascii.at(line, colon + 1 + digits);
            if (digits > 0 && digits <= 8 && (after == ':' || (after == '\0' && hasPathShape(line, colon)))) {
                return !isWithinClock(line, colon) && looksLikePath(line, colon);
            }
            colon = hasPathShape(line, colon) ? -1 : nextColon(line, colon);
        }
        return false;
    }

    /** {@code path-12-text} or {@code path=12=text}, a line of context around a hit. */
    static boolean isContextOfHit(String line) {
        int limit = Math.min(line.length(), MAX_PATH);
        for (int i = 1; i < limit; i++) {
            char joint = line.charAt(i);
            if (joint == '-' || joint == '=') {
                int digits = Ascii.digits(line, i + 1);
                if (digits > 0 && Ascii.at(line, i + 1 + digits) == joint && hasPathShape(line, i)) {
                    return true;
                }
            } else if (joint == ' ') {
                return false;
            }
        }
        return false;
    }

    /** {@code dir/path.ext:text}, a hit without a line number. */
    static boolean isPlainHit(String line) {
        int colon = pathEnd(line, ':');
        return colon > 0
                && hasPathShape(line, colon)
                && !line.startsWith("//", colon + 1)
                && !isWithinClock(line, colon);
    }

    /** {@code 12:text} or {@code 12-text}, a hit under a heading or in a single file. */
    static boolean isNumberOnly(String line) {
        int start = Ascii.blanks(line, 0);
        int digits = Ascii.digits(line, start);
        char after = Ascii.at(line, start + digits);
        return digits > 0 && digits <= 7 && (after == ':' || after == '-') && !Timestamps.isClock(line, start);
    }

    /** A path alone on a line. */
    static boolean isPath(String line) {
        return !line.isEmpty() && line.length() <= MAX_PATH && hasPathShape(line, line.length());
    }

    /** A name without blanks or sentence marks, as {@code ls} prints it. */
    static boolean isName(String line) {
        if (line.isEmpty() || line.length() > MAX_PATH) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            if (!isPathCharacter(line.charAt(i))) {
                return false;
            }
        }
        return line.charAt(line.length() - 1) != '.' || line.length() < 3;
    }

    /** A directory heading of {@code ls -R}. */
    static boolean isDirectoryHeading(String line) {
        return line.endsWith(":") && line.length() > 1 && isName(line.substring(0, line.length() - 1));
    }

    /** {@code -rw-r--r-- 1 user group 12 Jan 1 10:00 name}, also behind inode and blocks, and DOS listings. */
    static boolean isLongListing(String line) {
        int start = Ascii.blanks(line, 0);
        for (int field = 0; field < 3; field++) {
            if (isMode(line, start)) {
                return true;
            }
            int digits = Ascii.digits(line, start);
            int blanks = Ascii.blanks(line, start + digits);
            if (digits == 0 || blanks == 0) {
                return isDosListing(line);
            }
            start += digits + blanks;
        }
        return false;
    }

    /** {@code 4.0K<tab>dir/file}, {@code 12 34 dir/file}: sizes, counts or times and a path without blanks. */
    static boolean isSizedPath(String line) {
        int at = Ascii.blanks(line, 0);
        int fields = 0;
        while (at < line.length() && Ascii.digits(line, at) > 0) {
            int end = measureEnd(line, at);
            int next = end < 0 ? -1 : Ascii.blanks(line, end);
            if (next <= 0) {
                return false;
            }
            fields++;
            // More than one number before a tab are columns of a table.
            boolean table = fields > 1 && line.indexOf('\t', end) >= 0;
            if (table || fields > MAX_MEASURES) {
                return false;
            }
            at = end + next;
        }
        return fields > 0 && line.indexOf(' ', at) < 0 && isPath(line.substring(at));
    }

    /** Where a number with its unit, or a point in time ends, or -1. */
    private static int measureEnd(String line, int start) {
        int at = start;
        while (at < line.length() && (Ascii.isDigit(line.charAt(at)) || "-:.,+".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        while (at < line.length() && "KMGTPEkiB%".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return Ascii.blanks(line, at) > 0 ? at : -1;
    }

    /** A branch of {@code tree}. */
    static boolean isTreeBranch(String line) {
        String start = line.strip();
        return start.startsWith("├──")
                || start.startsWith("└──")
                || start.startsWith("│")
                || start.startsWith("|-- ")
                || start.startsWith("`-- ")
                || start.startsWith("|   ")
                || start.startsWith("+---")
                || start.startsWith("\\---");
    }

    private static boolean isMode(String line, int start) {
        if (line.length() < start + MODE || "-dlbcps".indexOf(line.charAt(start)) < 0) {
            return false;
        }
        for (int i = start + 1; i < start + MODE; i++) {
            if ("rwxsStT-".indexOf(line.charAt(i)) < 0) {
                return false;
            }
        }
        return " +.@".indexOf(Ascii.at(line, start + MODE)) >= 0;
    }

    private static boolean isDosListing(String line) {
        boolean date = Ascii.digits(line, 0) == 2 && Ascii.at(line, 2) == '/' && Ascii.digits(line, 3) == 2;
        return date && Ascii.at(line, 5) == '/' && (line.contains("M  ") || line.contains("M <"));
    }

    /** Where a path at the line's start ends at the given mark, or -1. */
    private static int pathEnd(String line, char mark) {
        boolean drive = Ascii.isLetter(Ascii.at(line, 0))
                && Ascii.at(line, 1) == ':'
                && (Ascii.at(line, 2) == '\\' || Ascii.at(line, 2) == '/');
        int end = line.indexOf(mark, drive ? 2 : 0);
        return end > 0 && end <= MAX_PATH ? end : -1;
    }

    private static int nextColon(String line, int colon) {
        int next = line.indexOf(':', colon + 1);
        return next > colon + 1 && next <= MAX_PATH ? next : -1;
    }

    private static boolean isWithinClock(String line, int colon) {
        return Timestamps.isClock(line, Math.max(0, colon - 2)) || Timestamps.isClock(line, Math.max(0, colon - 5));
    }

    /** Without blanks, or with a separator in it; at least one letter. */
    private static boolean looksLikePath(String line, int end) {
        boolean letter = false;
        boolean blank = false;
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            letter |= Character.isLetter(c);
            blank |= c == ' ' || c == '\t';
            if ("\"=(){}[]<>;,|".indexOf(c) >= 0 && !(c == '[' || c == ']' || c == '(' || c == ')')) {
                return false;
            }
        }
        return letter && (!blank || hasPathShape(line, end)) && Ascii.blanks(line, 0) == 0;
    }

    /** Only path characters, and a separator or an extension. */
    private static boolean hasPathShape(String line, int end) {
        boolean separator = false;
        int dot = -1;
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (!isPathCharacter(c) && !(c == ':' && i == 1) && !(c == ' ' && separator)) {
                return false;
            }
            separator |= c == '/' || c == '\\';
            dot = c == '.' ? i : dot;
        }
        boolean extension = dot >= 0 && dot < end - 1 && end - dot <= 12 && dot < end - 1;
        boolean url = line.startsWith("//", Math.max(0, line.indexOf(':') + 1)) && line.indexOf(':') < end;
        return end > 1 && !url && (separator || extension) && line.charAt(0) != ' ' && !endsLikeSentence(line, end);
    }

    private static boolean endsLikeSentence(String line, int end) {
        char last = line.charAt(end - 1);
        return (last == '.' && !line.startsWith("..") && end > 1) || last == ' ';
    }

    private static boolean isPathCharacter(char c) {
        return Character.isLetterOrDigit(c) || "._-/\\@+~#%$,=!()[]{}^&'".indexOf(c) >= 0;
    }
}
