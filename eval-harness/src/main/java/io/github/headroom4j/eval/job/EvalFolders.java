package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.eval.workload.imported.ImportedWorkload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a run reads and writes. Immutable.
 *
 * @param datasets the data
 * @param reports the reports
 * @param cases imported cases, which then take the place of the data
 */
public record EvalFolders(Path datasets, Path reports, Optional<Path> cases) {

    /**
     * What there is to run: the imported cases, or all workloads of the project.
     *
     * @return at least one workload
     */
    public List<Workload> workloads() {
        return imported().<List<Workload>>map(List::of).orElseGet(() -> Workloads.in(datasets));
    }

    /**
     * The imported cases.
     *
     * @return empty if the project's own data are run
     */
    public Optional<ImportedWorkload> imported() {
        return cases.map(Workloads::imported);
    }

    /**
     * The same with reports elsewhere.
     *
     * @param other where reports go
     * @return a copy
     */
    public EvalFolders withReports(Path other) {
        return new EvalFolders(datasets, other, cases);
    }

    /**
     * Where reports go if nothing is said: figures of other people's data never land among the committed ones by accident.
     *
     * @param workingFolder somewhere in the project
     * @param imported whether the cases are other people's
     * @return a folder of the project
     */
    public static Path standardReports(Path workingFolder, boolean imported) {
        Path project = project(workingFolder);
        return imported ? project.resolve("target").resolve("imported") : project.resolve("reports");
    }

    /**
     * Where reports go if nothing is said: figures of a language model never land among the committed ones, either.
     *
     * @param workingFolder somewhere in the project
     * @param imported whether the cases are other people's
     * @param reader who answered
     * @return a folder of the project
     */
    public static Path standardReports(Path workingFolder, boolean imported, Report.ReaderAbout reader) {
        return reader.byModel()
                ? project(workingFolder).resolve("target").resolve("model")
                : standardReports(workingFolder, imported);
    }

    /**
     * The nearest folder upwards that holds {@code datasets/}.
     *
     * @param workingFolder where to begin
     * @return that folder, or the working folder if there is none
     */
    public static Path project(Path workingFolder) {
        Path root = workingFolder;
        while (root != null && !Files.isDirectory(root.resolve("datasets"))) {
            root = root.getParent();
        }
        return root == null ? workingFolder : root;
    }
}
