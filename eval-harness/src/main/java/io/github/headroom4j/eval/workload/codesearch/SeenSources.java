package io.github.headroom4j.eval.workload.codesearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.workload.codesearch.SeenHits.SeenHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the visible grep lines and files say about a hit. Grep lines carry their own line numbers; in a file that was
 * read lines may be missing, so the method is found by its declaration and followed by its indentation.
 */
final class SeenSources {

    private record Line(int number, String text) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Line>> grepLines = new HashMap<>();
    private final Map<String, List<String>> files = new HashMap<>();

    SeenSources(List<Seen> seen) {
        for (Seen one : seen) {
            if (one.tool().equals(SessionRecorder.GREP)) {
                one.text().lines().forEach(this::addGrepLine);
            } else if (one.tool().equals(SessionRecorder.READ)) {
                files.put(path(one.arguments()), one.text().lines().toList());
            }
        }
    }

    /** The visible grep lines inside the method; empty if there are none. */
    String grepped(SeenHit hit) {
        StringBuilder inside = new StringBuilder();
        for (Line line : grepLines.getOrDefault(hit.path(), List.of())) {
            if (line.number() >= hit.line() && line.number() <= hit.endLine()) {
                inside.append(line.text()).append('\n');
            }
        }
        return inside.toString();
    }

    /** What of the method can be read in a visible file; empty if it is not there. */
    String read(SeenHit hit) {
        List<String> lines = files.getOrDefault(hit.path(), List.of());
        String declaration = declaration(hit);
        for (int i = 0; i < lines.size() && !declaration.isEmpty(); i++) {
            if (lines.get(i).strip().equals(declaration)) {
                return method(lines, i);
            }
        }
        return "";
    }

    private static String declaration(SeenHit hit) {
        return hit.snippet()
                .lines()
                .filter(line -> line.contains(hit.name() + "("))
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    private static String method(List<String> lines, int first) {
        int indent = indent(lines.get(first));
        List<String> body = new ArrayList<>(List.of(lines.get(first)));
        for (String line : lines.subList(first + 1, lines.size())) {
            if (!line.isBlank() && indent(line) <= indent && !line.strip().startsWith("{")) {
                break;
            }
            body.add(line);
        }
        return String.join("\n", body);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private void addGrepLine(String line) {
        int path = line.indexOf(':');
        int number = line.indexOf(':', path + 1);
        if (path < 0 || number < 0 || number - path < 2 || number - path > 9) {
            return;
        }
        String digits = line.substring(path + 1, number);
        if (digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            grepLines
                    .computeIfAbsent(line.substring(0, path), any -> new ArrayList<>())
                    .add(new Line(Integer.parseInt(digits), line.substring(number + 1)));
        }
    }

    static String path(String arguments) {
        try {
            return JSON.readTree(arguments).path("path").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
