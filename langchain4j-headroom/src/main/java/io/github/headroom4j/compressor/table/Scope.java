package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
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

    private final @Nullable Scope outer;
    private final List<String> names = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final Map<String, String> namesOfTexts = new HashMap<>();

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
        if (text.length() > MAX_LENGTH || !holdsTexts()) {
            return null;
        }
        List<Integer> places = places(text);
        List<Part> parts = new ArrayList<>();
        int written = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int j = places.size() - 1; j > i; j--) {
                String name = nameOf(text.substring(places.get(i), places.get(j)));
                if (name != null) {
                    addLiteral(parts, text.substring(written, places.get(i)));
                    parts.add(Part.reference(name, null));
                    written = places.get(j);
                    i = j - 1;
                    break;
                }
            }
        }
        addLiteral(parts, text.substring(written));
        return written == 0 ? null : parts;
    }

    private boolean holdsTexts() {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (!scope.namesOfTexts.isEmpty()) {
                return true;
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
    private static List<Integer> places(String text) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < text.length() && places.size() < MAX_PLACES; i++) {
            boolean within = i > 0
                    && (Character.isLetterOrDigit(text.charAt(i - 1)) || Character.isSurrogate(text.charAt(i - 1)))
                    && (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i)));
            if (!within) {
                places.add(i);
            }
        }
        places.add(text.length());
        return places;
    }

    private @Nullable String nameOf(String text) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            String name = scope.namesOfTexts.get(text);
            if (name != null && text.equals(resolve(name))) {
                return name;
            }
        }
        return null;
    }
}
