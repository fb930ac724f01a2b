package io.github.headroom4j.compressor.diff;

/** What a line of a hunk is. */
enum Sign {
    CONTEXT,
    ADDED,
    REMOVED,
    /** {@code \ No newline at end of file}: speaks of the line above it. */
    NOTE,
    /** No line of a hunk. */
    NONE;

    /** Reads the first columns of a line, as many as a combined diff has parents. */
    static Sign of(String line, int parents) {
        if (line.isEmpty() || line.equals("\r")) {
            // Mail programs and editors strip the blank of an empty context line.
            return CONTEXT;
        }
        if (line.charAt(0) == '\\') {
            return NOTE;
        }
        if (line.length() < parents) {
            return NONE;
        }
        Sign sign = CONTEXT;
        for (int i = 0; i < parents; i++) {
            switch (line.charAt(i)) {
                case ' ' -> {}
                case '+' -> sign = sign == REMOVED ? NONE : ADDED;
                case '-' -> sign = sign == ADDED ? NONE : REMOVED;
                default -> {
                    return NONE;
                }
            }
            if (sign == NONE) {
                return NONE;
            }
        }
        return sign;
    }

    boolean changes() {
        return this == ADDED || this == REMOVED;
    }

    /** Whether a line with this sign stands in the version of a column, the last of which is the new one. */
    boolean standsIn(String line, int column, int parents) {
        return switch (this) {
            case CONTEXT -> true;
            case ADDED -> column == parents || line.charAt(column) == ' ';
            case REMOVED -> column < parents && line.charAt(column) == '-';
            case NOTE, NONE -> false;
        };
    }
}
