package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.template.TraceLine;
import org.jspecify.annotations.Nullable;

/** Tells what a line is, by itself. */
final class LineReader {

    private LineReader() {}

    static LineKind kindOf(String line) {
        int start = indent(line);
        if (start == line.length() || line.strip().equals("E")) {
            return LineKind.BLANK;
        }
        int at = Prefix.end(line, start);
        String level = line.substring(start, at);
        if (at == line.length()) {
            return LineKind.BLANK;
        }
        if (isRule(line, at)) {
            return LineKind.RULE;
        }
        LineKind result = TestResults.of(line.substring(at).stripTrailing());
        if (Prefix.isError(level)) {
            return result != null && result.isVital() ? result : ofError(line, at);
        }
        if (Prefix.isWarning(level)) {
            return LineKind.WARNING;
        }
        return result != null ? result : byShape(line, at);
    }

    /** Within what Maven prints as an error there is advice, and what explains the error above. */
    private static LineKind ofError(String line, int at) {
        LineKind marked = Marks.of(line, at);
        return marked == LineKind.HINT || marked == LineKind.DETAIL ? marked : LineKind.ERROR;
    }

    private static LineKind byShape(String line, int at) {
        LineKind placed = RustFrames.of(line, at);
        placed = placed == null ? placed(line, at) : placed;
        if (placed != null) {
            return placed;
        }
        LineKind trace = trace(line);
        if (trace != null && (trace != LineKind.CAUSE || TraceLine.beginsTrace(line.strip()))) {
            return trace;
        }
        if (isExcerpt(line, at)) {
            return LineKind.EXCERPT;
        }
        LineKind marked = Marks.of(line, at);
        if (marked != null) {
            return marked;
        }
        if (trace != null) {
            return trace;
        }
        return namesExit(line) ? LineKind.SUMMARY : LineKind.OTHER;
    }

    private static @Nullable LineKind placed(String line, int at) {
        Place place = Place.at(line, at);
        if (place == null) {
            return isLint(line, at);
        }
        if (place.isError(line)) {
            return LineKind.ERROR;
        }
        if (place.isWarning(line)) {
            return LineKind.WARNING;
        }
        if (line.startsWith(": ", place.end()) || line.startsWith(" ", place.end())) {
            boolean indented = at > 0 && line.charAt(0) <= ' ';
            int text = place.end() + 1;
            if (place.path().endsWith(".go")) {
                return indented ? LineKind.DETAIL : LineKind.ERROR;
            }
            if (RuleCode.isAt(line, afterColons(line, text))) {
                return LineKind.ERROR;
            }
            return TraceLine.of(line.substring(text)) == TraceLine.HEADING ? LineKind.DETAIL : null;
        }
        return null;
    }

    /** {@code 12:5  error  text  rule}, as ESLint prints below a path. */
    private static @Nullable LineKind isLint(String line, int at) {
        int i = positionEnd(line, at);
        if (i == at) {
            return null;
        }
        String rest = line.substring(i).strip();
        return rest.startsWith("error ") ? LineKind.ERROR : rest.startsWith("warning ") ? LineKind.WARNING : null;
    }

    /** The index behind {@code 12:5}, or the same index if no such position stands there. */
    static int positionEnd(String line, int at) {
        int i = at;
        while (i < line.length() && (Character.isDigit(line.charAt(i)) || line.charAt(i) == ':')) {
            i++;
        }
        boolean position = i > at && i < line.length() && Character.isDigit(line.charAt(at));
        return position && line.indexOf(':', at) < i && line.indexOf(':', at) > 0 ? i : at;
    }

    /** Whether a line is a path and nothing else. */
    static boolean isPath(String line) {
        String path = line.strip();
        return path.indexOf(' ') < 0 && (path.indexOf('/') >= 0 || path.indexOf('\\') >= 0);
    }

    private static int afterColons(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == ':')) {
            at++;
        }
        return at;
    }

    private static @Nullable LineKind trace(String line) {
        return switch (TraceLine.of(line)) {
            case HEADING -> LineKind.CAUSE;
            case APPLICATION_FRAME -> LineKind.PROJECT_FRAME;
            case LIBRARY_FRAME -> LineKind.FRAME;
            case MORE -> LineKind.MORE;
            case OTHER -> null;
        };
    }

    /** {@code 12 | code}, {@code > 12 | code}, {@code | ^^^}, {@code ^~~~}. */
    private static boolean isExcerpt(String line, int at) {
        int i = at;
        if (line.charAt(i) == '^' || line.startsWith("~~", i)) {
            return true;
        }
        while (i < line.length()
                && (line.charAt(i) == '>' || line.charAt(i) == ' ' || Character.isDigit(line.charAt(i)))) {
            i++;
        }
        boolean bar = i < line.length() && (line.charAt(i) == '|' || line.charAt(i) == '│');
        return bar && (at > 0 || i > at);
    }

    /** An exit code, wherever in a line it is told. */
    private static boolean namesExit(String line) {
        return line.contains("exit code")
                || line.contains("exit status")
                || line.contains("exited with")
                || line.contains("non-zero code")
                || line.contains("] Error ");
    }

    /** At least three signs of one kind and nothing else. */
    private static boolean isRule(String line, int at) {
        char sign = line.charAt(at);
        if (Character.isLetterOrDigit(sign) || sign == '.' || sign == '^' || sign == '~') {
            return false;
        }
        int end = line.length();
        for (int i = at; i < end; i++) {
            if (line.charAt(i) != sign && line.charAt(i) != ' ') {
                return false;
            }
        }
        return end - at >= 3;
    }

    static int indent(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
