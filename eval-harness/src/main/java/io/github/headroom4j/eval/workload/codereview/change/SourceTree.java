package io.github.headroom4j.eval.workload.codereview.change;

import java.util.List;

/** The project as it stands with a pull request, tests included where the library publishes them. Thread-safe. */
public interface SourceTree {

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
