package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.importer.tool.ToolImporter;
import io.github.headroom4j.eval.importer.tool.ToolOptions;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.record.Finding;
import io.github.headroom4j.eval.record.Redactor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code record}: turns recorded sessions into cases without secrets. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "record",
        header = "Turn recorded sessions into cases without secrets.",
        description = {
            "Turns recorded sessions into cases, after secrets were taken out of them.",
            "Sessions are what SessionRecorder has written, messages of OpenAI or Anthropic, or memories of LangChain4j.",
            "Prints where the cases come from and how many different secrets of which kind were taken out."
        },
        footer = {
            "",
            "Examples:",
            "  record --out cases.jsonl sessions.jsonl",
            "  record --check cases.jsonl",
            "",
            "Ends with 0 if all is well; with 1 if an input is broken or something looks like a secret; with 2 if an"
                    + " option makes no sense."
        })
final class RecordCommand implements EvalCommand {

    /** Places that are named when a check fails; the rest are counted. */
    private static final int MAX_NAMED = 20;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Recorded sessions; for --check any text files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the cases go, one JSON object per line.")
    @Nullable
    private Path out;

    @Option(names = "--check", description = "Write nothing; fail if anything in the files still looks like a secret.")
    private boolean check;

    @Option(names = "--emails", description = "Take e-mail addresses for secrets, too.")
    private boolean emails;

    @Option(
            names = "--dev-share",
            paramLabel = "SHARE",
            description = "Share of sessions in split dev, others in test; default: ${DEFAULT-VALUE}.")
    private double devShare = ToolOptions.DEFAULTS.devShare();

    @Override
    public int run(EvalContext context) {
        Path workingFolder = context.workingFolder();
        PrintStream printed = context.out();
        if (files.isEmpty() || (out == null) != check) {
            throw EvalException.usage(
                    "record needs FILE... and either --out FILE or --check; record --help tells more");
        }
        List<Path> from = files.stream().map(workingFolder::resolve).toList();
        Redactor redactor = emails ? Redactor.withEmails() : Redactor.create();
        if (out == null) {
            check(from, redactor, printed);
        } else {
            convert(from, workingFolder.resolve(out), redactor, printed);
        }
        return OK;
    }

    private void convert(List<Path> from, Path to, Redactor redactor, PrintStream printed) {
        ToolOptions options = options();
        if (from.stream().anyMatch(one -> one.normalize().equals(to.normalize()))) {
            throw EvalException.usage("--out must not be one of the inputs, but is " + to);
        }
        // Once to learn what is secret, also where nothing tells so.
        from.forEach(
                one -> ToolImporter.ofSessions(one, redactor::redact, options).cases(learnt -> {}));
        Provenance provenance = CaseLines.write(to, sink -> cases(from, redactor, options, sink));
        List<String> left = places(to, redactor);
        if (!left.isEmpty()) {
            delete(to);
            throw new EvalException(
                    "nothing was written, since something would still look like a secret: " + left.get(0));
        }
        printed.print(provenance.describe());
        redactor.counts().forEach((kind, count) -> printed.println("  " + count + " redacted: " + kind));
        printed.println("cases: " + to);
    }

    private static Provenance cases(List<Path> from, Redactor redactor, ToolOptions options, Consumer<EvalCase> sink) {
        Set<String> ids = new HashSet<>();
        int[] twice = {0};
        List<Provenance> parts = from.stream()
                .map(one -> ToolImporter.ofSessions(one, redactor::redact, options)
                        .cases(made -> {
                            if (ids.add(made.id())) {
                                sink.accept(made);
                            } else {
                                twice[0]++;
                            }
                        }))
                .toList();
        return together(parts, twice[0]);
    }

    private ToolOptions options() {
        try {
            return new ToolOptions(0, ToolOptions.DEFAULTS.lines(), ToolOptions.DEFAULTS.seed(), 0, devShare);
        } catch (IllegalArgumentException e) {
            throw EvalException.usage(e.getMessage() + "; record --help tells more");
        }
    }

    private static Provenance together(List<Provenance> parts, int twice) {
        if (parts.size() == 1 && twice == 0) {
            return parts.get(0);
        }
        Map<String, Integer> dropped = new TreeMap<>();
        Map<String, Integer> notes = new TreeMap<>();
        for (Provenance part : parts) {
            part.dropped().forEach((reason, count) -> dropped.merge(reason, count, Integer::sum));
            part.notes().forEach((note, count) -> notes.merge(note, count, Integer::sum));
        }
        if (twice > 0) {
            dropped.merge("the id is that of a session in an earlier file", twice, Integer::sum);
        }
        return new Provenance(
                parts.stream().map(Provenance::file).collect(Collectors.joining(" + ")),
                Sha256.of(parts.stream().map(Provenance::sha256).collect(Collectors.joining("\n"))),
                parts.get(0).format(),
                parts.get(0).options(),
                parts.stream().mapToInt(Provenance::read).sum(),
                parts.stream().mapToInt(Provenance::kept).sum() - twice,
                dropped,
                notes);
    }

    private static void check(List<Path> from, Redactor redactor, PrintStream printed) {
        List<String> found =
                from.stream().flatMap(one -> places(one, redactor).stream()).toList();
        found.stream().limit(MAX_NAMED).forEach(printed::println);
        if (!found.isEmpty()) {
            throw new EvalException(found.size() + " places look like secrets, the first: " + found.get(0));
        }
        printed.println("nothing in " + from.size() + " files looks like a secret");
    }

    /** Where, and what it looks like; never the secret itself. */
    private static List<String> places(Path file, Redactor redactor) {
        List<String> places = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(SourceFile.of(file).reader())) {
            StringWriter whole = new StringWriter();
            in.transferTo(whole);
            String text = whole.toString();
            for (Finding one : redactor.find(text)) {
                long line = 1
                        + text.substring(0, one.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                places.add(file.getFileName() + ": line " + line + ": "
                        + one.kind().label());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return places;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DatasetException(file + ": cannot be deleted: " + e.getMessage(), e);
        }
    }
}
