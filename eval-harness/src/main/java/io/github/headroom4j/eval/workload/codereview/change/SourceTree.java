package io.github.headroom4j.eval.workload.codereview.change;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The project as it stands with a pull request, tests included where the library publishes them. Thread-safe. */
public interface SourceTree {

    /**
     * A tree of files.
     *
     * @param files texts by path; not to be changed afterwards
     * @return the tree
     */
    static SourceTree of(SortedMap<String, String> files) {
        return new OverlaidTree(files, Map.of());
    }

    /**
     * All files.
     *
     * @return paths with slashes, sorted
     */
    List<String> paths();

    /**
     * A file.
     *
     * @param path one of {@link #paths}
     * @return its text
     * @throws IllegalArgumentException if there is no such file
     */
    String text(String path);
}
