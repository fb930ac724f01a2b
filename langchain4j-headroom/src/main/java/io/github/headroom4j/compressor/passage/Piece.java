package io.github.headroom4j.compressor.passage;

/**
 * The least part of a text that is shown or left out. Pieces follow each other without a gap; blanks and blank lines belong
 * to the piece before them.
 *
 * @param start where it begins
 * @param end where the next begins
 * @param firstLine the index of its first line, from 0
 * @param lastLine the index of its last line, blank lines after it included
 * @param kind what it is
 * @param block which paragraph, item or run of lines it belongs to, ascending
 * @param needs the index of the piece that has to be shown with it, or -1: a list's stem, a heading
 */
record Piece(int start, int end, int firstLine, int lastLine, Kind kind, int block, int needs) {

    enum Kind {
        /** A sentence of running text. */
        SENTENCE,
        /** A line that is no sentence: a record, an item, a row. */
        LINE,
        /** A block that another compressor reads, with the fences around it: shown as that one chooses, or not at all. */
        BLOCK,
        /** A title, shown with what stands below it. */
        TITLE,
        /** Where the links of a name lead. Nobody asks for it but by its name. */
        TARGET,
        /** What tells a reader nothing: a comment, badges. Never chosen for its score. */
        NOISE,
        /** What is always shown: a heading, a block that may hold errors. */
        FIXED
    }
}
