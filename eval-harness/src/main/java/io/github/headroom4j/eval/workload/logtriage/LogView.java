package io.github.headroom4j.eval.workload.logtriage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.reader.Reader.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All log lines that a reader sees, by service: whole logs where they were fetched, else what a search has found. */
final class LogView {

    private final Map<String, List<LogLine>> lines = new TreeMap<>();
    private final List<LogLine> repeated = new ArrayList<>();

    private LogView() {}

    static LogView of(List<Seen> seen) {
        LogView view = new LogView();
        for (Seen one : seen) {
            if (one.tool().equals("fetch_logs")) {
                String service = argument(one.arguments(), "service");
                view.addLog(service, one.text());
                view.repeated.addAll(Repetitions.in(service, one.shown()));
            }
        }
        Map<String, Set<String>> found = new TreeMap<>();
        for (Seen one : seen) {
            if (one.tool().equals("grep_logs")) {
                collect(found, one.text());
            }
        }
        found.forEach((service, hits) -> {
            if (!view.lines.containsKey(service)) {
                view.addLog(service, String.join("\n", hits));
            }
        });
        return view;
    }

    Set<String> services() {
        return lines.keySet();
    }

    List<LogLine> of(String service) {
        return lines.getOrDefault(service, List.of());
    }

    /** All lines in the order of time, those of one service in the order of its log. */
    List<LogLine> all() {
        return lines.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(LogLine::millis))
                .toList();
    }

    /** As {@link #all()}, and the lines that notes only count. */
    List<LogLine> allCounted() {
        return Stream.concat(all().stream(), repeated.stream())
                .sorted(Comparator.comparingLong(LogLine::millis))
                .toList();
    }

    private void addLog(String service, String text) {
        List<LogLine> log = new ArrayList<>();
        long millis = 0;
        for (String line : Incident.linesOf(text)) {
            LogLine read = LogLine.of(service, line, millis);
            millis = read.millis();
            log.add(read);
        }
        lines.put(service, log);
    }

    /** Lines of the form {@code service:number:text}; the same line may be found by several searches. */
    private static void collect(Map<String, Set<String>> found, String text) {
        for (String line : Incident.linesOf(text)) {
            int first = line.indexOf(':');
            int second = line.indexOf(':', first + 1);
            if (first > 0 && second > first + 1 && isNumber(line, first + 1, second)) {
                found.computeIfAbsent(line.substring(0, first), service -> new LinkedHashSet<>())
                        .add(line.substring(second + 1));
            }
        }
    }

    private static boolean isNumber(String text, int start, int end) {
        return text.substring(start, end).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static String argument(String arguments, String name) {
        try {
            return JsonMapper.builder().build().readTree(arguments).path(name).asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
