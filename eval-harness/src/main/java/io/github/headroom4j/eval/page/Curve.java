package io.github.headroom4j.eval.page;

import io.github.headroom4j.eval.chart.Plot.Interval;
import io.github.headroom4j.eval.chart.Plot.Point;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The curves that {@code sweep-rag} has written: answers still shown against tokens saved, in percent. */
final class Curve {

    private Curve() {}

    /** The points of each way of choosing, from saving little to saving much; settings of different kinds are apart. */
    static Map<String, List<Point>> read(String csv) {
        Map<String, List<Point>> curves = new LinkedHashMap<>();
        try (StringReader in = new StringReader(csv)) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)) {
                String setting = row.get("setting");
                if (!setting.isEmpty()) {
                    String kind = setting.substring(0, setting.indexOf('='));
                    curves.computeIfAbsent(row.get("way") + ", by " + kind, name -> new ArrayList<>())
                            .add(point(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        }
        return curves;
    }

    private static Point point(CSVRecord row) {
        double saved = percent(row, "saved");
        return new Point(
                "",
                row.get("way").equals("pruner") ? "ours" : "naive",
                new Interval(saved, saved, saved),
                new Interval(percent(row, "answerStillShown"), percent(row, "lower"), percent(row, "upper")));
    }

    private static double percent(CSVRecord row, String column) {
        return 100 * Double.parseDouble(row.get(column));
    }
}
