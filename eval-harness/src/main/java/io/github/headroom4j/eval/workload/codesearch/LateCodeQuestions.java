package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.View;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.eval.workload.LateQuestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Questions about what a search and the files read show, and that have nothing to do with the method that was searched for:
 * where another hit is declared, and what a local variable of a file is set to. Stateless and thread-safe.
 */
public final class LateCodeQuestions implements LateQuestions {

    private static final String SET = "What is the local variable `";
    private static final String IN = "` set to where it is declared in ";
    private static final String ANSWER = "? Answer with the expression.";

    /** A declaration on one line, inside a body. */
    private static final Pattern LOCAL = Pattern.compile(
            "(?m)^[ \\t]{8,80}(?:final )?[A-Za-z][\\w.<>\\[\\], ?]{0,80} ([a-z]\\w{4,40}) = ([^;\\n]{3,120});[ \\t]*$");

    private final CodeFollowUps followUps = new CodeFollowUps();

    @Override
    public List<LateQuestion> about(EvalCase evalCase) {
        return Stream.of(Optional.of(where(evalCase)), set(evalCase))
                .flatMap(Optional::stream)
                .toList();
    }

    private static LateQuestion where(EvalCase evalCase) {
        CodeFollowUps.Where where =
                CodeFollowUps.where(evalCase, Sha256.of(evalCase.id()).hashCode());
        return new LateQuestion(
                where.question(), Set.of(where.item()), List.of(new Evidence(where.item(), 0, where.symbol())));
    }

    private static Optional<LateQuestion> set(EvalCase evalCase) {
        for (int i = evalCase.calls().size() - 1; i >= 0; i--) {
            RecordedCall call = evalCase.calls().get(i);
            Optional<MatchResult> local =
                    call.tool().equals(SessionRecorder.READ) ? local(call.result(), evalCase.id()) : Optional.empty();
            if (local.isPresent()) {
                String value = local.get().group(2).strip();
                String question = SET + local.get().group(1) + IN + SeenSources.path(call.arguments()) + ANSWER;
                Evidence evidence = new Evidence(value, i, local.get().group().strip());
                return Optional.of(new LateQuestion(question, Set.of(value), List.of(evidence)));
            }
        }
        return Optional.empty();
    }

    /** A variable whose name is declared and set only once in the file. */
    private static Optional<MatchResult> local(String file, String seed) {
        Map<String, List<MatchResult>> byName = new LinkedHashMap<>();
        LOCAL.matcher(file)
                .results()
                .forEach(local -> byName.computeIfAbsent(local.group(1), any -> new ArrayList<>())
                        .add(local));
        return byName.entrySet().stream()
                .filter(local -> local.getValue().size() == 1 && file.split(setting(local.getKey()), 3).length == 2)
                .min(Comparator.comparing(local -> Sha256.of(seed + "\n" + local.getKey())))
                .map(local -> local.getValue().get(0));
    }

    private static String setting(String name) {
        return "\\b" + name + " = ";
    }

    @Override
    public String term(String question) {
        return question.startsWith(SET) ? name(question) + " = " : CodeFollowUps.asked(question);
    }

    private static String name(String question) {
        return question.substring(SET.length(), question.indexOf('`', SET.length()));
    }

    @Override
    public List<String> answer(String question, View sight) {
        return question.startsWith(SET) ? value(question, sight) : followUps.answer(question, sight);
    }

    private static List<String> value(String question, View sight) {
        Pattern declared = Pattern.compile(".*\\b" + Pattern.quote(name(question)) + " = (.*);\\s*");
        return Stream.concat(
                        sight.results().stream()
                                .filter(result -> isOf(result, question))
                                .flatMap(result -> result.text().lines()),
                        sight.slices().stream()
                                .filter(slice -> isOf(slice, question))
                                .flatMap(slice -> Slices.lines(slice.text()).stream()))
                .map(declared::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1).strip())
                .limit(1)
                .toList();
    }

    private static boolean isOf(Seen result, String question) {
        String path = SeenSources.path(result.arguments());
        return result.tool().equals(SessionRecorder.READ) && question.endsWith(IN + path + ANSWER);
    }
}
