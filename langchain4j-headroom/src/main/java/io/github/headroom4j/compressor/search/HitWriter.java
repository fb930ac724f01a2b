package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.Hit.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints hits grouped by file. The first character of a line says what it is:
 *
 * <pre>
 * dir/          the directory of the files that follow, below the base; ./ is the base itself
 * Name          a file there
 * &gt;path         a file by its whole path
 * 12 text       line 12, with the indentation of the line above
 * 12:  text     line 12 as it is; 12,15 for equal lines in a row
 * :    text      a line of which the number is not known
 * 12-  text     a line of context as it is
 * 12=  text     the line that opens the function around the matches below, as it is
 *  text         the line of context that follows, with the indentation of the line above
 * -  text       the line of context that follows, as it is
 * $1=text       a text that occurs often; 12$1 is a line with it
 * --            between groups of context
 * |text         any other line of the output
 * </pre>
 */
final class HitWriter {

    private final StringBuilder out;
    private final PathNames names;
    private final Map<String, Integer> repeated = new HashMap<>();

    private String directory = "";
    private String path = "";
    private int number;
    private String indent = "";

    HitWriter(StringBuilder out, PathNames names) {
        this.out = out;
        this.names = names;
    }

    /** Declares texts that are then printed by number. */
    void define(List<String> texts) {
        for (String text : texts) {
            repeated.put(text, repeated.size() + 1);
            out.append('$').append(repeated.size()).append('=').append(text).append('\n');
        }
    }

    /** Prints hits in their order. */
    void write(List<Hit> hits) {
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            switch (hit.kind()) {
                case HEADING -> file(hit.path());
                case SEPARATOR -> out.append("--\n");
                case RAW -> raw(hit.text());
                case MATCH -> i = hit.number() == 0 ? unnumbered(hit, i) : match(hits, i);
                case CONTEXT -> context(hit);
                case SCOPE -> scope(hit);
            }
        }
    }

    /** Prints a file's name, and its directory if that changed. */
    void file(String newPath) {
        path = newPath;
        number = 0;
        indent = "";
        if (!names.canShorten(newPath)) {
            out.append('>').append(newPath).append('\n');
            return;
        }
        String newDirectory = names.relativeDirectory(newPath);
        if (!newDirectory.equals(directory)) {
            directory = newDirectory;
            out.append(directory.isEmpty() ? "./" : directory).append('\n');
        }
        out.append(names.shortName(newPath)).append('\n');
    }

    private void raw(String text) {
        if (!text.isEmpty()) {
            out.append('|').append(text);
        }
        out.append('\n');
    }

    private int unnumbered(Hit hit, int index) {
        if (!hit.path().equals(path)) {
            file(hit.path());
        }
        out.append(':').append(hit.text()).append('\n');
        return index;
    }

    /** Prints a match and the equal ones after it; returns the index of the last one printed. */
    private int match(List<Hit> hits, int first) {
        Hit hit = hits.get(first);
        if (!hit.path().equals(path)) {
            file(hit.path());
        }
        int last = first;
        out.append(hit.number());
        while (last + 1 < hits.size() && isSame(hit, hits.get(last + 1))) {
            last++;
            out.append(',').append(hits.get(last).number());
        }
        number = hits.get(last).number();
        Integer reference = repeated.get(hit.text());
        if (reference != null) {
            out.append('$').append(reference).append('\n');
        } else if (isIndentedAlike(hit.text())) {
            out.append(' ')
                    .append(hit.text(), indent.length(), hit.text().length())
                    .append('\n');
        } else {
            asItIs(':', hit.text());
        }
        return last;
    }

    private void context(Hit hit) {
        if (!hit.path().equals(path)) {
            file(hit.path());
        }
        boolean next = number > 0 && hit.number() == number + 1;
        number = hit.number();
        if (next && isIndentedAlike(hit.text())) {
            out.append(' ')
                    .append(hit.text(), indent.length(), hit.text().length())
                    .append('\n');
            return;
        }
        // A lone "--" is the separator.
        if (!next || hit.text().equals("-")) {
            out.append(hit.number());
        }
        asItIs('-', hit.text());
    }

    private void scope(Hit hit) {
        if (!hit.path().equals(path)) {
            file(hit.path());
        }
        number = hit.number();
        out.append(number);
        asItIs('=', hit.text());
    }

    private void asItIs(char joint, String text) {
        out.append(joint).append(text).append('\n');
        indent = indentAfter(indent, text);
    }

    private static boolean isSame(Hit one, Hit other) {
        return other.kind() == Kind.MATCH
                && other.path().equals(one.path())
                && other.text().equals(one.text());
    }

    private boolean isIndentedAlike(String text) {
        return !text.isBlank() && indentOf(text).equals(indent);
    }

    /** Blank lines have no indentation of their own. */
    static String indentAfter(String before, String text) {
        return text.isBlank() ? before : indentOf(text);
    }

    private static String indentOf(String text) {
        int end = 0;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(0, end);
    }
}
