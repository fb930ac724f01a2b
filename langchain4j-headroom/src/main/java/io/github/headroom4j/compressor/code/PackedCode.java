package io.github.headroom4j.compressor.code;

/**
 * {@link PlainCode} with its blanks shortened, which are most of it and which a parser reads no faster than words. Of blanks
 * over lines the last line break stays and how far the next line is indented, of others one. Immutable.
 */
final class PackedCode {

    private final String text;
    private final int[] origins;

    private PackedCode(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static PackedCode of(String code) {
        StringBuilder packed = new StringBuilder();
        int[] origins = new int[code.length() + 1];
        int at = 0;
        while (at < code.length()) {
            int end = endOfBlank(code, at);
            int from = end == at ? at : kept(code, at, end);
            for (at = from; at < Math.max(end, from + 1); at++) {
                origins[packed.length()] = at;
                packed.append(code.charAt(at));
            }
        }
        origins[packed.length()] = code.length();
        return new PackedCode(packed.toString(), origins);
    }

    String text() {
        return text;
    }

    /** Where a thing begins in the code that begins at an offset here; if that is a blank, the thing is empty. */
    int start(int offset) {
        boolean empty = offset == text.length() || text.charAt(offset) <= ' ';
        return empty ? end(offset) : origins[offset];
    }

    /** Where a thing ends in the code that ends at an offset here. */
    int end(int offset) {
        return offset == 0 ? 0 : origins[offset - 1] + 1;
    }

    /** Where in the code what stands before an offset here ends. */
    int endBefore(int offset) {
        int end = offset;
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end(end);
    }

    private static int endOfBlank(String code, int from) {
        int end = from;
        while (end < code.length() && code.charAt(end) <= ' ') {
            end++;
        }
        return end;
    }

    /** From where on a blank stays; all of it where a text begins with an indentation. */
    private static int kept(String code, int start, int end) {
        int feed = code.lastIndexOf('\n', end - 1);
        if (feed >= start) {
            return feed;
        }
        return start == 0 ? 0 : end - 1;
    }
}
