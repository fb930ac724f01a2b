package io.github.headroom4j.eval.workload.codereview.change;

import io.github.headroom4j.eval.dataset.CopiedJar;
import io.github.headroom4j.eval.workload.codereview.change.ReviewManifest.Library;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sources of a library at two versions; the newer ones with tests where they are published. Immutable.
 *
 * @param library what the manifest says of it
 * @param before texts of the older version by path
 * @param after texts of the newer version by path
 */
public record Release(Library library, SortedMap<String, String> before, SortedMap<String, String> after) {

    /** Where the files of a source jar stand in a project. */
    public static final String MAIN = "src/main/java/";

    /** Where tests stand in a project. */
    public static final String TEST = "src/test/java/";

    /** Wraps the maps. */
    public Release {
        before = Collections.unmodifiableSortedMap(before);
        after = Collections.unmodifiableSortedMap(after);
    }

    /**
     * Reads the jars.
     *
     * @param library which
     * @return its sources, with line feeds at the ends of lines
     * @throws io.github.headroom4j.eval.dataset.DatasetException if a jar is missing or another one
     */
    public static Release read(Library library) {
        SortedMap<String, String> before = texts(library, MAIN, library.from() + "-sources", library.fromSha256());
        SortedMap<String, String> after = texts(library, MAIN, library.to() + "-sources", library.toSha256());
        String tests = library.testsSha256();
        if (tests != null) {
            after.putAll(texts(library, TEST, library.to() + "-test-sources", tests));
        }
        return new Release(library, before, after);
    }

    /**
     * The newer version.
     *
     * @return its sources and tests
     */
    public SourceTree tree() {
        return SourceTree.of(after);
    }

    private static SortedMap<String, String> texts(Library library, String root, String version, String sha256) {
        CopiedJar jar = new CopiedJar(
                library.group() + ":" + library.artifact() + ":" + version,
                library.artifact() + "-" + version + ".jar",
                sha256);
        SortedMap<String, String> texts = new TreeMap<>();
        jar.texts(library::wants).forEach((path, text) -> texts.put(root + path, text.replace("\r\n", "\n")));
        return texts;
    }
}
