package io.github.headroom4j.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a run reads and writes. */
record EvalFolders(Path datasets, Path reports, Optional<Path> readme, Optional<Path> cases) {

    /** Options win; else the project's own folders. */
    static EvalFolders of(EvalOptions options, Path workingFolder) {
        Path project = project(workingFolder);
        Path datasets =
                options.datasets == null ? project.resolve("datasets") : workingFolder.resolve(options.datasets);
        if (!Files.isDirectory(datasets)) {
            throw new EvalException("no data: " + datasets + " is no folder; run below the project or give --datasets");
        }
        Path reports = options.reports == null ? reports(project, options) : workingFolder.resolve(options.reports);
        Optional<Path> readme = Optional.ofNullable(options.readme).map(workingFolder::resolve);
        readme.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw new EvalException("no page to update: " + file + " is no file");
        });
        return new EvalFolders(
                datasets, reports, readme, Optional.ofNullable(options.cases).map(workingFolder::resolve));
    }

    /** Figures of a language model never land among the committed ones by accident, either. */
    private static Path reports(Path project, EvalOptions options) {
        return options.reading.reader.equals(RunReader.DETERMINISTIC)
                ? reports(project, options.cases != null)
                : project.resolve("target").resolve("model");
    }

    /** Figures of other people's data never land among the committed ones by accident. */
    static Path reports(Path project, boolean imported) {
        return imported ? project.resolve("target").resolve("imported") : project.resolve("reports");
    }

    /** The nearest folder upwards that holds {@code datasets/}, or the working folder. */
    static Path project(Path workingFolder) {
        Path root = workingFolder;
        while (root != null && !Files.isDirectory(root.resolve("datasets"))) {
            root = root.getParent();
        }
        return root == null ? workingFolder : root;
    }
}
