package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.dataset.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Turns data with tool results into cases: the results as an agent would have got them, and a question whose answer the data
 * give. Nothing is downloaded, nothing is executed, and no model is asked.
 *
 * <p>The input is read twice: once to count and to draw, once to make the cases. The same input and options give the same cases
 * on every machine. Immutable; each call reads the input anew.
 */
public final class ToolImporter {

    /** An import has at most so many cases before the limit: 1,000,000. */
    public static final int MAX_CASES = 1_000_000;

    private final Path input;
    private final String format;
    private final CaseSource source;
    private final ToolOptions options;

    private ToolImporter(Path input, String format, CaseSource source, ToolOptions options) {
        this.input = input;
        this.format = format;
        this.source = source;
        this.options = options;
    }

    /**
     * An importer.
     *
     * @param input the user's copy: a file, or for some formats a folder
     * @param format its format
     * @param options how cases are made
     * @return the importer; nothing is read yet
     * @throws DatasetException if there is no such input
     */
    public static ToolImporter of(Path input, ToolFormat format, ToolOptions options) {
        return of(input, format.label(), format.source(), options);
    }

    /**
     * An importer of recorded sessions that changes every text of them first, for instance to take secrets out. Gold answers come
     * from the changed texts.
     *
     * @param input the file of sessions
     * @param change what is done to each text
     * @param options how cases are made
     * @return the importer; nothing is read yet
     * @throws DatasetException if there is no such file
     */
    public static ToolImporter ofSessions(Path input, UnaryOperator<String> change, ToolOptions options) {
        return of(input, ToolFormat.SESSIONS.label(), new SessionSource(change), options);
    }

    private static ToolImporter of(Path input, String format, CaseSource source, ToolOptions options) {
        if (!Files.exists(input)) {
            throw new DatasetException(input + ": no such file or folder");
        }
        return new ToolImporter(input, format, source, options);
    }

    /**
     * Writes the cases as {@link CaseLines}. If anything is wrong, nothing is written.
     *
     * @param out the file to write
     * @return where the cases come from, which is in the file, too
     * @throws DatasetException if the input is not of the format, holds nothing that can be a case, or the file cannot be
     *     written; the message names the place
     */
    public Provenance write(Path out) {
        return CaseLines.write(out, this::cases);
    }

    /**
     * Makes the cases.
     *
     * @param sink is given each case, in the order of the input
     * @return where they come from
     * @throws DatasetException if the input is not of the format, or holds nothing that can be a case; the message names the place
     */
    public Provenance cases(Consumer<EvalCase> sink) {
        String name = input.toAbsolutePath().normalize().getFileName().toString();
        String sha256 = hash();
        Choice choice = new Choice(name, options);
        source.read(input, options, choice);
        Set<String> chosen = choice.ids();
        if (chosen.isEmpty()) {
            throw new DatasetException(
                    name + ": none of its " + choice.read() + " records can be a case: " + choice.dropped());
        }
        source.read(input, options, choice.second(draft -> sink.accept(draft.toCase(options.devShare()))));
        if (!hash().equals(sha256)) {
            throw new DatasetException(name + ": changed while it was read; import it again");
        }
        Map<String, Integer> notes = choice.notes();
        return new Provenance(
                name, sha256, format, options.describe(), choice.read(), chosen.size(), choice.dropped(), notes);
    }

    /** That of the file, or of several the hash over their names and hashes. */
    private String hash() {
        List<Path> files = source.files(input);
        if (files.size() == 1) {
            return SourceFile.of(files.get(0)).sha256();
        }
        return Sha256.of(files.stream()
                .map(file -> input.relativize(file).toString().replace('\\', '/') + " "
                        + SourceFile.of(file).sha256())
                .collect(Collectors.joining("\n")));
    }
}
