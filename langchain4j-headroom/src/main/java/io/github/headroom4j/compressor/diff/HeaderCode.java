package io.github.headroom4j.compressor.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Restores the lines that git prints above the hunks of a file from one line, {@code path | attributes} or {@code old =>
 * new | attributes}. What it restores is compared with the original before it is relied on.
 */
final class HeaderCode {

    static final String ATTRIBUTES = " | ";
    static final String MOVED = " => ";
    static final String MERGE = "merge";
    /** Without a line {@code diff --git}. */
    static final String PLAIN = "plain";

    static final String NEW = "new";
    static final String DELETED = "deleted";
    static final String MODE = "mode:";
    static final String COPY = "copy";
    static final String BINARY = "binary";
    /** Without {@code ---} and {@code +++}: only the name or the mode changed, or the file is empty. */
    static final String NO_LINES = "no-lines";

    private static final String USUAL_MODE = "100644";

    private final List<String> attributes;
    private final String oldPath;
    private final String newPath;
    private final List<String> lines = new ArrayList<>();

    private HeaderCode(String paths, List<String> attributes) {
        this.attributes = attributes;
        int moved = paths.indexOf(MOVED);
        oldPath = moved < 0 ? paths : paths.substring(0, moved);
        newPath = moved < 0 ? paths : paths.substring(moved + MOVED.length());
    }

    /** The lines that a code stands for, or empty if it is none. */
    static Optional<List<String>> expand(String code) {
        int end = code.lastIndexOf(ATTRIBUTES);
        if (end <= 0) {
            return Optional.empty();
        }
        String attributes = code.substring(end + ATTRIBUTES.length());
        return Optional.of(new HeaderCode(code.substring(0, end), List.of(attributes.split(" "))).lines());
    }

    static String withMode(String attribute, String mode) {
        return mode.equals(USUAL_MODE) ? attribute : attribute + ':' + mode;
    }

    static boolean saysMode(String line) {
        return line.startsWith("new file mode ")
                || line.startsWith("deleted file mode ")
                || line.startsWith("old mode ");
    }

    private List<String> lines() {
        command();
        attributes.forEach(this::mode);
        attributes.stream()
                .filter(HeaderCode::isShare)
                .forEach(attribute -> lines.add("similarity index " + attribute));
        if (!oldPath.equals(newPath) && !attributes.contains(PLAIN)) {
            String verb = attributes.contains(COPY) ? "copy " : "rename ";
            lines.add(verb + "from " + oldPath);
            lines.add(verb + "to " + newPath);
        }
        attributes.stream().filter(attribute -> attribute.contains("..")).forEach(this::index);
        versions();
        return lines;
    }

    private void command() {
        if (attributes.contains(MERGE)) {
            lines.add("diff --cc " + newPath);
        } else if (!attributes.contains(PLAIN)) {
            lines.add("diff --git a/" + oldPath + " b/" + newPath);
        }
    }

    private void mode(String attribute) {
        if (is(attribute, NEW)) {
            lines.add("new file mode " + modeOf(attribute));
        } else if (is(attribute, DELETED)) {
            lines.add("deleted file mode " + modeOf(attribute));
        } else if (attribute.startsWith(MODE) && attribute.indexOf('>') > 0) {
            int change = attribute.indexOf('>');
            lines.add("old mode " + attribute.substring(MODE.length(), change));
            lines.add("new mode " + attribute.substring(change + 1));
        }
    }

    private void index(String attribute) {
        int colon = attribute.indexOf(':');
        String hashes = colon < 0 ? attribute : attribute.substring(0, colon);
        String mode = colon < 0 ? USUAL_MODE : attribute.substring(colon + 1);
        boolean silent = attributes.contains(MERGE) || lines.stream().anyMatch(HeaderCode::saysMode);
        boolean forced = mode.endsWith("!");
        if (mode.isEmpty() || (silent && !forced)) {
            lines.add("index " + hashes);
        } else {
            lines.add("index " + hashes + ' ' + (forced ? mode.substring(0, mode.length() - 1) : mode));
        }
    }

    private void versions() {
        boolean isNew = attributes.stream().anyMatch(attribute -> is(attribute, NEW));
        boolean isDeleted = attributes.stream().anyMatch(attribute -> is(attribute, DELETED));
        String left = isNew ? "/dev/null" : "a/" + oldPath;
        String right = isDeleted ? "/dev/null" : "b/" + newPath;
        if (attributes.contains(BINARY)) {
            lines.add("Binary files " + left + " and " + right + " differ");
        } else if (!attributes.contains(NO_LINES)) {
            lines.add("--- " + tabbed(left));
            lines.add("+++ " + tabbed(right));
        }
    }

    /** Git ends a path with blanks by a tab, so that nobody takes the rest of it for a time. */
    private static String tabbed(String path) {
        return path.indexOf(' ') < 0 ? path : path + '\t';
    }

    private static boolean is(String attribute, String name) {
        return attribute.equals(name) || attribute.startsWith(name + ':');
    }

    private static String modeOf(String attribute) {
        int colon = attribute.indexOf(':');
        return colon < 0 ? USUAL_MODE : attribute.substring(colon + 1);
    }

    private static boolean isShare(String attribute) {
        return attribute.endsWith("%");
    }
}
