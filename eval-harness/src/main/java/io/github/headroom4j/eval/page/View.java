package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Plot.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What the page's parts ask of the report for programs. Immutable. */
final class View {

    /** The arm that a user of the library gets. */
    static final String PRIMARY = "headroom";

    private final JsonNode report;

    View(JsonNode report) {
        this.report = report;
    }

    JsonNode manifest() {
        return report.path("manifest");
    }

    double margin() {
        return manifest().path("protocol").path("marginPoints").asDouble();
    }

    List<String> workloads() {
        List<String> names = new ArrayList<>();
        manifest().path("workloads").forEach(one -> names.add(text(one, "workload")));
        return names;
    }

    /** The rows of a part of the report that are wanted, in its order. */
    List<JsonNode> rows(String part, Predicate<JsonNode> wanted) {
        List<JsonNode> rows = new ArrayList<>();
        report.path(part).forEach(row -> {
            if (wanted.test(row)) {
                rows.add(row);
            }
        });
        return rows;
    }

    List<JsonNode> rows(String part, String workload) {
        return rows(part, row -> text(row, "workload").equals(workload));
    }

    List<JsonNode> rows(String part, String workload, String arm) {
        return rows(part, row -> text(row, "workload").equals(workload) && arm(row).equals(arm));
    }

    String role(String arm) {
        for (JsonNode one : manifest().path("arms")) {
            if (text(one, "name").equals(arm)) {
                return text(one, "role");
            }
        }
        return "naive";
    }

    static String arm(JsonNode row) {
        return text(row, "arm");
    }

    static String text(JsonNode row, String field) {
        return row.path(field).asText();
    }

    static double number(JsonNode row, String field) {
        return row.path(field).asDouble();
    }

    static long count(JsonNode row, String field) {
        return row.path(field).asLong();
    }

    /** A share or difference with its interval, in percent or points. */
    static Interval interval(JsonNode row, String field) {
        JsonNode estimate = Objects.requireNonNull(row.path(field), field);
        return new Interval(
                100 * number(estimate, "value"), 100 * number(estimate, "lower"), 100 * number(estimate, "upper"));
    }
}
