package io.github.headroom4j.original;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of JSON pointers, RFC 6901, with ranges of elements; what models write by habit is understood too. */
final class JsonPointers {

    /** Longer pointers are no questions but attacks or mistakes. */
    private static final int MAX_CHARS = 4_000;

    private static final Pattern INDEX = Pattern.compile("(\\d{1,9})(?:(-)(\\d{1,9})?)?");

    /**
     * Elements of an array, or members of an object in their order.
     *
     * @param from index of the first, from 0
     * @param to index of the last; the same for one element that is not meant as a range
     */
    record Index(int from, int to) {
        boolean isRange() {
            return from != to;
        }
    }

    private JsonPointers() {}

    /** The names and indices in a pointer, unescaped; none for the whole document. */
    static List<String> tokens(String pointer) {
        String canonical = canonical(pointer.strip());
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < canonical.length(); ) {
            int slash = canonical.indexOf('/', at + 1);
            int end = slash < 0 ? canonical.length() : slash;
            tokens.add(canonical.substring(at + 1, end).replace("~1", "/").replace("~0", "~"));
            at = end;
        }
        return tokens;
    }

    static String render(List<String> tokens) {
        StringBuilder pointer = new StringBuilder();
        for (String token : tokens) {
            pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Whether a token can be read as a range, if only of one element. */
    static boolean isRange(String token) {
        return token.indexOf('-') > 0 && INDEX.matcher(token).matches();
    }

    static Index index(String token, String array) {
        Matcher matcher = INDEX.matcher(token);
        if (!matcher.matches()) {
            throw new InvalidSelectorException("path must have an index such as 34 or a range such as 34-153 below "
                    + (array.isEmpty() ? "an array" : "the array " + InvalidSelectorException.shown(array))
                    + ", but had '" + InvalidSelectorException.shown(token) + "'");
        }
        int from = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return new Index(from, from);
        }
        int to = matcher.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(3));
        return new Index(Math.min(from, to), Math.max(from, to));
    }

    /** Fragments ({@code #/a}), JSONPath without filters ({@code $.a[3].b}) and a missing slash become a pointer. */
    private static String canonical(String pointer) {
        if (pointer.length() > MAX_CHARS) {
            throw new InvalidSelectorException(
                    "path must have at most " + MAX_CHARS + " characters, but had " + pointer.length());
        }
        String path = pointer.startsWith("#") ? pointer.substring(1) : pointer;
        if (path.isEmpty() || path.startsWith("/")) {
            return path;
        }
        boolean jsonPath = path.startsWith("$") || (path.indexOf('[') >= 0 && path.indexOf('/') < 0);
        if (!jsonPath) {
            return "/" + path;
        }
        String dotted = path.startsWith("$") ? path.substring(1) : path;
        String slashed = dotted.replace("][", "/")
                .replace("[", "/")
                .replace("]", "")
                .replace("'", "")
                .replace("\"", "")
                .replace('.', '/');
        return slashed.isEmpty() || slashed.startsWith("/") ? slashed : "/" + slashed;
    }
}
