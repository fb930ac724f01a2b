package io.github.headroom4j.eval.page;

import io.github.headroom4j.eval.chart.Plot.Interval;
import io.github.headroom4j.eval.chart.Plot.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The curves that {@code sweep-rag} has written: answers still shown against tokens saved, in percent. */
final class Curve {

    private Curve() {}

    /** The points of each way of choosing, from saving little to saving much; settings of different kinds are apart. */
    static Map<String, List<Point>> read(String csv) {
        Map<String, List<Point>> curves = new LinkedHashMap<>();
        for (CSVRecord row : CsvText.rows(csv)) {
            String setting = row.get("setting");
            if (!setting.isEmpty()) {
                String kind = kind(setting);
                curves.computeIfAbsent(row.get("way") + ", by " + kind, name -> new ArrayList<>())
                        .add(point(row));
            }
        }
        return curves;
    }

    private static String kind(String setting) {
        int end = setting.indexOf('=');
        if (end < 0) {
            throw new IllegalArgumentException("a setting must be kind=value, but is '" + setting + "'");
        }
        return setting.substring(0, end);
    }

    private static Point point(CSVRecord row) {
        double saved = CsvText.percent(row, "saved");
        return new Point(
                "",
                row.get("way").equals("pruner") ? "ours" : "naive",
                new Interval(saved, saved, saved),
                new Interval(
                        CsvText.percent(row, "answerStillShown"),
                        CsvText.percent(row, "lower"),
                        CsvText.percent(row, "upper")));
    }
}
