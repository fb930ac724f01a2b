package io.github.headroom4j.eval.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.job.Names;
import io.github.headroom4j.eval.job.Selection;
import io.github.headroom4j.eval.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code list}: what options can name. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "list",
        header = "List workloads, arms, readers, importers or cases.",
        description = {
            "Lists what options can name: workloads with their cases per split and tier, arms, readers, importers, cases.",
            "Reads the data, which takes some seconds for workloads that are made of libraries' sources."
        },
        footer = {
            "",
            "Examples:",
            "  list                                    everything but cases",
            "  list arms",
            "  list cases --workloads rag --split test --limit 20",
            "  list workloads --json                   for programs",
            "",
            "Ends with 0, with 1 if cases are asked for and their data are missing or broken, with 2 if a name is unknown."
        })
final class ListCommand implements EvalCommand {

    private static final List<String> WHAT = List.of("all", "workloads", "arms", "readers", "importers", "cases");

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description = "workloads, arms, readers, importers, cases, or all, the default: everything but cases.")
    private String what = "all";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Override
    public int run(EvalContext context) {
        Names.require("thing to list", what, WHAT);
        List<Workload> wanted = selection.selection().of(data.workloads(context));
        Map<String, List<?>> found = new LinkedHashMap<>();
        if (wants("workloads")) {
            found.put("workloads", Catalogue.workloads(wanted));
        }
        if (wants("arms")) {
            found.put("arms", Catalogue.arms(wanted));
        }
        if (wants("readers")) {
            found.put("readers", Catalogue.readers());
        }
        if (wants("importers")) {
            found.put("importers", Catalogue.importers());
        }
        if (what.equals("cases")) {
            found.put("cases", cases(wanted));
        }
        context.out().print(json ? json(found) : CatalogueText.of(found));
        return OK;
    }

    private boolean wants(String section) {
        return what.equals(section) || what.equals("all");
    }

    private List<Catalogue.CaseEntry> cases(List<Workload> workloads) {
        Selection cases = selection.selection();
        return workloads.stream()
                .flatMap(workload -> cases.casesOf(workload).stream().map(one -> Catalogue.entry(workload, one)))
                .toList();
    }

    private static String json(Map<String, List<?>> found) {
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(found) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are JSON", e);
        }
    }
}
