package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says once what most objects of a kind have in common, where they are spread over a tree and make no table: the nodes of a query
 * plan, the containers of a cluster. What differs from the usual stays with its object, and so is easier to see.
 *
 * <p>Objects are of a kind if they stand under the same name, or its plural. A member is usual if all objects of the kind have it, and most of them
 * with the same value.
 */
final class UsualMembers {

    /** Fewer objects have no usual. */
    private static final int MIN_OBJECTS = 4;

    /** Share of the objects that have the usual value. */
    private static final double MOST = 0.75;

    /** Fewer usual members are not worth a note. */
    private static final int MIN_MEMBERS = 3;

    /** Characters of a value that a note can say. */
    private static final int MAX_CHARS = 40;

    /** Stands for all values that are too long to be usual. */
    private static final Value OTHER = new Items(List.of());

    private static final String NOTE = Elision.MARK + " usual in ";

    private final Map<String, List<Members>> kinds = new LinkedHashMap<>();
    private final Map<String, Set<String>> holders = new HashMap<>();
    private final Map<String, Map<String, Value>> usual = new LinkedHashMap<>();

    private UsualMembers() {}

    /**
     * A document without what is usual in it.
     *
     * @param document what still shows the rest
     * @param notes what was left out, a line for each kind; each ends with a line feed
     */
    record Shortened(Document document, String notes) {}

    static Shortened shorten(Document document) {
        UsualMembers members = new UsualMembers();
        members.collect(document.root(), "");
        members.kinds.forEach(members::findUsual);
        if (members.usual.isEmpty()) {
            return new Shortened(document, "");
        }
        Value root = members.without(document.root(), "");
        return new Shortened(new Document(root, document.lines()), members.notes());
    }

    /** The length of the notes at the beginning of a text. */
    static int notesLength(String text) {
        int at = 0;
        while (text.startsWith(NOTE, at) && text.indexOf('\n', at) >= 0) {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }

    private void collect(Value value, String holder) {
        if (!DocumentTree.isBranch(value)) {
            return;
        }
        if (value instanceof Items items) {
            items.elements().forEach(element -> collect(element, holder));
        } else if (value instanceof Members members) {
            kinds.computeIfAbsent(kind(holder), name -> new ArrayList<>()).add(members);
            holders.computeIfAbsent(kind(holder), name -> new LinkedHashSet<>())
                    .add(holder.isEmpty() ? "the root" : new Text(holder).toJson());
            for (int i = 0; i < members.names().size(); i++) {
                collect(members.values().get(i), members.names().get(i));
            }
        }
    }

    /** A list is mostly named in the plural of what it holds, and {@code Plan} begins a tree that {@code Plans} goes on with. */
    private static String kind(String holder) {
        return holder.endsWith("s") ? holder.substring(0, holder.length() - 1) : holder;
    }

    private void findUsual(String holder, List<Members> objects) {
        if (objects.size() < MIN_OBJECTS) {
            return;
        }
        Map<String, Map<Value, Integer>> counts = new LinkedHashMap<>();
        for (Members object : objects) {
            for (int i = 0; i < object.names().size(); i++) {
                Value value = object.values().get(i);
                counts.computeIfAbsent(object.names().get(i), name -> new HashMap<>())
                        .merge(isShort(value) ? value : OTHER, 1, Integer::sum);
            }
        }
        Map<String, Value> found = new LinkedHashMap<>();
        counts.forEach((name, values) -> {
            Value value = usual(values, objects.size());
            if (value != null) {
                found.put(name, value);
            }
        });
        if (found.size() >= MIN_MEMBERS) {
            usual.put(holder, found);
        }
    }

    /** The value that most objects have of those that all objects have one of. */
    private static @Nullable Value usual(Map<Value, Integer> counts, int objects) {
        int all = counts.values().stream().mapToInt(count -> count).sum();
        if (all < objects) {
            return null;
        }
        return counts.entrySet().stream()
                .filter(entry ->
                        entry.getValue() >= MOST * objects && !entry.getKey().equals(OTHER))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean isShort(Value value) {
        return !DocumentTree.isContainer(value) && value.toJson().length() <= MAX_CHARS;
    }

    private Value without(Value value, String holder) {
        if (!DocumentTree.isBranch(value)) {
            return value;
        }
        if (value instanceof Items items) {
            return new Items(items.elements().stream()
                    .map(element -> without(element, holder))
                    .toList());
        }
        return value instanceof Members members ? without(members, holder) : value;
    }

    private Members without(Members members, String holder) {
        Map<String, Value> left = usual.getOrDefault(kind(holder), Map.of());
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < members.names().size(); i++) {
            String name = members.names().get(i);
            Value value = members.values().get(i);
            if (!value.equals(left.get(name))) {
                names.add(name);
                values.add(without(value, name));
            }
        }
        return new Members(names, values);
    }

    private String notes() {
        StringBuilder notes = new StringBuilder();
        usual.forEach((kind, members) -> notes.append(NOTE)
                .append(String.join(", ", holders.getOrDefault(kind, Set.of())))
                .append(", shown only where different: ")
                .append(new Members(List.copyOf(members.keySet()), List.copyOf(members.values())).toJson())
                .append('\n'));
        return notes.toString();
    }
}
