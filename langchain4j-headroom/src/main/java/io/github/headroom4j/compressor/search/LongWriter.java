package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.LongEntry.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prints a long list by directory. The first character of a line says what it is:
 *
 * <pre>
 * %= -rw-r--r-- 1 dev dev#7 2025-07-04 22:15   what stands before the names below; #7 is a number seven wide
 * %2= ...        the same, with a name to come back to
 * %2 4711 Name   what is named so holds from here on
 * 4711 Name      a file in the current directory, with its numbers
 * 4711 dir/Name  a file below the base
 * dir/           the current directory; ./ is the base
 * dir:           ls opens a directory
 * &gt;dir/       the same, whatever it starts with
 * |text          any other line of the output
 * </pre>
 */
final class LongWriter {

    /** First characters of lines that are no directories. */
    private static final String RESERVED = "0123456789%|+…[> ";

    private final StringBuilder out;
    private final LongHeader header;
    private final boolean aligned;
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<String> defined = new HashSet<>();

    private String shape = "";
    private String directory = "";

    LongWriter(StringBuilder out, LongHeader header, boolean aligned) {
        this.out = out;
        this.header = header;
        this.aligned = aligned;
    }

    void write(List<LongEntry> entries) {
        nameShapes(entries);
        for (int i = 0; i < entries.size(); i++) {
            LongEntry entry = entries.get(i);
            if (entry.kind() == Kind.OPENING) {
                opening(entry.path(), ":");
            } else if (entry.kind() == Kind.RAW || !canPrint(entry)) {
                raw(entry.lead() + entry.path());
            } else {
                boolean stays = i + 1 < entries.size() && isBeside(entry, entries.get(i + 1));
                row(entry, stays);
            }
        }
    }

    private boolean canPrint(LongEntry entry) {
        return LeadShape.isPlain(entry.lead())
                && entry.path().startsWith(header.names().base());
    }

    private static boolean isBeside(LongEntry entry, LongEntry next) {
        return next.kind() == Kind.ROW && PathNames.directory(next.path()).equals(PathNames.directory(entry.path()));
    }

    private void raw(String text) {
        out.append(text.isEmpty() ? "" : "|").append(text).append('\n');
    }

    private void opening(String name, String mark) {
        boolean free = !name.isEmpty() && RESERVED.indexOf(name.charAt(0)) < 0;
        out.append(free ? "" : ">").append(name).append(mark).append('\n');
    }

    private void row(LongEntry entry, boolean stays) {
        String relative = entry.path().substring(header.names().base().length());
        String inDirectory = header.blocks() ? "" : PathNames.directory(relative);
        if (!inDirectory.equals(directory) && stays) {
            directory = inDirectory;
            opening(directory.isEmpty() ? "./" : directory, "");
        }
        LeadShape lead = LeadShape.of(entry.lead(), aligned);
        shape(lead.pattern());
        lead.values().forEach(value -> out.append(value).append(' '));
        out.append(inDirectory.equals(directory) ? "" : inDirectory.isEmpty() ? "./" : inDirectory);
        String name = relative.substring(inDirectory.length());
        out.append(PathWriter.printed(name, header.names().extension())).append('\n');
    }

    /** What is come back to needs a name. */
    private void nameShapes(List<LongEntry> entries) {
        Set<String> seen = new HashSet<>();
        String before = "";
        for (LongEntry entry : entries) {
            if (entry.kind() == Kind.ROW && canPrint(entry)) {
                String pattern = LeadShape.of(entry.lead(), aligned).pattern();
                if (!pattern.equals(before) && !seen.add(pattern)) {
                    names.putIfAbsent(pattern, names.size() + 1);
                }
                before = pattern;
            }
        }
    }

    private void shape(String pattern) {
        if (!pattern.equals(shape)) {
            String name = names.containsKey(pattern) ? String.valueOf(names.get(pattern)) : "";
            out.append('%').append(name);
            out.append(defined.add(pattern) ? "= " + pattern + '\n' : " ");
            shape = pattern;
        }
    }
}
