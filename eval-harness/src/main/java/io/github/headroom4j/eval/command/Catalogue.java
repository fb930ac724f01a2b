package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.importer.ImportFormat;
import io.github.headroom4j.eval.job.Evaluation;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What options can name: collected from the code and the data, so that nothing has to be kept in step. Stateless. */
final class Catalogue {

    /**
     * A workload.
     *
     * @param name its name
     * @param cases how many there are
     * @param standard how many of them run by default
     * @param clusters how many groups of cases that depend on each other
     * @param splits cases by split
     * @param tiers cases by tier
     * @param problem why its data can not be read; empty if they can
     */
    record WorkloadEntry(
            String name,
            int cases,
            int standard,
            int clusters,
            Map<String, Long> splits,
            Map<String, Long> tiers,
            String problem) {}

    /**
     * An arm.
     *
     * @param name its name
     * @param about what it does
     * @param workloads which have it
     * @param onlyWhenAsked whether it runs only if {@code --arms} names it
     */
    record ArmEntry(String name, String about, List<String> workloads, boolean onlyWhenAsked) {}

    /**
     * A reader or an importer.
     *
     * @param name its name
     * @param about what it is
     */
    record Named(String name, String about) {}

    /**
     * A case.
     *
     * @param id within its workload
     * @param workload the workload's name
     * @param split "dev" or "test"
     * @param tier how repetitive it is
     * @param cluster what it shares with others
     * @param calls how many tool calls it has
     * @param passages how many passages were retrieved
     * @param question what the user asks; of a long session, how many turns it has
     */
    record CaseEntry(
            String id,
            String workload,
            String split,
            String tier,
            String cluster,
            int calls,
            int passages,
            String question) {}

    private Catalogue() {}

    static List<WorkloadEntry> workloads(List<Workload> known) {
        return known.stream().map(Catalogue::entry).toList();
    }

    private static WorkloadEntry entry(Workload workload) {
        try {
            List<EvalCase> cases = workload.cases();
            int clusters =
                    (int) cases.stream().map(EvalCase::cluster).distinct().count();
            return new WorkloadEntry(
                    workload.name(),
                    cases.size(),
                    Math.min(cases.size(), workload.standardCases()),
                    clusters,
                    count(cases, EvalCase::split),
                    count(cases, EvalCase::tier),
                    "");
        } catch (DatasetException e) {
            String problem = e.getMessage() == null ? e.toString() : e.getMessage();
            return new WorkloadEntry(workload.name(), 0, 0, 0, Map.of(), Map.of(), problem);
        }
    }

    private static Map<String, Long> count(List<EvalCase> cases, Function<EvalCase, String> by) {
        return cases.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    static List<ArmEntry> arms(List<Workload> known) {
        TokenCounter counter = TokenCounter.o200k().cached(Evaluation.COUNT_CACHE_CHARS);
        Map<String, ArmEntry> arms = new LinkedHashMap<>();
        for (Workload workload : known) {
            for (CaseRunner.ArmInfo arm : workload.runner(counter).arms()) {
                List<String> names = new ArrayList<>();
                ArmEntry before = arms.get(arm.name());
                if (before != null) {
                    names.addAll(before.workloads());
                }
                names.add(workload.name());
                String about = before == null ? arm.about() : before.about();
                arms.put(arm.name(), new ArmEntry(arm.name(), about, List.copyOf(names), arm.onlyWhenAsked()));
            }
        }
        return List.copyOf(arms.values());
    }

    static List<Named> readers() {
        return List.of(
                new Named(
                        "deterministic",
                        "one per workload; offline and exact: measures what information is kept, not what a model makes of it"),
                new Named("openai", "a language model of OpenAI, or of any server with its interface; --model NAME"),
                new Named("anthropic", "a language model of Anthropic; --model NAME"),
                new Named("ollama", "a language model of an Ollama server; --model NAME"),
                new Named("llama", "a GGUF file in this process, with the optional llama.cpp; --gguf FILE"));
    }

    static List<Named> importers() {
        return Arrays.stream(ImportFormat.values())
                .map(format -> new Named(format.label(), "import --format " + format.label()))
                .toList();
    }

    static CaseEntry entry(Workload workload, EvalCase one) {
        return new CaseEntry(
                one.id(),
                workload.name(),
                one.split(),
                one.tier(),
                one.cluster(),
                one.calls().size(),
                one.passages().size(),
                one.turns().isEmpty() ? one.question() : one.turns().size() + " turns");
    }

    /** Whether an arm is compared with all others. */
    static boolean isBaseline(ArmEntry arm) {
        return arm.name().equals(Arms.BASELINE);
    }
}
