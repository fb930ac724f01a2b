package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.importer.Distractors;
import io.github.headroom4j.eval.importer.GoldPlace;
import io.github.headroom4j.eval.importer.ImportFormat;
import io.github.headroom4j.eval.importer.ImportOptions;
import io.github.headroom4j.eval.importer.Importer;
import io.github.headroom4j.eval.importer.tool.ToolFormat;
import io.github.headroom4j.eval.importer.tool.ToolImporter;
import io.github.headroom4j.eval.importer.tool.ToolOptions;
import io.github.headroom4j.eval.job.EvalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: turns a public question set into cases. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "import",
        header = "Turn your copy of a public question set into cases.",
        description = {
            "Turns your copy of public data, or what you have recorded, into cases.",
            "Questions with passages: squad (SQuAD 1.1 and 2.0), xquad, hotpotqa (with distractors), nq-open (\"lost in the"
                    + " middle\"), jsonl (lines with question, answers, and passages [{title, text, gold}], contexts or context).",
            "Questions about tool results: loghub (raw log, structured CSV, labels), defects4j (files or diffs with the"
                    + " lines that matter), review-comments, codesearchnet (CoSQA, too), folder (with questions.jsonl or without).",
            "Sessions: sessions (messages of OpenAI or Anthropic, memories of LangChain4j).",
            "Prints where the cases come from; the same is the first line of the file."
        },
        footer = {
            "",
            "Examples:",
            "  import --format squad --out cases.jsonl dev-v2.0.json",
            "  import --format hotpotqa --limit 500 --out hotpot.jsonl hotpot_dev_distractor_v1.json",
            "  run --cases cases.jsonl --arms headroom     then runs them",
            "",
            "Ends with 0 if the cases are written, 1 if the input is missing or broken, 2 if an option makes no sense."
        })
final class ImportCommand implements EvalCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description = "The file, packed by gzip or not; a folder for loghub and folder.")
    @Nullable
    Path input;

    @Option(names = "--format", paramLabel = "NAME", description = "One of those above.")
    @Nullable
    String format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the cases go, one JSON object per line.")
    @Nullable
    Path out;

    @Option(names = "--passages", paramLabel = "K", description = "Passages per question; default: ${DEFAULT-VALUE}.")
    int passages = ImportOptions.DEFAULTS.passages();

    @Option(
            names = "--distractors",
            paramLabel = "KIND",
            description =
                    "Passages beside the gold ones: as-given, nearest (by BM25 within the file), random, same-document;"
                            + " as-given by default, or nearest if the file gives none.")
    @Nullable
    String distractors;

    @Option(
            names = "--gold-place",
            paramLabel = "PLACE",
            description =
                    "Where gold passages stand: as-given (shuffled, unless distractors are as-given), shuffled, first,"
                            + " middle, last; default: ${DEFAULT-VALUE}.")
    String goldPlace = ImportOptions.DEFAULTS.goldPlace().label();

    @Option(
            names = "--candidates",
            paramLabel = "N",
            description = "Functions, changes or files among which the right one is; by default what suits the format.")
    int candidates = ToolOptions.DEFAULTS.candidates();

    @Option(names = "--lines", paramLabel = "N", description = "Lines of a log per case; default: ${DEFAULT-VALUE}.")
    int lines = ToolOptions.DEFAULTS.lines();

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is drawn; default: ${DEFAULT-VALUE}.")
    long seed = ImportOptions.DEFAULTS.seed();

    @Option(names = "--limit", paramLabel = "N", description = "At most N cases, drawn by the seed; 0 for all.")
    int limit = ImportOptions.DEFAULTS.limit();

    @Option(
            names = "--dev-share",
            paramLabel = "SHARE",
            description = "Share of clusters in split dev, others in test; default: ${DEFAULT-VALUE}.")
    double devShare = ImportOptions.DEFAULTS.devShare();

    @Option(names = "--without-unanswerable", description = "Leave out questions that have no answer.")
    boolean withoutUnanswerable;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description =
                    "Of the text, for finding the nearest passages; default: ${DEFAULT-VALUE}; und for any other.")
    String language = ImportOptions.DEFAULTS.language();

    @Override
    public int run(EvalContext context) {
        if (format == null || out == null || input == null) {
            throw EvalException.usage("import needs --format NAME, --out FILE and INPUT; import --help tells more");
        }
        Path from = context.workingFolder().resolve(input);
        Path to = context.workingFolder().resolve(out);
        if (isSame(from, to)) {
            throw EvalException.usage("--out must not be the input itself, but both are " + out);
        }
        context.out().print(write(from, format, to).describe());
        context.out().println("cases: " + to);
        return OK;
    }

    private Provenance write(Path from, String formatName, Path to) {
        try {
            Optional<ToolFormat> tools = ToolFormat.named(formatName);
            if (tools.isPresent()) {
                ToolOptions options = new ToolOptions(candidates, lines, seed, limit, devShare);
                return ToolImporter.of(from, tools.get(), options).write(to);
            }
            return Importer.of(from, ImportFormat.named(formatName), options()).write(to);
        } catch (IllegalArgumentException e) {
            throw EvalException.usage(e.getMessage() + "; import --help tells more");
        }
    }

    private ImportOptions options() {
        return new ImportOptions(
                passages,
                Optional.ofNullable(distractors).map(Distractors::named),
                GoldPlace.named(goldPlace),
                seed,
                limit,
                devShare,
                !withoutUnanswerable,
                language);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new DatasetException(one + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
