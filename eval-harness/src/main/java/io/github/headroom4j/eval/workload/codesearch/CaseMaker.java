package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.metric.Repetition;
import io.github.headroom4j.eval.workload.codesearch.CaseSelection.Selected;
import io.github.headroom4j.eval.workload.codesearch.Manifest.LibrarySpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the cases of one library. Stateless apart from the seed. */
final class CaseMaker {

    /** About the lower quarter of all cases lies below the first, the upper above the second; fixed, not refitted. */
    private static final Repetition TIERS = new Repetition(0.25, 0.35);

    /**
     * What became of a library.
     *
     * @param cases in the order of the draw
     * @param selected what each case was made from, in the same order
     * @param counts what happened to the methods that were considered
     * @param tasks the cases that ask about names
     */
    record Made(List<EvalCase> cases, List<Selected> selected, CaseSelection.Counts counts, List<EvalCase> tasks) {

        /** The hash that the manifest pins. */
        String sha256() {
            return hash(cases);
        }

        /** The hash of the cases that ask about names, pinned beside the other. */
        String tasksSha256() {
            return hash(tasks);
        }

        private static String hash(List<EvalCase> cases) {
            return Sha256.of(cases.stream().map(CaseMaker::canonical).collect(Collectors.joining("\n")));
        }
    }

    private final String seed;

    CaseMaker(String seed) {
        this.seed = seed;
    }

    /** Reads, parses and indexes a library and draws its cases; takes seconds. */
    Made make(LibrarySpec spec) {
        try (Library library = Library.of(spec, SourceJar.read(spec))) {
            SessionRecorder recorder = new SessionRecorder(library.grep());
            CaseSelection selection = new CaseSelection(seed, library, recorder);
            List<Selected> selected = selection.select();
            List<EvalCase> cases = new ArrayList<>();
            for (int i = 0; i < selected.size(); i++) {
                cases.add(evalCase(spec, i, selected.get(i)));
            }
            List<Task> tasks = new TaskSelection(seed, library, recorder).select();
            return new Made(List.copyOf(cases), selected, selection.counts(), tasks(spec, tasks));
        }
    }

    private static List<EvalCase> tasks(LibrarySpec spec, List<Task> tasks) {
        List<EvalCase> cases = new ArrayList<>();
        Map<TaskQuestion.Kind, Integer> numbers = new EnumMap<>(TaskQuestion.Kind.class);
        for (Task task : tasks) {
            TaskQuestion.Kind kind = task.question().kind();
            cases.add(new EvalCase(
                    String.format(
                            Locale.ROOT,
                            "%s-%s-%02d",
                            spec.name(),
                            kind.name().toLowerCase(Locale.ROOT),
                            numbers.merge(kind, 1, Integer::sum)),
                    spec.name() + ":" + task.packageName(),
                    spec.split(),
                    kind.tier(),
                    systemPrompt(spec),
                    task.question().text(),
                    task.calls(),
                    task.gold(),
                    task.evidence()));
        }
        return List.copyOf(cases);
    }

    private static EvalCase evalCase(LibrarySpec spec, int number, Selected selected) {
        Set<String> gold = new LinkedHashSet<>();
        selected.gold().forEach(method -> gold.add(method.symbol()));
        return new EvalCase(
                String.format(Locale.ROOT, "%s-%03d", spec.name(), number),
                spec.name() + ":" + selected.gold().get(0).packageName(),
                spec.split(),
                TIERS.tier(selected.session().calls().stream()
                        .map(RecordedCall::result)
                        .toList()),
                systemPrompt(spec),
                Query.question(selected.sentence()),
                selected.session().calls(),
                gold,
                gold.stream().map(item -> new Evidence(item, 0, item)).toList());
    }

    private static String systemPrompt(LibrarySpec spec) {
        return "You are a coding agent working in the sources of " + spec.coordinates()
                + ". Find code with search_code, grep_code and read_file. Answer only from what the tools show, one"
                + " symbol per line and nothing else.";
    }

    private static String canonical(EvalCase made) {
        StringBuilder all = new StringBuilder();
        List<String> parts = new ArrayList<>(
                List.of(made.id(), made.cluster(), made.split(), made.tier(), made.systemPrompt(), made.question()));
        made.calls().forEach(call -> parts.addAll(List.of(call.tool(), call.arguments(), call.result())));
        made.gold().stream().sorted().forEach(parts::add);
        made.evidence().forEach(proof -> parts.addAll(List.of(proof.item(), "" + proof.call(), proof.text())));
        parts.forEach(part -> all.append(part.length()).append(':').append(part));
        return all.toString();
    }
}
