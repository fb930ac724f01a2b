package io.github.headroom4j.compressor.search;

import java.util.List;

/**
 * What the paths of a result have in common, said once.
 *
 * @param base the directories that all of them are below, ending with a separator, or empty
 * @param extension what all of them end with, from the dot, or empty
 */
record PathNames(String base, String extension) {

    static final PathNames NONE = new PathNames("", "");

    /** First characters that mean something else where a file or directory is expected. */
    private static final String RESERVED = "0123456789 -:|$>…+[\t";

    static PathNames of(List<String> paths) {
        if (paths.isEmpty()) {
            return NONE;
        }
        String base = directory(paths.get(0));
        String extension = extension(paths.get(0));
        for (String path : paths) {
            while (!path.startsWith(base)) {
                base = directory(base.substring(0, base.length() - 1));
            }
            if (!path.endsWith(extension)) {
                extension = "";
            }
        }
        return new PathNames(isPlain(base) ? base : "", isPlain(extension) ? extension : "");
    }

    /** Up to and with the last separator, of either system. */
    static String directory(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    static String extension(String path) {
        String name = path.substring(directory(path).length());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }

    /** The directory below the base. */
    String relativeDirectory(String path) {
        return path.startsWith(base) ? directory(path).substring(base.length()) : directory(path);
    }

    /** The name without directory and common extension. */
    String shortName(String path) {
        String name = path.substring(directory(path).length());
        return name.endsWith(extension) ? name.substring(0, name.length() - extension.length()) : name;
    }

    /** Whether directory and name can be printed bare. */
    boolean canShorten(String path) {
        String directory = relativeDirectory(path);
        String name = shortName(path);
        if (!path.equals(base + directory + name + extension)) {
            return false;
        }
        return !name.isEmpty() && isFree(name) && (directory.isEmpty() || isFree(directory)) && !directory.equals("./");
    }

    private static boolean isFree(String text) {
        return RESERVED.indexOf(text.charAt(0)) < 0;
    }

    /** The first line of a notation ends its parts by "; " and itself by "]". */
    private static boolean isPlain(String text) {
        return text.indexOf(';') < 0 && text.indexOf(']') < 0;
    }

    static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }
}
