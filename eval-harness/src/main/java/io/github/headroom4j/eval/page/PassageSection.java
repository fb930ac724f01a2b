package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Axis;
import io.github.headroom4j.eval.chart.Plot;
import io.github.headroom4j.eval.chart.Plot.Interval;
import io.github.headroom4j.eval.chart.Plot.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What becomes of retrieved passages.
 *
 * @param view the report
 * @param curve the text of {@code rag-curve.csv}, empty if there is none
 */
record PassageSection(View view, String curve) implements Section {

    @Override
    public String title() {
        return "Retrieved passages";
    }

    @Override
    public boolean hasContent() {
        return !rows().isEmpty();
    }

    private List<JsonNode> rows() {
        return view.rows("summaries", row -> row.has("rag"));
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "Each question is asked with the passages that a retriever found. “Answer still shown”: of the questions whose"
                        + " answer the passages hold, the share of which it can still be read after pruning. “Abstained”: of the"
                        + " questions without an answer, the share that was not answered.");
        if (!curve.isBlank()) {
            curve(section);
        }
        Grid grid = new Grid(
                section,
                "Passages by arm",
                2,
                "arm",
                "workload",
                "context saved",
                "95 %",
                "answer still shown",
                "95 %",
                "F1 of answerable",
                "exact",
                "abstained",
                "look-ups");
        for (JsonNode row : rows()) {
            add(grid, row, row.path("rag"));
        }
    }

    private static void add(Grid grid, JsonNode row, JsonNode rag) {
        Interval saved = View.interval(rag, "contextSaved");
        boolean shown = rag.has("answerStillShown");
        Interval answer = View.interval(rag, "answerStillShown");
        grid.add(
                View.arm(row),
                View.text(row, "workload"),
                Words.percent(saved.value()),
                Words.percent(saved),
                shown ? Words.percent(answer.value()) : "–",
                shown ? Words.percent(answer) : "–",
                rag.has("f1OfAnswerable") ? Words.f1(View.number(rag, "f1OfAnswerable")) : "–",
                Words.percent(100 * View.number(rag, "exact")),
                rag.has("abstainedWhereRight") ? Words.percent(100 * View.number(rag, "abstainedWhereRight")) : "–",
                Words.count(View.count(rag, "lookups")));
    }

    private void curve(Element section) {
        Element side = Section.side(section);
        int number = 0;
        for (String kind : List.of("nearTheBest", "maxTokens")) {
            Map<String, List<Point>> curves = Curve.read(curve);
            curves.keySet().removeIf(name -> !name.endsWith(", by " + kind));
            if (!curves.isEmpty()) {
                draw(side, "curve-" + number++, kind, curves);
            }
        }
    }

    private static void draw(Element side, String id, String kind, Map<String, List<Point>> curves) {
        Plot plot = new Plot(
                new Axis("context tokens saved, %", 0, 100, 20), new Axis("answers still shown, %", 0, 100, 20));
        StringBuilder words = new StringBuilder();
        curves.forEach((name, points) -> {
            Point last = points.get(points.size() - 1);
            String way = name.substring(0, name.indexOf(','));
            List<Point> line = new ArrayList<>(points.subList(0, points.size() - 1));
            line.add(new Point(way, last.style(), last.x(), last.y()));
            plot.addLine(line);
            words.append(way)
                    .append(": at ")
                    .append(Words.percent(last.x().value()))
                    .append(" saved, ")
                    .append(Words.percent(last.y().value()))
                    .append(" shown. ");
        });
        Element figure = Section.figure(
                side,
                "Answers still shown when passages shrink, by setting " + kind
                        + " of the pruner; naive ways at the same" + " tokens");
        plot.into(
                figure,
                id,
                "Answers still shown against tokens saved, by " + kind,
                words.toString().strip());
    }
}
