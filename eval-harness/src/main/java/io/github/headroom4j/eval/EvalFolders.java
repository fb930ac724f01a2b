package io.github.headroom4j.eval;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run reads and writes. */
record EvalFolders(Path datasets, Path reports) {

    /** Options win; else the nearest folder upwards that holds {@code datasets/} is the project. */
    static EvalFolders of(EvalOptions options, Path workingFolder) {
        Path root = workingFolder;
        while (root != null && !Files.isDirectory(root.resolve("datasets"))) {
            root = root.getParent();
        }
        Path project = root == null ? workingFolder : root;
        Path datasets =
                options.datasets == null ? project.resolve("datasets") : workingFolder.resolve(options.datasets);
        if (!Files.isDirectory(datasets)) {
            throw new EvalException("no data: " + datasets + " is no folder; run below the project or give --datasets");
        }
        Path reports = options.reports == null ? project.resolve("reports") : workingFolder.resolve(options.reports);
        return new EvalFolders(datasets, reports);
    }
}
