package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.dataset.CaseFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one incident. Immutable.
 *
 * @param file what {@code incident.json} says
 * @param metrics the text of {@code metrics.json}
 * @param logs the raw text of every service's log, by service
 */
record Incident(CaseFile file, String metrics, Map<String, String> logs) {

    Incident {
        logs = Collections.unmodifiableMap(new TreeMap<>(logs));
    }

    static Incident read(Path folder) {
        CaseFile file = CaseFile.read(folder.resolve("incident.json"));
        Map<String, String> logs = new TreeMap<>();
        for (String service : file.names("services")) {
            logs.put(service, CaseFile.text(folder.resolve(service + ".log.gz")));
        }
        return new Incident(file, CaseFile.text(folder.resolve("metrics.json")), logs);
    }

    /** The lines of a service's log without their line feeds. */
    List<String> lines(String service) {
        return linesOf(logs.getOrDefault(service, ""));
    }

    static List<String> linesOf(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return text.isEmpty() || text.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
    }

    /** The line that a gold entry names, checked. */
    GoldLine goldLine(CaseFile entry) {
        String service = entry.name("service");
        if (!logs.containsKey(service)) {
            throw entry.mistake("service", "names no service of this incident: " + service);
        }
        int number = entry.integer("line");
        List<String> lines = lines(service);
        if (number < 1 || number > lines.size()) {
            throw entry.mistake("line", "is " + number + ", but " + service + " has lines 1 to " + lines.size());
        }
        return new GoldLine(service, number, lines.get(number - 1));
    }

    /** A line that the gold answer names. Numbers are from 1. */
    record GoldLine(String service, int number, String text) {}
}
