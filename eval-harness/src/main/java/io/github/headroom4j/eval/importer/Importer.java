package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.dataset.SourceFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Turns a copy of a public question set into cases: each question with so many passages, among them those that answer it, and
 * the sentences that hold the answer as evidence. Nothing is downloaded, and no model is asked.
 *
 * <p>The file is read twice, record by record: once to count, to draw and to collect distractors, once to make the cases. In memory
 * are the ids and, unless distractors come as given, the passages, each once. The same file and options give the same cases on
 * every machine; what a case is does not depend on the order of the file, except for places and distractors that are as given.
 * Cases are in the file's order. Questions that share a document with a gold passage are one cluster and in one split.
 *
 * <p>Immutable; each call reads the file anew. Linear in the file; drawing the nearest passages searches a Lucene index per case.
 */
public final class Importer {

    /** A file has at most so many questions: 1,000,000, ten times the largest public set. */
    public static final int MAX_QUESTIONS = 1_000_000;

    /** A passage has at most so many characters, 262,144; a longer one is a document, and its question is left out. */
    public static final int MAX_PASSAGE_CHARS = 1 << 18;

    private final SourceFile file;
    private final ImportFormat format;
    private final ImportOptions options;

    private Importer(SourceFile file, ImportFormat format, ImportOptions options) {
        this.file = file;
        this.format = format;
        this.options = options;
    }

    /**
     * An importer.
     *
     * @param file the user's copy, packed by gzip or not
     * @param format its format
     * @param options how cases are made
     * @return the importer; nothing is read yet
     * @throws DatasetException if there is no such file
     */
    public static Importer of(Path file, ImportFormat format, ImportOptions options) {
        return new Importer(SourceFile.of(file), format, options);
    }

    /**
     * Writes the cases as {@link CaseLines}. If anything is wrong, nothing is written.
     *
     * @param out the file to write
     * @return where the cases come from, which is in the file, too
     * @throws DatasetException if the file is not of the format, holds no question that can be a case, or cannot be written; the
     *     message names line or element
     */
    public Provenance write(Path out) {
        return CaseLines.write(out, this::cases);
    }

    /**
     * Makes the cases.
     *
     * @param sink is given each case, in the order of the file
     * @return where they come from
     * @throws DatasetException if the file is not of the format, or holds no question that can be a case; the message names line
     *     or element
     */
    public Provenance cases(Consumer<EvalCase> sink) {
        String sha256 = file.sha256();
        Survey survey = new Survey(file.name(), options);
        format.reader().read(file, survey);
        Set<String> chosen = survey.ids();
        Map<String, Integer> dropped = survey.dropped().entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().label(), Map.Entry::getValue));
        if (chosen.isEmpty()) {
            throw new DatasetException(file.name() + ": none of its " + survey.read() + " questions can be a case: "
                    + new TreeMap<>(dropped));
        }
        try (PassagePool.Drawing drawing = survey.pool().drawing(options, survey.distractors())) {
            CaseMaker maker = new CaseMaker(options, survey, drawing);
            format.reader()
                    .read(file, new Chosen(chosen, new Gate(options), question -> sink.accept(maker.make(question))));
            if (!file.sha256().equals(sha256)) {
                throw new DatasetException(file.name() + ": changed while it was read; import it again");
            }
            return new Provenance(
                    file.name(),
                    sha256,
                    format.label(),
                    options.describe(survey.distractors()),
                    survey.read(),
                    chosen.size(),
                    dropped,
                    maker.notes());
        }
    }

    /** Passes on what was chosen, and of questions with the same id the first. */
    private record Chosen(Set<String> ids, Gate gate, Consumer<SourceQuestion> made) implements QuestionSink {

        @Override
        public void question(SourceQuestion raw) {
            SourceQuestion question = raw.distinct();
            if (gate.refuses(question).isEmpty() && ids.contains(question.id())) {
                made.accept(question);
            }
        }

        @Override
        public void dropped(DropReason reason) {
            // Counted in the first pass.
        }
    }
}
