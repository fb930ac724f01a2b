package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.View;
import io.github.headroom4j.eval.reader.Slices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers the question of an incident long after its logs were read, with the reader of log triage. Stateless. */
public final class LogFollowUps {

    /** Characters, a little more than an outline has. */
    private static final int BARE_CHARS = 1_000;

    private final LogTriageReader reader = new LogTriageReader();

    /**
     * Answers.
     *
     * @param question the incident's question
     * @param sight what can be read of the incident
     * @return items of log triage
     */
    public List<String> answer(String question, View sight) {
        List<Seen> seen = new ArrayList<>();
        sight.results().forEach(result -> seen.add(asFound(completed(result, sight))));
        sight.slices().stream()
                .filter(slice -> !slice.tool().equals("fetch_logs"))
                .forEach(slice -> seen.add(
                        new Seen(slice.tool(), slice.arguments(), String.join("\n", Slices.lines(slice.text())))));
        return reader.answer(question, seen);
    }

    /** Of a log of which next to nothing is left, the lines count as found by a search, and so beside what others found. */
    private static Seen asFound(Seen result) {
        if (!result.tool().equals("fetch_logs") || result.text().length() > BARE_CHARS) {
            return result;
        }
        String service = LogView.argument(result.arguments(), "service");
        List<String> lines = new ArrayList<>();
        Incident.linesOf(result.text()).forEach(line -> lines.add(service + ":0:" + line));
        return new Seen("grep_logs", result.arguments(), String.join("\n", lines));
    }

    /** A log with the lines that were looked up in it, each where its time puts it. */
    private static Seen completed(Seen result, View sight) {
        List<String> lines = new ArrayList<>(Incident.linesOf(result.text()));
        Set<String> known = new HashSet<>(lines);
        int shown = lines.size();
        sight.slices().stream()
                .filter(slice ->
                        slice.tool().equals("fetch_logs") && slice.tool().equals(result.tool()))
                .filter(slice -> slice.arguments().equals(result.arguments()))
                .flatMap(slice -> Slices.lines(slice.text()).stream())
                .filter(known::add)
                .forEach(lines::add);
        return lines.size() == shown
                ? result
                : new Seen(result.tool(), result.arguments(), inOrder(lines), result.shown());
    }

    private static String inOrder(List<String> texts) {
        List<LogLine> lines = new ArrayList<>();
        long millis = 0;
        for (String text : texts) {
            LogLine line = LogLine.of("", text, millis);
            millis = line.millis();
            lines.add(line);
        }
        lines.sort(Comparator.comparingLong(LogLine::millis));
        return String.join("\n", lines.stream().map(LogLine::text).toList());
    }
}
