package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.LongEntry.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A list that says something before each path, read: {@code ls -l}, {@code du}, {@code wc}, {@code find -ls}.
 *
 * @param blocks whether it prints bare names, below their directory if that is named
 * @param entries its lines
 * @param endsWithNewline whether the last line is terminated
 */
record LongList(boolean blocks, List<LongEntry> entries, boolean endsWithNewline) {

    /** The same with the directory that is open before each bare name. */
    LongList withDirectories() {
        List<LongEntry> whole = new ArrayList<>(entries.size());
        String directory = "";
        for (LongEntry entry : entries) {
            if (entry.kind() == Kind.OPENING) {
                directory = entry.path() + '/';
            }
            boolean named = entry.kind() == Kind.ROW && !directory.isEmpty();
            whole.add(named ? new LongEntry(Kind.ROW, entry.line(), entry.lead(), directory + entry.path()) : entry);
        }
        return new LongList(blocks && directory.isEmpty(), whole, endsWithNewline);
    }

    /** The tool's output again, exactly. */
    String render() {
        StringBuilder out = new StringBuilder();
        for (LongEntry entry : entries) {
            if (entry.kind() == Kind.OPENING) {
                out.append(out.length() > 0 ? "\n" : "").append(entry.path()).append(":\n");
            } else {
                out.append(entry.lead()).append(entry.path()).append('\n');
            }
        }
        if (!endsWithNewline && out.length() > 0) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }
}
