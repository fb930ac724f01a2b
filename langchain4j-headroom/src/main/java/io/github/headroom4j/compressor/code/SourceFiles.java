package io.github.headroom4j.compressor.code;

import java.util.Locale;
import java.util.Set;

/** Names of source files. */
final class SourceFiles {

    private static final Set<String> EXTENSIONS = Set.of(
            "java", "kt", "kts", "scala", "groovy", "cs", "py", "pyi", "js", "jsx", "mjs", "cjs", "ts", "tsx", "mts",
            "cts", "go", "rs", "c", "h", "cc", "cpp", "cxx", "hpp", "m", "swift", "rb", "php", "pl", "lua", "vue",
            "svelte", "dart");

    private SourceFiles() {}

    static boolean isSourceFile(String path) {
        return EXTENSIONS.contains(extension(path));
    }

    /** In lower case; empty if there is none. */
    static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot <= 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Without folders and extension. */
    static String stem(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? file : file.substring(0, dot);
    }
}
