package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.PathEntry.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints paths by directory. A line is a directory and names in it:
 *
 * <pre>
 * dir/ a.c b.h      two files; ./ is the base itself
 * dir/: a.c         the directory itself, then a file
 * dir/*.c a b x.h   a name without a dot has the extension
 * dir/*.c a Make.   a name that ends with a dot has none
 *   sub/ d          as many blanks as directories are kept from the line above
 * |text             any other line of the output
 * </pre>
 */
final class PathWriter {

    /** First characters of lines that are no directories. */
    private static final String RESERVED = "|+…[ ";

    private final StringBuilder out;
    private final String base;
    private final boolean impliesDirectories;

    private String directory = "";

    PathWriter(StringBuilder out, String base, boolean impliesDirectories) {
        this.out = out;
        this.base = base;
        this.impliesDirectories = impliesDirectories;
    }

    void write(List<PathEntry> entries) {
        for (int i = 0; i < entries.size(); ) {
            PathEntry entry = entries.get(i);
            if (entry.kind() == Kind.RAW || !canPrint(entry)) {
                raw(entry);
                i++;
            } else if (opensNext(entries, i)) {
                // A directory followed by what is in it is said by the line that opens it.
                String opened = entries.get(i + 1).directory();
                boolean openedAgain = opensNext(entries, i + 1);
                i++;
                if (openedAgain) {
                    directory(opened, "", true);
                    out.append('\n');
                } else {
                    i = group(entries, i, true);
                }
            } else {
                i = group(entries, i, false);
            }
        }
    }

    private void raw(PathEntry entry) {
        if (!entry.path().isEmpty()) {
            out.append('|').append(entry.path());
        }
        out.append('\n');
    }

    private boolean canPrint(PathEntry entry) {
        String relative = relative(entry.directory());
        return entry.isPlain()
                && entry.directory().startsWith(base)
                && !relative.equals("./")
                && !relative.startsWith("/")
                && !relative.contains("//")
                && (relative.isEmpty() || RESERVED.indexOf(relative.charAt(0)) < 0);
    }

    private String relative(String path) {
        return path.startsWith(base) ? path.substring(base.length()) : path;
    }

    private boolean opensNext(List<PathEntry> entries, int i) {
        if (!impliesDirectories || i + 1 >= entries.size()) {
            return false;
        }
        PathEntry next = entries.get(i + 1);
        return next.kind() == Kind.PATH
                && canPrint(next)
                && next.directory().equals(entries.get(i).path() + '/')
                && entries.get(i).path().length() >= base.length();
    }

    /** Prints the names from here on that are in the same directory; returns the index after them. */
    private int group(List<PathEntry> entries, int from, boolean withDirectory) {
        PathEntry first = entries.get(from);
        int start = first.kind() == Kind.OPENING ? from + 1 : from;
        int end = start;
        while (end < entries.size() && isIn(entries.get(end), first.directory()) && !opensNext(entries, end)) {
            end++;
        }
        List<PathEntry> names = entries.subList(start, end);
        String extension = commonExtension(names);
        directory(first.directory(), extension, withDirectory);
        for (PathEntry entry : names) {
            out.append(' ').append(printed(entry.name(), extension));
        }
        out.append('\n');
        return end;
    }

    private boolean isIn(PathEntry entry, String inDirectory) {
        return entry.kind() == Kind.PATH && entry.directory().equals(inDirectory) && canPrint(entry);
    }

    private void directory(String newDirectory, String extension, boolean withDirectory) {
        String relative = relative(newDirectory);
        int kept = 0;
        int end = 0;
        for (int i = 0; i < Math.min(relative.length(), directory.length()); i++) {
            if (relative.charAt(i) != directory.charAt(i)) {
                break;
            }
            if (PathNames.isSeparator(relative.charAt(i))) {
                kept++;
                end = i + 1;
            }
        }
        directory = relative;
        out.append(" ".repeat(kept)).append(end == relative.length() ? "./" : relative.substring(end));
        if (!extension.isEmpty()) {
            out.append('*').append(extension);
        }
        if (withDirectory) {
            out.append(':');
        }
    }

    static String printed(String name, String extension) {
        if (extension.isEmpty()) {
            return name;
        }
        if (name.indexOf('.') < 0) {
            return name + '.';
        }
        String stem = name.endsWith(extension) ? name.substring(0, name.length() - extension.length()) : "";
        return stem.isEmpty() || stem.indexOf('.') >= 0 ? name : stem;
    }

    static String commonExtension(List<PathEntry> names) {
        Map<String, Integer> counts = new HashMap<>();
        String best = "";
        int most = 2;
        for (PathEntry entry : names) {
            String extension = lastExtension(entry.name());
            int count = extension.isEmpty() ? 0 : counts.merge(extension, 1, Integer::sum);
            if (count > most) {
                most = count;
                best = extension;
            }
        }
        return best;
    }

    private static String lastExtension(String name) {
        int dot = name.lastIndexOf('.');
        boolean usable = dot > 0 && name.indexOf('.') == dot && name.indexOf(':') < 0;
        return usable ? name.substring(dot) : "";
    }
}
