package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.importer.Draw;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of texts, each of which is what a tool returns. If it holds {@code questions.jsonl} ({@code question}, {@code answers} or
 * {@code answer}, {@code file}), each question is a case: its file among others. Without it, files are read some at a time, nothing is
 * asked, and the cases tell what is saved and nothing else.
 */
final class FolderSource implements CaseSource {

    private static final String QUESTIONS = "questions.jsonl";

    private static final String SYSTEM_PROMPT =
            "Read the files, then answer from them, quoting the line that answers exactly as it stands.";

    /** Files per case unless asked otherwise. */
    private static final int CANDIDATES = 8;

    private static final int DEPTH = 16;

    /** Questions have at most so many answers: 100. */
    private static final int MAX_ANSWERS = 100;

    @Override
    public List<Path> files(Path input) {
        if (!Files.isDirectory(input)) {
            throw new DatasetException(input + ": is no folder");
        }
        return PlainFiles.below(input, DEPTH);
    }

    @Override
    public void read(Path input, ToolOptions options, CaseSink sink) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : files(input)) {
            String name = PlainFiles.nameOf(input, file);
            if (!name.equals(QUESTIONS)) {
                FolderTexts.read(file, sink).ifPresent(text -> texts.put(name, text));
            }
        }
        Path questions = input.resolve(QUESTIONS);
        if (Files.isRegularFile(questions, LinkOption.NOFOLLOW_LINKS)) {
            SourceFile.of(questions).lines(line -> ask(line, texts, options, sink));
        } else {
            savings(texts, options, sink);
        }
    }

    private static void ask(CaseFile line, Map<String, String> texts, ToolOptions options, CaseSink sink) {
        String question = line.text("question");
        String file = line.text("file");
        // Only names that the listing has: no path leads out of the folder.
        String text = texts.get(file);
        if (text == null) {
            throw line.mistake("file", "names no text file of the folder: " + file);
        }
        Optional<String> answer = answers(line).stream()
                .filter(one -> !one.isBlank() && text.contains(one))
                .findFirst();
        if (question.isBlank() || answer.isEmpty()) {
            sink.dropped(question.isBlank() ? "the question is blank" : "none of its answers stands in its file");
            return;
        }
        sink.found(draft(question, file, answer.get(), texts, options));
    }

    private static Draft draft(
            String question, String file, String answer, Map<String, String> texts, ToolOptions options) {
        List<String> shown = Pick.others(
                List.copyOf(texts.keySet()),
                file,
                name -> name,
                options.candidatesOr(CANDIDATES) - 1,
                Draw.random(options.seed(), "others", question));
        shown.add(file);
        Collections.shuffle(shown, Draw.random(options.seed(), "order", question));
        String item = Items.text(answer);
        String evidence = texts.getOrDefault(file, "")
                .lines()
                .filter(one -> one.contains(answer))
                .findFirst()
                .orElse(answer);
        Draft.Proof proof = new Draft.Proof(
                calls(shown, texts), Set.of(item), List.of(new Evidence(item, shown.indexOf(file), evidence.strip())));
        String id = file + "#" + Sha256.of(question).substring(0, 8);
        return Draft.of(id, file, SYSTEM_PROMPT, new Ask(Kind.PASSAGE, question).text(), proof);
    }

    private static List<String> answers(CaseFile line) {
        if (line.has("answer") && !line.has("answers")) {
            return List.of(line.text("answer"));
        }
        List<String> answers = line.texts("answers");
        if (answers.size() > MAX_ANSWERS) {
            throw line.mistake("answers", "has " + answers.size() + " answers; at most " + MAX_ANSWERS + " are read");
        }
        return answers;
    }

    private static void savings(Map<String, String> texts, ToolOptions options, CaseSink sink) {
        List<String> names = List.copyOf(texts.keySet());
        int each = options.candidatesOr(CANDIDATES);
        for (int i = 0; i < names.size(); i += each) {
            List<String> some = names.subList(i, Math.min(names.size(), i + each));
            sink.note("no question, so that only savings are told");
            sink.found(new Draft(
                    some.get(0),
                    some.get(0),
                    EvalCase.SAVINGS_ONLY,
                    SYSTEM_PROMPT,
                    "Read these files.",
                    calls(some, texts),
                    Set.of(),
                    List.of(),
                    List.of()));
        }
    }

    private static List<RecordedCall> calls(List<String> names, Map<String, String> texts) {
        List<RecordedCall> calls = new ArrayList<>();
        names.forEach(name ->
                calls.add(new RecordedCall("read_file", Json.arguments("path", name), texts.getOrDefault(name, ""))));
        return calls;
    }
}
