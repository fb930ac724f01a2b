package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a query points at in a file: positions ({@code Foo.java:123}, {@code File "a.py", line 12}, hunks of a diff), names
 * written as code ({@code Foo#bar}, {@code bar()}, {@code fooBar}, {@code foo_bar}), and the words that are left for
 * relevance. One pass over the query; no regular expression.
 */
final class QueryFocus {

    /** A query names few places; one with more is a log. */
    private static final int MAX_PLACES = 200;

    /**
     * Lines of some file.
     *
     * @param file its name without folders
     * @param first the first line, from 1
     * @param last the last line
     */
    record Place(String file, int first, int last) {}

    /**
     * A name that stands in the query as code.
     *
     * @param owner what stands before it, joined by a point or a hash; empty if nothing does
     * @param name the name
     */
    record Name(String owner, String name) {}

    private final List<Place> places = new ArrayList<>();
    private final Set<Name> names = new HashSet<>();
    private final StringBuilder words = new StringBuilder();
    private String diffFile = "";

    private QueryFocus() {}

    static QueryFocus of(String query) {
        QueryFocus focus = new QueryFocus();
        query.lines().forEach(focus::readLine);
        return focus;
    }

    List<Place> places() {
        return places;
    }

    Set<Name> names() {
        return names;
    }

    /** The query without paths, which speak of the file rather than of something in it. */
    String words() {
        return words.toString();
    }

    private void readLine(String line) {
        if (line.startsWith("+++ ") || line.startsWith("--- ")) {
            String path = line.substring(4).strip();
            diffFile = path.equals("/dev/null") ? diffFile : fileOf(path);
        } else if (line.startsWith("@@ ")) {
            addHunk(line);
        }
        int start = 0;
        while (start < line.length()) {
            int end = start;
            while (end < line.length() && isTokenPart(line.charAt(end))) {
                end++;
            }
            if (end > start) {
                readToken(line, start, end);
            }
            start = end + 1;
        }
    }

    private static boolean isTokenPart(char c) {
        return Character.isJavaIdentifierPart(c)
                || c == '.'
                || c == '/'
                || c == '\\'
                || c == ':'
                || c == '#'
                || c == '-';
    }

    private void readToken(String line, int start, int end) {
        String token = trim(line.substring(start, end));
        boolean file = SourceFiles.isSourceFile(pathOf(token));
        if (file) {
            addPlace(token, line, end);
            return;
        }
        if (!isPath(token)) {
            boolean called = end < line.length() && line.charAt(end) == '(';
            boolean quoted = start > 0 && line.charAt(start - 1) == '`';
            addName(token, called || quoted);
            words.append(token).append(' ');
        }
    }

    /** One slash stands between alternatives as often. */
    private static boolean isPath(String token) {
        int slash = token.indexOf('/');
        boolean second = slash > 0 && token.indexOf('/', slash + 1) > 0;
        return token.indexOf('\\') >= 0 || slash == 0 || second;
    }

    private static String trim(String token) {
        int end = token.length();
        while (end > 0 && ".:-/#".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(0, end);
    }

    private static String pathOf(String token) {
        int colon = token.indexOf(':', token.length() > 2 && token.charAt(1) == ':' ? 2 : 0);
        return colon < 0 ? token : token.substring(0, colon);
    }

    static String fileOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private void addPlace(String token, String line, int end) {
        String path = pathOf(token);
        int number = path.length() < token.length() ? numberAt(token, path.length() + 1) : -1;
        int python = line.indexOf("line ", end);
        if (number < 0 && python >= 0 && python - end < 6) {
            number = numberAt(line, python + "line ".length());
        }
        add(fileOf(path), number, number);
    }

    private void add(String file, int first, int last) {
        if (first > 0 && places.size() < MAX_PLACES) {
            places.add(new Place(file, first, last));
        }
    }

    /** The new side of a hunk, and the old one. */
    private void addHunk(String line) {
        for (char side : new char[] {'-', '+'}) {
            int at = line.indexOf(side, 3);
            int first = at < 0 ? -1 : numberAt(line, at + 1);
            int comma = at < 0 ? -1 : line.indexOf(',', at);
            int space = at < 0 ? -1 : line.indexOf(' ', at);
            int count = comma >= 0 && (space < 0 || comma < space) ? numberAt(line, comma + 1) : 1;
            add(diffFile, first, first + Math.max(1, count) - 1);
        }
    }

    /** The number that begins at an index, or -1. */
    private static int numberAt(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 8 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == from ? -1 : Integer.parseInt(text.substring(from, end));
    }

    private void addName(String token, boolean marked) {
        String joined = token.replace("::", ".").replace('#', '.');
        int dot = joined.lastIndexOf('.');
        String name = joined.substring(dot + 1);
        String before = dot < 0 ? "" : joined.substring(0, dot);
        String owner = before.substring(before.lastIndexOf('.') + 1);
        boolean code = marked || token.indexOf('#') >= 0 || token.contains("::") || looksLikeCode(name);
        if (code && !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0))) {
            names.add(new Name(owner, name));
        }
    }

    /** A hump or an underscore within a word: prose has neither. */
    private static boolean looksLikeCode(String name) {
        boolean lower = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (lower && (Character.isUpperCase(c) || c == '_') && i + 1 < name.length()) {
                return true;
            }
            lower |= Character.isLowerCase(c);
        }
        return false;
    }
}
