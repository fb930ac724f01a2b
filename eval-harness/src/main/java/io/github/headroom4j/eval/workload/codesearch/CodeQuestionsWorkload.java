package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.replay.LongReplay;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.LateRunner;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Questions about names in the libraries of code search: with several targets (all overloads and implementations of a name,
 * all subtypes), and over several tools (who throws, who calls, which constants of another file, where a return type is
 * declared). They ask for all of something, or join results, so that an agent reads back what was left out; what that
 * costs is charged. A case's tier says which of both, its id what is asked. Thread-safe.
 */
public final class CodeQuestionsWorkload implements Workload {

    private final CodeSearchWorkload source;

    /**
     * The workload.
     *
     * @param source makes the cases together with its own
     */
    public CodeQuestionsWorkload(CodeSearchWorkload source) {
        this.source = source;
    }

    /** Its sessions are long: of all cases, so many take a minute in all arms. */
    @Override
    public int standardCases() {
        return 100;
    }

    @Override
    public String name() {
        return "code-questions";
    }

    @Override
    public List<EvalCase> cases() {
        return source.tasks().stream().map(CodeQuestionsWorkload::session).toList();
    }

    @Override
    public CaseRunner runner(TokenCounter counter) {
        return new LateRunner(name(), new TaskSessionReader(), counter);
    }

    @Override
    public CaseRunner runner(TokenCounter counter, ModelReader model) {
        return new LateRunner(name(), new LongReplay(model, question -> answerFormat()), counter);
    }

    /** How a language model shall answer. */
    static AnswerFormat answerFormat() {
        return AnswerFormat.items(
                "Put the items into JSON instead of lines, each of them as the question wants it: a symbol"
                        + " exactly as search_code printed it, for instance org.example.Parser#parse(String, int), the simple name of"
                        + " a type, NAME=value, or path:line.");
    }

    /** One turn, which begins with the recorded calls and which the reader answers. */
    private static EvalCase session(EvalCase one) {
        List<Integer> calls = IntStream.range(0, one.calls().size()).boxed().toList();
        return new EvalCase(
                one.id(),
                one.cluster(),
                one.split(),
                one.tier(),
                one.systemPrompt(),
                one.question(),
                one.calls(),
                one.gold().stream().map(item -> Turn.item(0, item)).collect(Collectors.toSet()),
                one.evidence().stream()
                        .map(piece -> new Evidence(Turn.item(0, piece.item()), piece.call(), piece.text()))
                        .toList(),
                List.of(new Turn(one.question(), calls, "", calls)));
    }
}
