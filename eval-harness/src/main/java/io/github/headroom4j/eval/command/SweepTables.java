package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.report.Figures;
import io.github.headroom4j.eval.report.Table;
import io.github.headroom4j.eval.sweep.Ablated;
import io.github.headroom4j.eval.sweep.FrontierPoint;
import io.github.headroom4j.eval.sweep.Swept;
import java.util.List;

/** What sweeps found, as tables for a console. Stateless. */
final class SweepTables {

    private SweepTables() {}

    static Table frontier(List<Swept<FrontierPoint>> workloads) {
        Table table = new Table(
                3,
                "workload",
                "point",
                "arm",
                "saved",
                "interval",
                "F1",
                "ΔF1",
                "interval",
                "visible",
                "recoverable",
                "lost");
        for (Swept<FrontierPoint> swept : workloads) {
            for (FrontierPoint point : swept.rows()) {
                EvidenceCount evidence = point.figures().evidence();
                table.add(
                        point.workload(),
                        point.setting().label(),
                        point.arm(),
                        Figures.percent(point.figures().saved().value()),
                        Figures.percents(point.figures().saved()),
                        Figures.f1(point.figures().f1()),
                        Figures.points(point.figures().difference().value()),
                        Figures.points(point.figures().difference()),
                        String.valueOf(evidence.visible()),
                        String.valueOf(evidence.recoverable()),
                        String.valueOf(evidence.lost()));
            }
        }
        return table;
    }

    static Table ablations(List<Swept<Ablated>> workloads) {
        Table table = new Table(
                2,
                "workload",
                "arm",
                "saved",
                "F1",
                "ΔF1 to headroom",
                "interval",
                "tokens",
                "tokens to headroom",
                "visible",
                "recoverable",
                "lost");
        for (Swept<Ablated> swept : workloads) {
            for (Ablated one : swept.rows()) {
                EvidenceCount evidence = one.toNone().evidence();
                table.add(
                        one.workload(),
                        one.arm(),
                        Figures.percent(one.toNone().saved().value()),
                        Figures.f1(one.toNone().f1()),
                        Figures.points(one.toFull().difference().value()),
                        Figures.points(one.toFull().difference()),
                        Figures.tokens(one.toNone().after().inputTokens()),
                        Figures.percent(-one.toFull().saved().value()),
                        String.valueOf(evidence.visible()),
                        String.valueOf(evidence.recoverable()),
                        String.valueOf(evidence.lost()));
            }
        }
        return table;
    }
}
