package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.explain.CaseExplanation;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.Evaluation;
import io.github.headroom4j.eval.job.Names;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: one case in two arms. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "explain",
        header = "Show one case side by side: what was sent, answered, kept and lost.",
        description = {
            "Runs one case in two arms and shows the request that was answered side by side: each tool result or message with"
                    + " its tokens and what happened to it, the gold, both answers item by item, and whether each piece of"
                    + " evidence is visible, recoverable or lost."
        },
        footer = {
            "",
            "Examples:",
            "  list cases --workloads log-triage       ids of cases",
            "  explain bank-lock-1",
            "  explain bank-lock-1 --arm head --full",
            "  explain q012-multi-hop-k10 --html target/case.html",
            "",
            "Ends with 0, with 1 if data are missing or broken, with 2 if there is no such case or arm."
        })
final class ExplainCommand implements EvalCommand {

    @Parameters(paramLabel = "CASE", description = "The id of a case; 'list cases' lists them.")
    private String id = "";

    @Option(names = "--workload", paramLabel = "NAME", description = "Where to look; the first that has such a case.")
    @Nullable
    private String workload;

    @Option(names = "--arm", paramLabel = "NAME", description = "What to compare; default: ${DEFAULT-VALUE}.")
    private String arm = Arms.HEADROOM;

    @Option(names = "--against", paramLabel = "NAME", description = "With what to compare; default: ${DEFAULT-VALUE}.")
    private String against = Arms.BASELINE;

    @Option(names = "--full", description = "Show texts whole, not only their first and last lines.")
    private boolean full;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page that needs nothing else, instead.")
    @Nullable
    private Path html;

    @Mixin
    private final DataOptions data = new DataOptions();

    private record Found(Workload workload, EvalCase evalCase) {}

    @Override
    public int run(EvalContext context) {
        Found found = find(data.workloads(context));
        TokenCounter counter = TokenCounter.o200k().cached(Evaluation.COUNT_CACHE_CHARS);
        CaseRunner runner = found.workload().runner(counter);
        List<String> arms = runner.arms().stream().map(CaseRunner.ArmInfo::name).toList();
        Names.require("arm", arm, arms);
        Names.require("arm", against, arms);
        CaseRunner.CaseRun run = runner.begin(found.evalCase());
        CaseExplanation explanation = new CaseExplanation(found.evalCase(), run.look(against), run.look(arm), counter);
        if (html == null) {
            context.out().print(explanation.text(full));
        } else {
            Path page = context.workingFolder().resolve(html);
            write(page, explanation.html(full));
            context.out().println("page: " + page);
        }
        return OK;
    }

    private Found find(List<Workload> known) {
        List<String> names = known.stream().map(Workload::name).toList();
        if (workload != null) {
            Names.require("workload", workload, names);
        }
        List<String> ids = new ArrayList<>();
        for (Workload one : known) {
            if (workload == null || workload.equals(one.name())) {
                List<EvalCase> cases = cases(one);
                Optional<EvalCase> found =
                        cases.stream().filter(it -> it.id().equals(id)).findFirst();
                if (found.isPresent()) {
                    return new Found(one, found.get());
                }
                cases.forEach(it -> ids.add(it.id()));
            }
        }
        throw EvalException.usage("no case '" + id + "' in " + (workload == null ? String.join(", ", names) : workload)
                + "; 'list cases' lists them"
                + Names.nearest(id, ids)
                        .map(near -> ". Did you mean '" + near + "'?")
                        .orElse(""));
    }

    /** Where nobody said which workload, one whose data are missing is not the one. */
    private List<EvalCase> cases(Workload one) {
        try {
            return one.cases();
        } catch (DatasetException e) {
            if (workload != null) {
                throw e;
            }
            return List.of();
        }
    }

    private static void write(Path page, String text) {
        try {
            Path folder = page.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(page, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(page + " cannot be written", e);
        }
    }
}
