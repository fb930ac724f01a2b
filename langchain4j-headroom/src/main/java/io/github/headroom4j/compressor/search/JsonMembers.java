package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The members of a JSON object that make it a hit, by the names that tools give them. */
final class JsonMembers {

    /** {@code range.start.line} is three objects deep; deeper ones speak of something else. */
    private static final int MAX_DEPTH = 3;

    private static final Set<String> PATHS =
            Set.of("path", "file", "filename", "filepath", "relativepath", "absolutepath", "uri", "fileuri");

    private static final Set<String> REPOSITORIES = Set.of("repository", "repo");

    /** The best one first. */
    private static final List<String> REPOSITORY_NAMES = List.of("fullname", "namewithowner", "name");

    private static final Set<String> NUMBERS = Set.of("linenumber", "line", "lineno", "startline", "row");

    /** Only search results have these. */
    private static final Set<String> FRAGMENTS = Set.of(
            "fragment",
            "snippet",
            "preview",
            "linetext",
            "linecontent",
            "matchtext",
            "matchedtext",
            "matchline",
            "lines");

    /** With a number these are lines, without one they may be whole documents. */
    private static final Set<String> TEXTS = Set.of("text", "line", "content", "code", "match", "context");

    private static final List<Set<String>> HIT_TEXTS = List.of(PATHS, REPOSITORIES, FRAGMENTS, TEXTS);

    private static final int MIN_HASH = 12;
    private static final int HEXADECIMAL = 16;

    private static final List<String> WRAPPED = List.of("text", "path", "content", "fragment", "value");

    private final List<Map.Entry<String, Value>> entries = new ArrayList<>();

    /** The outermost members first. */
    JsonMembers(Members members) {
        List<Members> level = List.of(members);
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            List<Members> next = new ArrayList<>();
            for (Members one : level) {
                for (int i = 0; i < one.names().size(); i++) {
                    String key = key(one.names().get(i));
                    Value value = one.values().get(i);
                    entries.add(Map.entry(key, value));
                    if (value instanceof Members inner && !REPOSITORIES.contains(key)) {
                        next.add(inner);
                    }
                }
            }
            level = next;
        }
    }

    /** {@code line_number}, {@code lineNumber} and {@code line-number} are one. */
    static String key(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** What is neither array nor object, in brackets. */
    static String scalars(Members members) {
        StringBuilder scalars = new StringBuilder();
        for (int i = 0; i < members.names().size(); i++) {
            if (members.values().get(i) instanceof Literal literal) {
                scalars.append(scalars.isEmpty() ? " (" : ", ");
                scalars.append(members.names().get(i)).append(' ').append(literal.lexeme());
            }
        }
        return scalars.isEmpty() ? "" : scalars.append(')').toString();
    }

    List<Map.Entry<String, Value>> entries() {
        return entries;
    }

    /** The file, below the repository it is in. */
    String path() {
        String path = text(PATHS);
        String repository = text(REPOSITORIES);
        boolean within = repository.isEmpty() || path.isEmpty() || repository.indexOf('\n') >= 0;
        return within ? path : repository + '/' + path;
    }

    int number() {
        return entries.stream()
                .filter(entry -> NUMBERS.contains(entry.getKey()))
                .mapToInt(entry -> JsonHits.number(entry.getValue()))
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    /** The text of the line, or of a fragment of the file. */
    String line() {
        String fragment = text(FRAGMENTS);
        return fragment.isEmpty() && number() > 0 ? text(TEXTS) : fragment;
    }

    /** Texts that are neither the path, a part of it or of the line, nor an address or a hash, by their names. */
    List<Map.Entry<String, String>> others(String path) {
        String line = line();
        List<Map.Entry<String, String>> others = new ArrayList<>();
        for (Map.Entry<String, Value> entry : entries) {
            boolean told = HIT_TEXTS.stream().anyMatch(names -> names.contains(entry.getKey()));
            if (!told && entry.getValue() instanceof Text text) {
                String value = text.text();
                boolean seen = path.contains(value) || line.contains(value);
                if (!seen && value.indexOf("://") < 0 && !isHash(value)) {
                    others.add(Map.entry(entry.getKey(), value));
                }
            }
        }
        return others;
    }

    private static boolean isHash(String value) {
        return value.length() >= MIN_HASH && value.chars().allMatch(c -> Character.digit(c, HEXADECIMAL) >= 0);
    }

    /** The first text of these names that is not empty. */
    String text(Set<String> keys) {
        return entries.stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .map(entry -> text(entry.getValue(), keys))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(Value value, Set<String> keys) {
        if (value instanceof Text text) {
            return text.text();
        }
        List<String> wanted = keys.equals(REPOSITORIES) ? REPOSITORY_NAMES : WRAPPED;
        return value instanceof Members members
                ? wanted.stream()
                        .map(name -> member(members, name))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String member(Members members, String wanted) {
        for (int i = 0; i < members.names().size(); i++) {
            if (wanted.equals(key(members.names().get(i))) && members.values().get(i) instanceof Text text) {
                return text.text();
            }
        }
        return "";
    }
}
