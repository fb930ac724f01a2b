package io.github.headroom4j.compressor.json;

import com.fasterxml.jackson.core.JsonToken;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds once what comes again and again in a document: the names of members, which take more memory than most values do, and
 * short values. What is held once is found equal at once, too. One for each document that is read; not thread-safe.
 */
final class Recurring {

    /** Longer values come again less often, and remembering them takes more time than it saves. Characters, default 12. */
    private static final int MAX_CHARS = 12;

    /** Values that are remembered, each until another comes in its place; default 1,024, which take less than 100 KB. */
    private static final int SLOTS = 1 << 10;

    private final Map<String, String> names = new HashMap<>();

    /** By depth, the names of the object that was complete last: rows are mostly like the one before. */
    private final List<List<String>> before = new ArrayList<>();

    private final @Nullable Value[] scalars = new @Nullable Value[SLOTS];

    /** The same name. */
    String name(String name) {
        String first = names.putIfAbsent(name, name);
        return first == null ? name : first;
    }

    /**
     * The same names.
     *
     * @param members the names of an object that is complete
     * @param depth how many containers are around it
     */
    List<String> names(List<String> members, int depth) {
        while (before.size() <= depth) {
            before.add(List.of());
        }
        if (!members.equals(before.get(depth))) {
            before.set(depth, List.copyOf(members));
        }
        return before.get(depth);
    }

    /** The value of a token that is none of a container. */
    Value scalar(JsonToken token, String characters) {
        Value value = token == JsonToken.VALUE_STRING ? new Text(characters) : new Literal(characters);
        if (characters.length() > MAX_CHARS) {
            return value;
        }
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        Value known = scalars[slot];
        if (known != null && known.equals(value)) {
            return known;
        }
        scalars[slot] = value;
        return value;
    }
}
