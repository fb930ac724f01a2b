package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.importer.Distractors;
import io.github.headroom4j.eval.importer.GoldPlace;
import io.github.headroom4j.eval.importer.ImportFormat;
import io.github.headroom4j.eval.importer.ImportOptions;
import io.github.headroom4j.eval.importer.Importer;
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
            "Turns your copy of a question set into cases: each question with passages, of which some answer it.",
            "Formats: squad (SQuAD 1.1 and 2.0), xquad, hotpotqa (with distractors), nq-open (\"lost in the middle\"), jsonl"
                    + " (lines with question, answers, and passages [{title, text, gold}], contexts or context).",
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

    @Parameters(arity = "0..1", paramLabel = "INPUT", description = "The question set, packed by gzip or not.")
    @Nullable
    Path input;

    @Option(names = "--format", paramLabel = "NAME", description = "squad, xquad, hotpotqa, nq-open or jsonl.")
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
        Importer importer = importer(from, format);
        context.out().print(importer.write(to).describe());
        context.out().println("cases: " + to);
        return OK;
    }

    private Importer importer(Path from, String formatName) {
        try {
            return Importer.of(from, ImportFormat.named(formatName), options());
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
