package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Runs the tool calls of an incident over its logs. Stateless. */
final class IncidentTools {

    private IncidentTools() {}

    /** The calls that an object of the incident's file lists, with what they return. */
    static List<RecordedCall> calls(Incident incident, CaseFile asked) {
        List<RecordedCall> calls = new ArrayList<>();
        for (CaseFile call : asked.objects("toolCalls")) {
            String tool = call.text("tool");
            calls.add(new RecordedCall(tool, call.json("arguments"), result(incident, call)));
        }
        return calls;
    }

    private static String result(Incident incident, CaseFile call) {
        CaseFile arguments = call.at("arguments");
        return switch (call.text("tool")) {
            case "fetch_metrics" -> incident.metrics();
            case "grep_logs" -> grep(incident, arguments);
            case "fetch_logs" -> {
                String log = incident.logs().get(arguments.name("service"));
                if (log == null) {
                    throw arguments.mistake("service", "names no service of this incident");
                }
                yield log;
            }
            default -> throw call.mistake("tool", "is none of fetch_metrics, grep_logs, fetch_logs");
        };
    }

    /** As {@code grep -n} over all logs: service, line number, line. */
    private static String grep(Incident incident, CaseFile arguments) {
        Pattern pattern = pattern(arguments);
        StringBuilder found = new StringBuilder();
        for (String service : incident.logs().keySet()) {
            int number = 0;
            for (String line : incident.lines(service)) {
                number++;
                if (pattern.matcher(line).find()) {
                    found.append(service)
                            .append(':')
                            .append(number)
                            .append(':')
                            .append(line)
                            .append('\n');
                }
            }
        }
        return found.isEmpty() ? "no line matches\n" : found.toString();
    }

    private static Pattern pattern(CaseFile arguments) {
        try {
            return Pattern.compile(arguments.text("pattern"));
        } catch (PatternSyntaxException e) {
            throw arguments.mistake("pattern", "is no regular expression: " + e.getDescription());
        }
    }
}
