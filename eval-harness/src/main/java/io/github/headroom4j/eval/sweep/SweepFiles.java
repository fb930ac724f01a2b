package io.github.headroom4j.eval.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the points of a sweep as {@code rag-curve.csv} and as a picture, {@code rag-curve.svg}. */
public final class SweepFiles {

    private SweepFiles() {}

    /**
     * Writes both files; the same bytes for the same points.
     *
     * @param folder made if it is not there
     * @param points the points
     * @param about of what, for the picture, for instance "rag: 512 questions"
     */
    public static void write(Path folder, List<CurvePoint> points, String about) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("rag-curve.csv"), CurveCsv.text(points), StandardCharsets.UTF_8);
            String title = "What is kept of answers when passages shrink";
            Files.writeString(
                    folder.resolve("rag-curve.svg"),
                    CurveChart.svg(title, about, Curve.of(points)),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }
}
