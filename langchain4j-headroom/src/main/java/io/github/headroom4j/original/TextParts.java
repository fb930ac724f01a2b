package io.github.headroom4j.original;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Turns a text into bytes part by part: no copy of all of it is made, and what is in a hurry can give up in between. */
final class TextParts {

    /** Characters of a part, default 65,536: hashing and deflating so many takes about a millisecond. */
    static final int PART_CHARS = 1 << 16;

    private TextParts() {}

    /**
     * Hands out the UTF-8 of a text.
     *
     * @param text any text
     * @param checkpoint run before each part; throws to give up
     * @param sink takes the parts in their order
     * @return whether UTF-8 can say the text; if not, the sink has got some parts or none
     */
    static boolean utf8(String text, Runnable checkpoint, Consumer<byte[]> sink) {
        int from = 0;
        while (from < text.length()) {
            checkpoint.run();
            String part = text.substring(from, end(text, from));
            if (!OriginalCodec.isExact(part)) {
                return false;
            }
            sink.accept(part.getBytes(StandardCharsets.UTF_8));
            from += part.length();
        }
        return true;
    }

    /** The same for the UTF-16 units, see {@link OriginalCodec#units}. */
    static void units(String text, Runnable checkpoint, Consumer<byte[]> sink) {
        for (int from = 0; from < text.length(); from += PART_CHARS) {
            checkpoint.run();
            sink.accept(OriginalCodec.units(text.substring(from, Math.min(text.length(), from + PART_CHARS))));
        }
    }

    /** Never between the halves of a character. */
    private static int end(String text, int from) {
        int end = Math.min(text.length(), from + PART_CHARS);
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
