package io.github.headroom4j.eval.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what sweeps found as CSV files and as pictures: the same bytes for the same findings. */
public final class SweepFiles {

    /** The points of all frontiers. */
    public static final String FRONTIER = "frontier.csv";

    /** What each part of the library earns. */
    public static final String ABLATIONS = "ablations.csv";

    private SweepFiles() {}

    /**
     * Writes the points of passages as {@code rag-curve.csv} and as a picture, {@code rag-curve.svg}.
     *
     * @param folder made if it is not there
     * @param points the points
     * @param about of what, for the picture, for instance "rag: 512 questions"
     */
    public static void write(Path folder, List<CurvePoint> points, String about) {
        write(folder, "rag-curve.csv", CurveCsv.text(points));
        Caption caption = Caption.ofAnswers("What is kept of answers when passages shrink", about);
        write(folder, "rag-curve.svg", CurveChart.svg(caption, Curve.of(points)));
    }

    /**
     * Writes frontiers as {@value #FRONTIER} and a picture per workload.
     *
     * @param folder made if it is not there
     * @param workloads the points of each workload
     */
    public static void writeFrontier(Path folder, List<Swept<FrontierPoint>> workloads) {
        write(folder, FRONTIER, FrontierCsv.text(workloads));
        for (Swept<FrontierPoint> swept : workloads) {
            double whole = swept.rows().get(0).wholeF1();
            Caption caption = Caption.ofF1("What is kept of F1 when tool results shrink", swept.about(), whole);
            write(folder, picture(swept.workload()), CurveChart.svg(caption, FrontierCurves.of(swept.rows())));
        }
    }

    /**
     * The name of a picture.
     *
     * @param workload the workload's name
     * @return for instance {@code frontier-log-triage.svg}
     */
    public static String picture(String workload) {
        return "frontier-" + workload + ".svg";
    }

    /**
     * Writes what each part earns as {@value #ABLATIONS}.
     *
     * @param folder made if it is not there
     * @param workloads the ablations of each workload
     */
    public static void writeAblations(Path folder, List<Swept<Ablated>> workloads) {
        write(folder, ABLATIONS, FrontierCsv.ablations(workloads));
    }

    private static void write(Path folder, String file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(file) + " cannot be written", e);
        }
    }
}
