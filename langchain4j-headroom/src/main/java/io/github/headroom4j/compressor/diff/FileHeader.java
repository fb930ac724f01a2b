package io.github.headroom4j.compressor.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The lines above the hunks of a file.
 *
 * @param raw the lines; none in a diff that was cut out of a larger one
 * @param oldPath the old version's path, empty if there is none
 * @param newPath the new version's path, empty if there is none
 */
record FileHeader(List<String> raw, String oldPath, String newPath) {

    private static final String NOTHING = "/dev/null";

    static FileHeader of(List<String> raw) {
        String oldPath =
                after(raw, "rename from ").or(() -> after(raw, "copy from ")).orElse("");
        String newPath =
                after(raw, "rename to ").or(() -> after(raw, "copy to ")).orElse("");
        if (oldPath.isEmpty() && newPath.isEmpty()) {
            oldPath = after(raw, "--- ").map(p -> path(p, "a/")).orElse("");
            newPath = after(raw, "+++ ").map(p -> path(p, "b/")).orElse("");
            // Without a word of a rename, the old version only lies in another folder.
            oldPath = oldPath.isEmpty() || newPath.isEmpty() ? oldPath : newPath;
        }
        if (oldPath.isEmpty() && newPath.isEmpty()) {
            newPath = fromCommand(raw);
            oldPath = newPath;
        }
        return new FileHeader(raw, oldPath, newPath);
    }

    private static Optional<String> after(List<String> raw, String prefix) {
        return raw.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst();
    }

    /** A path without what tools put around it: quotes, a tab with the time or revision, git's prefix. */
    private static String path(String given, String prefix) {
        int tab = given.indexOf('\t');
        String path = (tab < 0 ? given : given.substring(0, tab)).strip();
        if (path.length() > 1 && path.startsWith("\"") && path.endsWith("\"")) {
            path = path.substring(1, path.length() - 1);
        }
        int revision = path.endsWith(")") ? path.lastIndexOf("  (") : -1;
        path = revision > 0 ? path.substring(0, revision) : path;
        if (path.equals(NOTHING)) {
            return "";
        }
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    /** The path in {@code diff --git a/x b/x}, {@code diff --cc x}, {@code diff -r a/x b/x} or {@code Index: x}. */
    private static String fromCommand(List<String> raw) {
        if (raw.isEmpty()) {
            return "";
        }
        String first = raw.get(0).stripTrailing();
        int pair = first.length() - "diff --git ".length();
        if (first.startsWith("diff --git a/") && pair % 2 == 1) {
            String right = first.substring(first.length() - pair / 2);
            String left = first.substring("diff --git ".length(), first.length() - pair / 2 - 1);
            if (right.startsWith("b/") && left.startsWith("a/") && left.endsWith(right.substring(1))) {
                return right.substring(2);
            }
        }
        int blank = first.lastIndexOf(' ');
        return path(first.substring(blank + 1), "b/");
    }

    /** The path to speak of: the new one, or the old one of a file that is gone. */
    String path() {
        return newPath.isEmpty() ? oldPath : newPath;
    }

    boolean isBinary() {
        return raw.stream()
                .anyMatch(line -> line.startsWith("Binary files ")
                        || line.startsWith("GIT binary patch")
                        || line.startsWith("Cannot display: "));
    }

    /** One line from which {@link HeaderCode} restores all of them, or empty if there is none. */
    Optional<String> encode() {
        String code = pathsBefore(attributes(UnaryOperator.identity()));
        return HeaderCode.expand(code).filter(raw::equals).map(lines -> code);
    }

    /** One line for readers: without hashes, and with whatever else a header says that is not usual. */
    String describe(String note) {
        String attributes = attributes(hashes -> "");
        return pathsBefore((attributes + ' ' + note).strip());
    }

    private String pathsBefore(String attributes) {
        boolean moved = !oldPath.isEmpty() && !newPath.isEmpty() && !oldPath.equals(newPath);
        return (moved ? oldPath + HeaderCode.MOVED : "") + path() + HeaderCode.ATTRIBUTES + attributes;
    }

    private String attributes(UnaryOperator<String> hashes) {
        List<String> attributes = new ArrayList<>();
        String command = raw.isEmpty() ? "" : raw.get(0);
        if (command.startsWith("diff --cc ") || command.startsWith("diff --combined ")) {
            attributes.add(HeaderCode.MERGE);
        } else if (!command.startsWith("diff --git ")) {
            attributes.add(HeaderCode.PLAIN);
        }
        after(raw, "new file mode ").ifPresent(mode -> attributes.add(HeaderCode.withMode(HeaderCode.NEW, mode)));
        after(raw, "deleted file mode ")
                .ifPresent(mode -> attributes.add(HeaderCode.withMode(HeaderCode.DELETED, mode)));
        after(raw, "old mode ")
                .ifPresent(old -> attributes.add(
                        HeaderCode.MODE + old + '>' + after(raw, "new mode ").orElse("")));
        after(raw, "similarity index ").ifPresent(attributes::add);
        after(raw, "copy from ").ifPresent(path -> attributes.add(HeaderCode.COPY));
        after(raw, "index ").map(hashes).filter(h -> !h.isEmpty()).ifPresent(h -> attributes.add(hashes(h)));
        if (isBinary()) {
            attributes.add(HeaderCode.BINARY);
        } else if (after(raw, "+++ ").isEmpty()) {
            attributes.add(HeaderCode.NO_LINES);
        }
        return String.join(" ", attributes);
    }

    private String hashes(String index) {
        int blank = index.indexOf(' ');
        boolean ownMode =
                raw.stream().anyMatch(HeaderCode::saysMode) || raw.get(0).startsWith("diff --cc ");
        if (blank < 0) {
            return ownMode ? index : index + ':';
        }
        String mode = index.substring(blank + 1);
        return HeaderCode.withMode(index.substring(0, blank), ownMode ? mode + '!' : mode);
    }
}
