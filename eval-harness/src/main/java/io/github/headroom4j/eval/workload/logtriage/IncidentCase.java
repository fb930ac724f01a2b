package io.github.headroom4j.eval.workload.logtriage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.workload.logtriage.Incident.GoldLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns an incident into a case: runs its tool calls over its logs, and names the gold lines by their text.
 *
 * @param evalCase the case
 * @param nearOnset the onset's gold item, and the answers that name a line at most {@link #ONSET_TOLERANCE} lines away
 */
record IncidentCase(EvalCase evalCase, Map<String, Set<String>> nearOnset) {

    /** A burst starts within a few lines; which of them is the first is a matter of buffering. */
    static final int ONSET_TOLERANCE = 3;

    private static final String SYSTEM_PROMPT = """
            You are on call. Find out which service failed first and how, from metrics and logs only.
            Answer one item per line: root:<service>, class:<ERROR_CLASS>, onset:<service>:<log line> for the first line \
            of the failure, evidence:<service>:<log line> for every further line that proves it.""";

    private static final Set<String> SPLITS = Set.of("dev", "test");

    static IncidentCase of(Incident incident, Set<String> errorClasses) {
        CaseFile file = incident.file();
        String split = file.text("split");
        if (!SPLITS.contains(split)) {
            throw file.mistake("split", "must be dev or test, but is " + split);
        }
        List<RecordedCall> calls = IncidentTools.calls(incident, file);
        CaseFile gold = file.at("gold");
        GoldLine onset = incident.goldLine(gold.at("onset"));
        String onsetItem = LogItems.onset(onset.service(), onset.text());
        Set<String> items = new LinkedHashSet<>(List.of(
                LogItems.root(rootService(incident, gold)),
                LogItems.errorClass(errorClass(gold, errorClasses)),
                onsetItem));
        List<Evidence> evidence = new ArrayList<>();
        addEvidence(evidence, calls, onsetItem, onset);
        for (CaseFile entry : gold.objects("evidence")) {
            GoldLine line = incident.goldLine(entry);
            String item = LogItems.evidence(line.service(), line.text());
            if (items.add(item)) {
                addEvidence(evidence, calls, item, line);
            }
        }
        EvalCase evalCase = new EvalCase(
                file.name("id"),
                file.text("system") + "/" + file.text("fault"),
                split,
                file.text("tier"),
                SYSTEM_PROMPT,
                file.text("question"),
                calls,
                items,
                evidence);
        return new IncidentCase(evalCase, Map.of(onsetItem, near(incident, onset)));
    }

    private static String rootService(Incident incident, CaseFile gold) {
        String service = gold.name("rootService");
        if (!incident.logs().containsKey(service)) {
            throw gold.mistake("rootService", "names no service of this incident: " + service);
        }
        return service;
    }

    private static String errorClass(CaseFile gold, Set<String> known) {
        String name = gold.name("errorClass");
        if (!known.contains(name)) {
            throw gold.mistake("errorClass", "is not among the manifest's errorClasses: " + name);
        }
        return name;
    }

    private static Set<String> near(Incident incident, GoldLine onset) {
        List<String> lines = incident.lines(onset.service());
        Set<String> near = new HashSet<>();
        int first = Math.max(1, onset.number() - ONSET_TOLERANCE);
        int last = Math.min(lines.size(), onset.number() + ONSET_TOLERANCE);
        for (int number = first; number <= last; number++) {
            near.add(LogItems.onset(onset.service(), lines.get(number - 1)));
        }
        return near;
    }

    /** Evidence is looked for in the whole log if it was fetched, else in what was searched. */
    static void addEvidence(List<Evidence> evidence, List<RecordedCall> calls, String item, GoldLine line) {
        Map<String, Integer> firstByTool = new HashMap<>();
        for (int i = calls.size() - 1; i >= 0; i--) {
            RecordedCall call = calls.get(i);
            boolean whole = call.tool().equals("fetch_logs") && isOf(call, line.service());
            boolean found = call.tool().equals("grep_logs")
                    && call.result().contains(line.service() + ":" + line.number() + ":");
            if (whole || found) {
                firstByTool.put(call.tool(), i);
            }
        }
        Integer call = firstByTool.getOrDefault("fetch_logs", firstByTool.get("grep_logs"));
        if (call != null && !line.text().isEmpty()) {
            evidence.add(new Evidence(item, call, line.text()));
        }
    }

    private static boolean isOf(RecordedCall call, String service) {
        try {
            var arguments = JsonMapper.builder().build().readTree(call.arguments());
            return service.equals(arguments.path("service").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("arguments were JSON when they were read", e);
        }
    }
}
