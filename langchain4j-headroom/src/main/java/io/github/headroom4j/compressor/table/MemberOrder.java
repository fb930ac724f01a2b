package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges the member orders of objects into one that agrees with all of them, as far as they agree. */
final class MemberOrder {

    /** More columns than this would make a header that costs more than it saves, and memory that is not linear. */
    static final int MAX_NAMES = 256;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private List<String> latest = List.of();
    private long accepted;

    /** Takes an object's order into account, unless it contradicts those before. */
    boolean accept(Members object) {
        if (!object.names().equals(latest)) {
            if (!agrees(object.names())) {
                return false;
            }
            insert(object.names());
            latest = object.names();
        }
        accepted += object.names().size();
        return true;
    }

    List<String> names() {
        return names;
    }

    /** How many members the accepted objects have in all. */
    long accepted() {
        return accepted;
    }

    private boolean agrees(List<String> others) {
        int last = -1;
        int unknown = 0;
        for (String name : others) {
            int position = positions.getOrDefault(name, -1);
            if (position < 0) {
                unknown++;
            } else if (position < last) {
                return false;
            } else {
                last = position;
            }
        }
        return names.size() + unknown <= MAX_NAMES;
    }

    private void insert(List<String> others) {
        int last = -1;
        for (String name : others) {
            Integer position = positions.get(name);
            if (position == null) {
                names.add(++last, name);
                for (int i = last; i < names.size(); i++) {
                    positions.put(names.get(i), i);
                }
            } else {
                last = position;
            }
        }
    }
}
