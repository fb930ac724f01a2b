package io.github.headroom4j.compressor.build;

import org.jspecify.annotations.Nullable;

/** The calls of a Rust backtrace: {@code 4: app::parse} and, below it, {@code at ./src/lib.rs:12:5}. */
final class RustFrames {

    private static final String[] LIBRARIES = {"std::", "core::", "alloc::", "__rustc", "rust_", "test::", "<", "_"};

    private RustFrames() {}

    /** What a line is in a backtrace, or null if it is no part of one. */
    static @Nullable LineKind of(String line, int start) {
        if (start == 0) {
            return null;
        }
        if (line.startsWith("at ./", start)) {
            return LineKind.PROJECT_FRAME;
        }
        if (line.startsWith("at /", start) && (line.contains("/.cargo/registry/") || line.contains("/rustc/"))) {
            return LineKind.FRAME;
        }
        int at = start;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        if (at == start || !line.startsWith(": ", at) || line.indexOf("::", at) < 0) {
            return null;
        }
        for (String library : LIBRARIES) {
            if (line.startsWith(library, at + 2)) {
                return LineKind.FRAME;
            }
        }
        // A closure's call stands beside that of its function.
        return line.endsWith("{{closure}}") ? LineKind.FRAME : LineKind.PROJECT_FRAME;
    }
}
