package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.importer.Draw;
import io.github.headroom4j.eval.importer.tool.LogEntry.Label;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.eval.question.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What can be asked about a slice of a log so that the CSV has the answer: how often a frequent template comes, which lines are of a
 * rare one, the first line of a component at a level that is not the usual one, and, where there are labels, which lines are
 * anomalies, also where none is. Templates are drawn by the seed. A slice is a cluster: its questions share a text.
 */
final class LogQuestions {

    private static final String SYSTEM_PROMPT =
            "You are on call. Read the log that the tool returns and answer from it, quoting lines exactly as they stand.";

    private static final String TOOL = "read_log";

    /** A template of so many lines is counted; of so few its lines are quoted. */
    private static final int MANY = 5;

    private static final int FEW = 3;

    /** Questions of a kind per slice. */
    private static final int EACH = 2;

    /** An answer of more lines is no answer. */
    private static final int MAX_ANOMALIES = 50;

    private final String system;
    private final ToolOptions options;
    private final CaseSink sink;

    LogQuestions(String system, ToolOptions options, CaseSink sink) {
        this.system = system;
        this.options = options;
        this.sink = sink;
    }

    /** Asks about a slice. */
    void ask(List<LogEntry> slice, int from) {
        String cluster = system + "/" + (from + 1) + "-" + (from + slice.size());
        String text = slice.stream().map(LogEntry::line).collect(Collectors.joining("\n"));
        RecordedCall call = new RecordedCall(
                TOOL, Json.of(Map.of("file", system, "from", from + 1, "to", from + slice.size())), text);
        Map<String, List<LogEntry>> templates = new LinkedHashMap<>();
        slice.stream()
                .filter(one -> Template.of(one.template()).isTelling())
                .forEach(one -> templates
                        .computeIfAbsent(one.template(), any -> new ArrayList<>())
                        .add(one));
        for (String template : drawn(templates, cluster + "#count", size -> size >= MANY)) {
            long count = templates.getOrDefault(template, List.of()).size();
            draft(cluster, call, new Ask(Kind.COUNT, template), Set.of(Items.count(count)), List.of());
        }
        for (String template : drawn(templates, cluster + "#quote", size -> size <= FEW)) {
            lines(cluster, call, new Ask(Kind.QUOTE, template), templates.getOrDefault(template, List.of()));
        }
        first(cluster, call, slice);
        anomalies(cluster, call, slice);
    }

    private List<String> drawn(Map<String, List<LogEntry>> templates, String id, Predicate<Integer> size) {
        List<String> fitting = new ArrayList<>();
        templates.forEach((template, lines) -> {
            if (size.test(lines.size())) {
                fitting.add(template);
            }
        });
        Collections.sort(fitting);
        Collections.shuffle(fitting, Draw.random(options.seed(), "templates", id));
        return fitting.subList(0, Math.min(EACH, fitting.size()));
    }

    /** Of a level that is not the most frequent one of the slice. */
    private void first(String cluster, RecordedCall call, List<LogEntry> slice) {
        Map<String, Long> levels =
                slice.stream().collect(Collectors.groupingBy(LogEntry::level, Collectors.counting()));
        long most = Collections.max(levels.values());
        List<LogEntry> firsts = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (LogEntry one : slice) {
            boolean named = !one.level().isBlank() && !one.component().isBlank();
            if (known.add(one.component() + "\n" + one.level())
                    && named
                    && levels.getOrDefault(one.level(), 0L) < most) {
                firsts.add(one);
            }
        }
        if (!firsts.isEmpty()) {
            LogEntry one =
                    firsts.get(Draw.random(options.seed(), "first", cluster).nextInt(firsts.size()));
            lines(cluster, call, Ask.firstLine(one.component(), one.level()), List.of(one));
        }
    }

    private void anomalies(String cluster, RecordedCall call, List<LogEntry> slice) {
        if (slice.stream().allMatch(one -> one.label() == Label.NONE)) {
            return;
        }
        List<LogEntry> found =
                slice.stream().filter(one -> one.label() == Label.ANOMALY).toList();
        if (found.size() > MAX_ANOMALIES) {
            sink.dropped("more than " + MAX_ANOMALIES + " lines of a slice are anomalies");
        } else {
            lines(cluster, call, new Ask(Kind.ANOMALIES, ""), found);
        }
    }

    private void lines(String cluster, RecordedCall call, Ask ask, List<LogEntry> gold) {
        Set<String> items = new LinkedHashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (LogEntry one : gold) {
            String item = Items.line(one.line());
            if (items.add(item)) {
                evidence.add(new Evidence(item, 0, one.line().strip()));
            }
        }
        draft(cluster, call, ask, items, evidence);
    }

    private void draft(String cluster, RecordedCall call, Ask ask, Set<String> gold, List<Evidence> evidence) {
        String id = cluster.replace('/', ':') + ":" + ask.kind() + ":"
                + Integer.toHexString(ask.about().hashCode());
        sink.found(Draft.of(id, cluster, SYSTEM_PROMPT, ask.text(), new Draft.Proof(List.of(call), gold, evidence)));
    }
}
