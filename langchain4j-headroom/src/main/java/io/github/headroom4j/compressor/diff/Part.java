package io.github.headroom4j.compressor.diff;

/** A part of a diff: what changed in a file, or text around it. */
sealed interface Part permits TextPart, FilePart {

    /** The index of its first line. */
    int from();

    /** The index after its last line. */
    int to();
}
