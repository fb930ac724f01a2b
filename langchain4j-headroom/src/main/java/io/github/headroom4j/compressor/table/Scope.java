package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members that a text within an object can be made of: those that stand before it, in its own object or in the
 * objects around it. A name means the innermost member that has it. Writer and reader fill it in the same order.
 */
final class Scope {

    /** Characters that a reference must save. */
    private static final int MIN_SAVED = 6;

    /** Longer texts are prose, not made of others. */
    private static final int MAX_LENGTH = 512;

    /** Places in a text where a reference may begin or end; the rest of a longer text is looked at as one piece. */
    private static final int MAX_PLACES = 32;

    /** Of an object with more members, the first can be named. Bounds the cost of looking one up. */
    private static final int MAX_MEMBERS = 256;

    /** Of more members, none is looked for in a text before the text is cut. */
    private static final int MAX_LOOKED_FOR = 16;

    private final @Nullable Scope outer;
    private final List<String> names = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final Map<String, String> namesOfTexts = new HashMap<>();

    /** How long these texts are: most parts of a text are of no such length. */
    private final BitSet lengths = new BitSet();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    @Nullable
    Scope outer() {
        return outer;
    }

    /** Says that a member is complete. */
    void add(String name, Value value) {
        if (names.size() < MAX_MEMBERS && Lexis.isPlainName(name)) {
            names.add(name);
            values.add(value);
            if (value instanceof Text text
                    && text.text().length() >= name.length() + 2 + MIN_SAVED
                    && text.text().length() <= MAX_LENGTH) {
                namesOfTexts.putIfAbsent(text.text(), name);
                lengths.set(text.text().length());
            }
        }
    }

    /** The text of the innermost member of a name, or null if there is none or it is no text. */
    @Nullable
    String resolve(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            int at = scope.names.indexOf(name);
            if (at >= 0) {
                return scope.values.get(at) instanceof Text text ? text.text() : null;
            }
        }
        return null;
    }

    /** A text as fixed parts and references, or null if nothing that stands before it helps. */
    @Nullable
    List<Part> parts(String text) {
        if (text.length() > MAX_LENGTH || !mayHold(text)) {
            return null;
        }
        int[] places = places(text);
        List<Part> parts = new ArrayList<>();
        int written = 0;
        for (int i = 0; i < places.length; i++) {
            for (int j = places.length - 1; j > i; j--) {
                String name = nameOf(text, places[i], places[j]);
                if (name != null) {
                    addLiteral(parts, text.substring(written, places[i]));
                    parts.add(Part.reference(name, null));
                    written = places[j];
                    i = j - 1;
                    break;
                }
            }
        }
        addLiteral(parts, text.substring(written));
        return written == 0 ? null : parts;
    }

    /** Says for most texts that no member is in them, for less than looking at all their parts. */
    private boolean mayHold(String text) {
        int looked = 0;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (String member : scope.namesOfTexts.keySet()) {
                if (++looked > MAX_LOOKED_FOR || text.contains(member)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(Part.literal(text));
        }
    }

    /** Where words begin and end, since none may be cut in two. */
    private static int[] places(String text) {
        int[] places = new int[MAX_PLACES + 1];
        int count = 0;
        boolean before = false;
        for (int i = 0; i < text.length() && count < MAX_PLACES; i++) {
            boolean word = Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i));
            if (!before || !word) {
                places[count++] = i;
            }
            before = word;
        }
        places[count++] = text.length();
        return Arrays.copyOf(places, count);
    }

    private @Nullable String nameOf(String text, int from, int to) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.lengths.get(to - from)) {
                String part = text.substring(from, to);
                String name = scope.namesOfTexts.get(part);
                if (name != null && part.equals(resolve(name))) {
                    return name;
                }
            }
        }
        return null;
    }
}
