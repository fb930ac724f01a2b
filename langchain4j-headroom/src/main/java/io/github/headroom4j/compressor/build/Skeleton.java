package io.github.headroom4j.compressor.build;

/** What lines of one kind have in common: the text without places, numbers and what stands in quotes. */
final class Skeleton {

    private Skeleton() {}

    /** A hash (FNV-1a) of a line's common part; lines with one hash are taken for one kind. */
    static long of(String line) {
        int at = Prefix.end(line, LineReader.indent(line));
        Place place = Place.at(line, at);
        at = place == null ? at : place.end();
        long hash = 0xCBF29CE484222325L;
        char quote = 0;
        char before = 0;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                continue;
            }
            if ((c == '"' || c == '\'' || c == '`') && !Character.isLetterOrDigit(before)) {
                quote = c;
            }
            char common = c >= '0' && c <= '9' ? '#' : c;
            if (common != '#' || before != '#') {
                hash = (hash ^ common) * 0x100000001B3L;
            }
            before = common;
        }
        return hash;
    }
}
