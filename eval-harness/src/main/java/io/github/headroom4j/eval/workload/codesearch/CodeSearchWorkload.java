package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.DeepTasks;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.eval.workload.codesearch.CaseMaker.Made;
import io.github.headroom4j.eval.workload.codesearch.Manifest.LibrarySpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the method that a sentence describes, in the sources of real libraries. The sentence is the first one of a
 * method's Javadoc; all Javadoc is removed from what is searched and shown, so the label costs no model and leaks
 * nowhere. An answer item is a symbol as the search tool prints it, {@code
 * org.example.Parser#parse(String, int)}; items are compared by equality.
 *
 * <p>Nothing of the libraries is stored in the project: the cases are made from the source jars on the class path, take
 * some seconds and about 60 MB, and must have the hashes that {@code manifest.json} pins. They are made once per
 * instance. Thread-safe.
 */
public final class CodeSearchWorkload implements ToolWorkload {

    private final Path folder;

    @Nullable
    private List<EvalCase> cases;

    private List<EvalCase> tasks = List.of();

    /**
     * The workload described by a folder.
     *
     * @param folder holds {@code manifest.json}, in this project {@code datasets/code-search}
     */
    public CodeSearchWorkload(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "code-search";
    }

    /**
     * {@inheritDoc}
     *
     * @throws DatasetException also if a source jar is missing or differs, or if the cases come out otherwise than the
     *     manifest says; the message says what to run
     */
    @Override
    public synchronized List<EvalCase> cases() {
        if (cases == null) {
            cases = make();
        }
        return cases;
    }

    @Override
    public Reader reader() {
        return new CodeSearchReader();
    }

    @Override
    public AnswerFormat answerFormat() {
        return AnswerFormat.items("An item is a symbol exactly as search_code printed it, for instance"
                + " org.example.Parser#parse(String, int). Name the one that is described, and overloads of it only if"
                + " the description fits them as well.");
    }

    /** The cases that ask about names; made together with the others, and no part of them. */
    synchronized List<EvalCase> tasks() {
        cases();
        return tasks;
    }

    private List<EvalCase> make() {
        Path file = folder.resolve("manifest.json");
        Manifest manifest = Manifest.read(file);
        List<Made> made = make(manifest);
        List<EvalCase> all = new ArrayList<>();
        List<EvalCase> ofNames = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            LibrarySpec spec = manifest.libraries().get(i);
            String field = file + ", field libraries[" + i + "].";
            check(
                    field + "casesSha256: the cases of " + spec.name(),
                    made.get(i).sha256(),
                    spec.casesSha256());
            all.addAll(made.get(i).cases());
            if (spec.tasksPerKind() > 0) {
                check(
                        field + "tasksSha256: the cases of " + spec.name(),
                        made.get(i).tasksSha256(),
                        spec.tasksSha256());
                ofNames.addAll(made.get(i).tasks());
            }
        }
        tasks = List.copyOf(ofNames);
        return List.copyOf(all);
    }

    private static void check(String what, String sha256, String pinned) {
        if (!sha256.equals(pinned)) {
            throw new DatasetException(
                    what + " came out with " + sha256 + "; if that is intended, run CodeSearchManifest");
        }
    }

    /** Makes the cases of all libraries, in the order of the manifest whatever the threads do. */
    static List<Made> make(Manifest manifest) {
        CaseMaker maker = new CaseMaker(manifest.seed());
        return DeepTasks.inOrder(
                "the code-search cases",
                manifest.libraries().stream()
                        .<Callable<Made>>map(spec -> () -> maker.make(spec))
                        .toList());
    }
}
