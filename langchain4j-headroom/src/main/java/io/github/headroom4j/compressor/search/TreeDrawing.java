package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.PathEntry.Kind;
import io.github.headroom4j.compressor.search.PathList.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines that {@code tree} draws before names.
 *
 * @param bar below an entry that has later siblings
 * @param blank below the last sibling
 * @param branch before an entry that has later siblings
 * @param corner before the last sibling
 */
record TreeDrawing(String bar, String blank, String branch, String corner) {

    /** Deeper trees are declined: each level costs four characters on every line below it. */
    private static final int MAX_DEPTH = 200;

    static TreeDrawing of(Layout layout) {
        return switch (layout) {
            case TREE_NBSP -> new TreeDrawing("│\u00a0\u00a0 ", "    ", "├── ", "└── ");
            case TREE_ASCII -> new TreeDrawing("|   ", "    ", "|-- ", "`-- ");
            default -> new TreeDrawing("│   ", "    ", "├── ", "└── ");
        };
    }

    /** Reads a drawn tree; a name's directory is the names above it. */
    Optional<List<PathEntry>> read(List<String> lines) {
        List<PathEntry> entries = new ArrayList<>(lines.size());
        List<String> above = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int depth = depth(line);
            if (depth > above.size() || depth >= MAX_DEPTH) {
                return Optional.empty();
            }
            String name = depth < 0 ? line : line.substring((depth + 1) * branch.length());
            if (depth < 0 || name.isEmpty() || !PathNames.directory(name).isEmpty()) {
                entries.add(PathEntry.raw(i, line));
                continue;
            }
            above.subList(depth, above.size()).clear();
            String directory = depth == 0 ? "" : above.get(depth - 1);
            entries.add(new PathEntry(Kind.PATH, i, directory, name));
            above.add(directory + name + '/');
        }
        return Optional.of(entries);
    }

    private int depth(String line) {
        int depth = 0;
        int at = 0;
        while (depth < MAX_DEPTH && (line.startsWith(bar, at) || line.startsWith(blank, at))) {
            depth++;
            at += bar.length();
        }
        return line.startsWith(branch, at) || line.startsWith(corner, at) ? depth : -1;
    }

    void draw(List<PathEntry> entries, StringBuilder out) {
        boolean[] last = lastSiblings(entries);
        boolean[] lastAt = new boolean[MAX_DEPTH];
        for (int i = 0; i < entries.size(); i++) {
            PathEntry entry = entries.get(i);
            if (entry.kind() == Kind.PATH) {
                int depth = depthOf(entry);
                for (int level = 0; level < depth; level++) {
                    out.append(lastAt[level] ? blank : bar);
                }
                lastAt[depth] = last[i];
                out.append(last[i] ? corner : branch);
            }
            out.append(entry.name()).append('\n');
        }
    }

    private static boolean[] lastSiblings(List<PathEntry> entries) {
        boolean[] last = new boolean[entries.size()];
        boolean[] later = new boolean[MAX_DEPTH + 1];
        for (int i = last.length - 1; i >= 0; i--) {
            if (entries.get(i).kind() == Kind.PATH) {
                int depth = depthOf(entries.get(i));
                last[i] = !later[depth];
                later[depth] = true;
                later[depth + 1] = false;
            }
        }
        return last;
    }

    private static int depthOf(PathEntry entry) {
        int depth = (int) entry.directory().chars().filter(c -> c == '/').count();
        return Math.min(depth, MAX_DEPTH - 1);
    }
}
