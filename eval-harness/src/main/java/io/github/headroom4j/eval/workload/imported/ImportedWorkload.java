package io.github.headroom4j.eval.workload.imported;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.replay.LongReplay;
import io.github.headroom4j.eval.replay.Replay;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.SessionRunner;
import io.github.headroom4j.eval.run.ToolRunner;
import io.github.headroom4j.eval.workload.PassageWorkload;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Cases that were imported, out of a file of {@link CaseLines}: questions with passages, questions with tool calls, or sessions of
 * several turns; one file is of one kind. Immutable.
 */
public final class ImportedWorkload implements Workload {

    private static final String NAME = "imported";

    private static final String ITEMS =
            "Put what the question asks for into JSON instead of lines, each item in the form that the question wants.";

    private enum Kind {
        PASSAGES,
        CALLS,
        TURNS
    }

    private final CaseLines cases;
    private final Kind kind;
    private final Supplier<EmbeddingModel> embeddings;

    private ImportedWorkload(CaseLines cases, Kind kind, Supplier<EmbeddingModel> embeddings) {
        this.cases = cases;
        this.kind = kind;
        this.embeddings = embeddings;
    }

    /**
     * The workload of a file.
     *
     * @param file the file that an import has written
     * @param embeddings gives a new model that measures nearness, as often as cases with passages are run
     * @return the workload
     * @throws DatasetException if the file is missing or broken, or of several kinds; the message names line and field, or the case
     */
    public static ImportedWorkload of(Path file, Supplier<EmbeddingModel> embeddings) {
        CaseLines cases = CaseLines.read(file);
        Kind kind =
                cases.cases().stream().findFirst().map(ImportedWorkload::kind).orElse(Kind.PASSAGES);
        for (EvalCase one : cases.cases()) {
            if (kind(one) != kind) {
                throw new DatasetException(file + ": case " + one.id() + " has "
                        + kind(one).name().toLowerCase(Locale.ROOT) + ", the first one "
                        + kind.name().toLowerCase(Locale.ROOT) + "; one file is of one kind");
            }
        }
        return new ImportedWorkload(cases, kind, embeddings);
    }

    private static Kind kind(EvalCase one) {
        return !one.turns().isEmpty() ? Kind.TURNS : !one.calls().isEmpty() ? Kind.CALLS : Kind.PASSAGES;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<EvalCase> cases() {
        return cases.cases();
    }

    @Override
    public CaseRunner runner(TokenCounter counter) {
        return switch (kind) {
            case PASSAGES -> passages().runner(counter);
            case CALLS -> calls().runner(counter);
            case TURNS -> new SessionRunner(NAME, new GapReader(), String::equals, counter);
        };
    }

    @Override
    public CaseRunner runner(TokenCounter counter, ModelReader model) {
        AnswerFormat format = AnswerFormat.items(ITEMS);
        return switch (kind) {
            case PASSAGES -> passages().runner(counter, model);
            case CALLS -> new ToolRunner(NAME, new Replay(model, format), Items::matches, counter);
            case TURNS -> new SessionRunner(NAME, new LongReplay(model, question -> format), String::equals, counter);
        };
    }

    /**
     * The same as a workload whose cases have retrieved passages.
     *
     * @return the workload
     * @throws DatasetException if its cases have tool calls instead
     */
    public PassageWorkload passages() {
        if (kind != Kind.PASSAGES) {
            throw new DatasetException(provenance().file() + ": its cases have tool calls, no retrieved passages");
        }
        return new PassageWorkload() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public List<EvalCase> cases() {
                return cases.cases();
            }

            @Override
            public EmbeddingModel embeddings() {
                return embeddings.get();
            }
        };
    }

    /**
     * The same as a workload whose cases have tool calls.
     *
     * @return the workload
     * @throws DatasetException if its cases are of another kind
     */
    public ToolWorkload calls() {
        if (kind != Kind.CALLS) {
            throw new DatasetException(provenance().file() + ": its cases are no single questions with tool calls");
        }
        return new ToolWorkload() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public List<EvalCase> cases() {
                return cases.cases();
            }

            @Override
            public Reader reader() {
                return new GeneralReader();
            }

            @Override
            public boolean matches(String gold, String answered) {
                return Items.matches(gold, answered);
            }
        };
    }

    /**
     * Where the cases come from.
     *
     * @return the provenance, for reports
     */
    public Provenance provenance() {
        return cases.provenance();
    }
}
