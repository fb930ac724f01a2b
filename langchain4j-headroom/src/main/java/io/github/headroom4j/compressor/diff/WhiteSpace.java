package io.github.headroom4j.compressor.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells changes of white space alone from others. Where indentation means something, only ends of lines and empty lines
 * count as white space; and nowhere do blanks between quotes.
 */
final class WhiteSpace {

    private static final Set<String> INDENTED = Set.of(
            "py",
            "pyi",
            "pyx",
            "yaml",
            "yml",
            "mk",
            "haml",
            "slim",
            "pug",
            "jade",
            "sass",
            "styl",
            "nim",
            "coffee",
            "fs",
            "fsx",
            "hs",
            "elm",
            "md",
            "markdown",
            "rst",
            "adoc",
            "txt",
            "tsv",
            "diff",
            "patch",
            "gd",
            "makefile");

    private final boolean indentationMatters;

    private WhiteSpace(boolean indentationMatters) {
        this.indentationMatters = indentationMatters;
    }

    /** What white space means in a file. Without a name, or without an ending, it may mean something. */
    static WhiteSpace in(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return new WhiteSpace(ending.isEmpty() || INDENTED.contains(ending));
    }

    /** Whether lines differ from others in white space that means nothing. */
    boolean alone(List<String> removed, List<String> added) {
        if (indentationMatters) {
            return stripped(removed, false).equals(stripped(added, false));
        }
        List<String> before = stripped(removed, true);
        List<String> after = stripped(added, true);
        return before.equals(after)
                || (isPlain(before) && isPlain(after) && words(before).equals(words(after)));
    }

    private static List<String> stripped(List<String> lines, boolean bothEnds) {
        return lines.stream()
                .map(line -> bothEnds ? line.strip() : line.stripTrailing())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Whether lines may be wrapped elsewhere: blanks in a text and the end of a line comment mean something. */
    private static boolean isPlain(List<String> lines) {
        return lines.stream()
                .allMatch(line -> line.indexOf('"') < 0
                        && line.indexOf('\'') < 0
                        && line.indexOf('`') < 0
                        && line.indexOf('#') < 0
                        && !line.contains("//")
                        && !line.contains("--"));
    }

    private static List<String> words(List<String> lines) {
        List<String> words = new ArrayList<>();
        for (String line : lines) {
            words.addAll(List.of(line.split("\\s+")));
        }
        return words;
    }
}
