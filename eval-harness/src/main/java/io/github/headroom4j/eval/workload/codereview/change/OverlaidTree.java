package io.github.headroom4j.eval.workload.codereview.change;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A release with some files written over. All trees of a release share its texts.
 *
 * @param base all files
 * @param changed other texts for some of them
 */
record OverlaidTree(SortedMap<String, String> base, Map<String, String> changed) implements SourceTree {

    OverlaidTree {
        changed = Map.copyOf(changed);
    }

    @Override
    public List<String> paths() {
        return List.copyOf(base.keySet());
    }

    @Override
    public String text(String path) {
        String text = changed.getOrDefault(path, base.get(path));
        if (text == null) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return text;
    }
}
