package io.github.headroom4j.eval.page;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Element;

/**
 * What each part of the library earns.
 *
 * @param rows those of {@code ablations.csv}
 */
record AblationSection(List<CSVRecord> rows) implements Section {

    @Override
    public String title() {
        return "What each part earns";
    }

    @Override
    public boolean hasContent() {
        return !rows.isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "The library without one of its parts. Saved and F1 are to be compared with the full library on the same cases,"
                        + " in the last columns: above 0 means that the library is cheaper, or answers better, without it.");
        Grid grid = new Grid(
                section,
                "The library without one part after the other",
                3,
                "without",
                "workload",
                "what that is",
                "saved",
                "F1",
                "saved more or less",
                "95 %",
                "ΔF1, points",
                "95 %");
        for (CSVRecord row : rows) {
            grid.add(
                    row.get("arm"),
                    row.get("workload"),
                    row.get("about"),
                    Words.percent(CsvText.percent(row, "saved")),
                    Words.f1(Double.parseDouble(row.get("f1"))),
                    Words.percent(CsvText.percent(row, "savedOverHeadroom")),
                    Words.percent(SweepSection.interval(row, "savedOverHeadroom")),
                    Words.points(CsvText.percent(row, "f1DifferenceToHeadroom")),
                    Words.points(SweepSection.interval(row, "f1DifferenceToHeadroom")));
        }
        Section.paragraph(
                section,
                "Sample of each workload: "
                        + String.join(
                                "; ",
                                rows.stream()
                                        .map(row -> row.get("sample"))
                                        .distinct()
                                        .toList())
                        + ".");
    }
}
