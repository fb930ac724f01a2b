package io.github.headroom4j.compressor.diff;

import java.util.List;

/**
 * A hunk.
 *
 * @param line the index of its header
 * @param to the index after its last line
 * @param header what its header says
 */
record Hunk(int line, int to, HunkHeader header) {

    int from() {
        return line + 1;
    }

    /** The lines of the hunk, given those of the diff. */
    List<String> body(List<String> lines) {
        return lines.subList(from(), to);
    }

    Sign sign(String bodyLine) {
        return Sign.of(bodyLine, header.parents());
    }

    /** What a line of the body says, without its signs. */
    String content(String bodyLine) {
        return bodyLine.length() < header.parents() ? "" : bodyLine.substring(header.parents());
    }
}
