package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.command.Catalogue.ArmEntry;
import io.github.headroom4j.eval.command.Catalogue.CaseEntry;
import io.github.headroom4j.eval.command.Catalogue.Named;
import io.github.headroom4j.eval.command.Catalogue.WorkloadEntry;
import io.github.headroom4j.eval.report.Table;
import io.github.headroom4j.eval.report.Terminal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A catalogue as tables. Stateless. */
final class CatalogueText {

    private static final int MAX_QUESTION_CHARS = 90;

    private CatalogueText() {}

    static String of(Map<String, List<?>> found) {
        StringBuilder out = new StringBuilder();
        found.forEach((section, entries) -> {
            out.append(out.isEmpty() ? "" : "\n");
            out.append(table(section, entries).plain());
        });
        return out.toString();
    }

    private static Table table(String section, List<?> entries) {
        Table table =
                switch (section) {
                    case "workloads" ->
                        new Table(1, "workload", "cases", "by default", "clusters", "per split", "per tier");
                    case "arms" -> new Table(4, "arm", "runs", "workloads", "what it does");
                    case "cases" ->
                        new Table(6, "case", "workload", "split", "tier", "cluster", "question", "calls", "passages");
                    default -> new Table(2, section.substring(0, section.length() - 1), "");
                };
        entries.forEach(entry -> table.add(row(entry)));
        return table;
    }

    private static String[] row(Object entry) {
        if (entry instanceof WorkloadEntry workload) {
            return row(workload);
        }
        if (entry instanceof ArmEntry arm) {
            String when = arm.onlyWhenAsked() ? "when asked" : Catalogue.isBaseline(arm) ? "always" : "by default";
            return new String[] {arm.name(), when, String.join(", ", arm.workloads()), arm.about()};
        }
        if (entry instanceof CaseEntry one) {
            return new String[] {
                one.id(),
                one.workload(),
                one.split(),
                one.tier(),
                one.cluster(),
                Terminal.line(one.question(), MAX_QUESTION_CHARS),
                String.valueOf(one.calls()),
                String.valueOf(one.passages())
            };
        }
        Named named = (Named) entry;
        return new String[] {named.name(), named.about()};
    }

    private static String[] row(WorkloadEntry workload) {
        if (!workload.problem().isEmpty()) {
            return new String[] {workload.name(), "-", "-", "-", "-", Terminal.line(workload.problem(), 200)};
        }
        return new String[] {
            workload.name(),
            String.valueOf(workload.cases()),
            String.valueOf(workload.standard()),
            String.valueOf(workload.clusters()),
            counts(workload.splits()),
            counts(workload.tiers())
        };
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
