package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.RagOutcome;
import io.github.headroom4j.eval.metric.Subject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What reports tell of cases with retrieved passages beyond what all workloads tell. */
final class RagTables {

    private static final String NONE = "–";

    /** Of {@code q012-multi-hop-k10}. */
    private static final Pattern KIND = Pattern.compile("[^-]+-(.+)-k\\d+");

    private final Report report;
    private final Map<Subject, Integer> passages = new HashMap<>();

    RagTables(Report report) {
        this.report = report;
        report.results().forEach(result -> {
            RagOutcome outcome = result.rag();
            if (outcome != null) {
                passages.put(result.subject(), outcome.passages());
            }
        });
    }

    boolean isEmpty() {
        return passages.isEmpty();
    }

    /** One row per arm. */
    Table all() {
        return table("questions", subject -> "all");
    }

    /** One row per kind of question and arm; the kind as the case's id tells it, else its tier. */
    Table byKind() {
        return table("kind", RagTables::kind);
    }

    private static String kind(Subject subject) {
        Matcher kind = KIND.matcher(subject.id());
        return kind.matches() ? kind.group(1) : subject.tier();
    }

    /** One row per number of passages and arm. */
    Table byPassages() {
        return table("passages", subject -> String.valueOf(passages.getOrDefault(subject, 0)));
    }

    private Table table(String property, Function<Subject, String> value) {
        Table table = new Table(
                3,
                "workload",
                property,
                "arm",
                "answerable / not",
                "context tokens saved",
                "95 %",
                "answer still shown",
                "95 %",
                "F1 of answerable",
                "exact",
                "abstained where right",
                "evidence visible / recoverable / lost",
                "look-ups");
        List<String> values = passages.keySet().stream()
                .map(value)
                .distinct()
                .sorted(Comparator.comparingInt(RagTables::number).thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String one : values) {
            for (ArmSummary row : report.summarise(subject ->
                    passages.containsKey(subject) && value.apply(subject).equals(one))) {
                RagSummary rag = row.rag();
                if (rag != null) {
                    add(table, one, row, rag);
                }
            }
        }
        return table;
    }

    private static int number(String value) {
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    }

    private static void add(Table table, String value, ArmSummary row, RagSummary rag) {
        table.add(
                row.workload(),
                value,
                row.arm(),
                rag.answerable() + " / " + rag.unanswerable(),
                Figures.percent(rag.contextSaved().value()),
                Figures.percents(rag.contextSaved()),
                rag.hasAnswer()
                        .map(estimate -> Figures.percent(estimate.value()))
                        .orElse(NONE),
                rag.hasAnswer().map(Figures::percents).orElse(NONE),
                rag.f1().map(Figures::f1).orElse(NONE),
                Figures.percent(rag.exact()),
                share(rag.abstained()),
                Tables.evidence(row.evidence()),
                String.valueOf(rag.lookups()));
    }

    private static String share(Optional<Double> share) {
        return share.map(Figures::percent).orElse(NONE);
    }
}
