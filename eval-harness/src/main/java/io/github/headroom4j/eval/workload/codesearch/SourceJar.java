package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.PinnedJar;
import io.github.headroom4j.eval.workload.codesearch.Manifest.LibrarySpec;
import java.util.ArrayList;
import java.util.List;

/** The files of a source jar that sessions are made of. */
final class SourceJar {

    private SourceJar() {}

    /**
     * All Java files of a library, without Javadoc, by path.
     *
     * @throws DatasetException if the jar is missing, unreadable or another one
     */
    static List<ShownFile> read(LibrarySpec library) {
        List<ShownFile> files = new ArrayList<>();
        pinned(library)
                .texts(path -> isSource(path) && library.excluded().stream().noneMatch(path::startsWith))
                .forEach((path, text) -> files.add(ShownFile.of(path, text)));
        return files;
    }

    static PinnedJar pinned(LibrarySpec library) {
        return new PinnedJar(library.coordinates(), library.probe(), library.jarSha256());
    }

    /** Java files, except the copies of multi-release jars, whose classes have the same names once more. */
    private static boolean isSource(String path) {
        return path.endsWith(".java") && !path.startsWith("META-INF/");
    }
}
