package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.workload.ToolWorkload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Incidents of real servers around an injected fault: which service failed first, how, and where its log says so; of some
 * incidents also how often something was logged, or which service did not log it.
 *
 * <p>Cases are clustered by system <em>and</em> fault. Runs of one fault on one system repeat each other's lines, so
 * they are not independent. Different faults on one system share only the background noise: what decides the answer
 * differs. Clustering by system alone would leave a handful of clusters, with which a bootstrap's interval is too narrow
 * to be honest.
 *
 * <p>Loads on the first call and then stays the same. Thread-safe.
 */
public final class LogTriageWorkload implements ToolWorkload {

    private static final String NAME = "log-triage";

    private final Path folder;
    private final Reader reader = new LogTriageReader();
    private List<EvalCase> cases = List.of();
    private final Map<String, Set<String>> nearOnset = new HashMap<>();

    /**
     * The workload of a data set.
     *
     * @param datasets the folder that holds {@code log-triage}
     */
    public LogTriageWorkload(Path datasets) {
        folder = datasets.resolve(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized List<EvalCase> cases() {
        if (cases.isEmpty()) {
            cases = load();
        }
        return cases;
    }

    @Override
    public Reader reader() {
        return reader;
    }

    @Override
    public AnswerFormat answerFormat() {
        List<String> errorClasses =
                CaseFile.read(folder.resolve("manifest.json")).names("errorClasses");
        return AnswerFormat.items(LogItems.notation(errorClasses));
    }

    /** Equality, but an onset may be a few lines off; see {@link IncidentCase#ONSET_TOLERANCE}. */
    @Override
    public boolean matches(String gold, String answered) {
        return gold.equals(answered) || nearOnset().getOrDefault(gold, Set.of()).contains(answered);
    }

    /**
     * The same workload without the further questions: of each incident the one for its root cause.
     *
     * @return a view of this workload
     */
    public ToolWorkload rootCauses() {
        return new RootCauses();
    }

    private final class RootCauses implements ToolWorkload {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public List<EvalCase> cases() {
            return LogTriageWorkload.this.cases().stream()
                    .filter(LogItems::asksForRoot)
                    .toList();
        }

        @Override
        public Reader reader() {
            return reader;
        }

        @Override
        public AnswerFormat answerFormat() {
            return LogTriageWorkload.this.answerFormat();
        }

        @Override
        public boolean matches(String gold, String answered) {
            return LogTriageWorkload.this.matches(gold, answered);
        }
    }

    private synchronized Map<String, Set<String>> nearOnset() {
        return nearOnset;
    }

    private List<EvalCase> load() {
        CaseFile manifest = CaseFile.read(folder.resolve("manifest.json"));
        if (manifest.integer("format") != 1) {
            throw manifest.mistake("format", "must be 1, but is " + manifest.integer("format"));
        }
        Set<String> errorClasses = Set.copyOf(manifest.names("errorClasses"));
        List<EvalCase> loaded = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String id : manifest.names("incidents")) {
            Path incidentFolder = folder.resolve("incidents").resolve(id);
            Incident files = Incident.read(incidentFolder);
            IncidentCase incident = IncidentCase.of(files, errorClasses);
            if (!incident.evalCase().id().equals(id) || !ids.add(id)) {
                throw new DatasetException(incidentFolder + ": holds the incident '"
                        + incident.evalCase().id() + "', or is named twice in the manifest");
            }
            incident.nearOnset()
                    .forEach((gold, near) -> nearOnset
                            .computeIfAbsent(gold, item -> new HashSet<>())
                            .addAll(near));
            loaded.add(incident.evalCase());
            loaded.addAll(FurtherQuestion.of(files, incident.evalCase()));
        }
        if (loaded.isEmpty()) {
            throw manifest.mistake("incidents", "names no incident");
        }
        return List.copyOf(loaded);
    }
}
