package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.View;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.eval.workload.LateQuestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Questions about fetched logs that have nothing to do with the incident: what was said at a moment, which lines name an
 * id, how many hold a word. Two of the three are asked of each case. The answers are read off the raw logs. Stateless and thread-safe.
 */
public final class LateLogQuestions implements LateQuestions {

    private static final String FETCH = "fetch_logs";
    private static final String GREP = "grep_logs";

    private static final int ASKED = 2;

    /** Lines that an id stands in, and that hold a word. */
    private record Bounds(int least, int most) {
        boolean hold(int count) {
            return count >= least && count <= most;
        }
    }

    private static final Bounds MENTIONS = new Bounds(2, 4);
    private static final Bounds COUNTED = new Bounds(5, 30);

    private static final Pattern MOMENT = Pattern.compile("(?<!\\d)\\d\\d:\\d\\d:\\d\\d[.,]\\d{3}(?!\\d)");

    /** Letters and digits in one, six to forty of them, but no beginning of a date. */
    private static final Pattern ID = Pattern.compile(
            "(?<![\\p{Alnum}_-])(?!\\d{4}-)(?=[a-z_-]*\\d)(?=[\\d_-]*[a-z])[a-z0-9]++(?:[_-][a-z0-9]++)*+(?![\\p{Alnum}_-])");

    private static final Pattern WORD = Pattern.compile("(?<![\\p{Alnum}_-])[\\p{Alpha}]{5,40}(?![\\p{Alnum}_-])");

    /** Characters; nobody is asked to type out longer lines. */
    private static final int MAX_LINE = 400;

    private static final int MIN_ID = 6;
    private static final int MAX_ID = 40;

    private static final Pattern TERM = Pattern.compile("`([^`]*)`");
    private static final Pattern COUNT =
            Pattern.compile("^\\[grep /(.*?)/(?: as plain text)?: (\\d+) of \\d+ lines match");

    /** A log that was fetched. */
    private record Log(int call, String service, List<String> lines) {

        List<String> holding(String term) {
            return lines.stream().filter(line -> holds(line, term)).toList();
        }
    }

    @Override
    public List<LateQuestion> about(EvalCase evalCase) {
        List<Log> logs = logs(evalCase);
        String evidence = evalCase.evidence().stream().map(Evidence::text).collect(Collectors.joining("\n"));
        List<Function<Log, Optional<LateQuestion>>> kinds = List.of(
                log -> moment(log, evalCase.id(), evidence),
                log -> mentions(log, evalCase.id(), evidence),
                log -> count(log, evalCase.id(), evidence));
        int first = Math.floorMod(evalCase.id().hashCode(), kinds.size());
        List<LateQuestion> questions = new ArrayList<>();
        for (int i = 0; i < kinds.size() && questions.size() < ASKED; i++) {
            String seed = evalCase.id() + i + "\n";
            Function<Log, Optional<LateQuestion>> kind = kinds.get((first + i) % kinds.size());
            Sha256.drawn(logs, log -> seed + log.service()).stream()
                    .flatMap(log -> kind.apply(log).stream())
                    .findFirst()
                    .ifPresent(questions::add);
        }
        return questions;
    }

    private static List<Log> logs(EvalCase evalCase) {
        Map<String, Log> logs = new LinkedHashMap<>();
        for (int i = 0; i < evalCase.calls().size(); i++) {
            RecordedCall call = evalCase.calls().get(i);
            if (call.tool().equals(FETCH)) {
                String service = LogView.argument(call.arguments(), "service");
                logs.putIfAbsent(service, new Log(i, service, Incident.linesOf(call.result())));
            }
        }
        return List.copyOf(logs.values());
    }

    private static Optional<LateQuestion> moment(Log log, String seed, String known) {
        Map<String, Integer> times = counted(log, MOMENT);
        return Sha256.drawn(times.keySet(), time -> seed + "\n" + time).stream()
                .filter(time -> times.getOrDefault(time, 0) == 1 && !known.contains(time))
                .filter(time -> areShort(log.holding(time)))
                .findFirst()
                .map(time -> question(
                        "What did " + log.service() + " log at `" + time + "`? Answer with the whole line.",
                        log,
                        log.holding(time)));
    }

    private static Optional<LateQuestion> mentions(Log log, String seed, String known) {
        return term(log, ID, MENTIONS, seed, known)
                .filter(id -> areShort(log.holding(id)))
                .map(id -> question(
                        "Which lines of the log of " + log.service() + " hold `" + id
                                + "`? Answer with the whole lines.",
                        log,
                        log.holding(id)));
    }

    private static Optional<LateQuestion> count(Log log, String seed, String known) {
        return term(log, WORD, COUNTED, seed, known).map(word -> {
            List<String> lines = log.holding(word);
            String item = String.valueOf(lines.size());
            return new LateQuestion(
                    "How many lines of the log of " + log.service() + " hold `" + word + "`? Answer with the number.",
                    Set.of(item),
                    Stream.of(lines.get(0), lines.get(lines.size() - 1))
                            .distinct()
                            .map(line -> new Evidence(item, log.call(), line))
                            .toList());
        });
    }

    private static boolean areShort(List<String> lines) {
        return lines.stream().allMatch(line -> line.length() <= MAX_LINE);
    }

    private static Optional<String> term(Log log, Pattern pattern, Bounds bounds, String seed, String known) {
        Map<String, Integer> terms = counted(log, pattern);
        return Sha256.drawn(terms.keySet(), term -> seed + "\n" + term).stream()
                .filter(term -> term.length() <= MAX_ID && term.length() >= (pattern == ID ? MIN_ID : 0))
                .filter(term -> bounds.hold(terms.getOrDefault(term, 0)) && !known.contains(term))
                .filter(term -> bounds.hold(Set.copyOf(log.holding(term)).size()))
                .findFirst();
    }

    /** In how many lines each match stands as a match. */
    private static Map<String, Integer> counted(Log log, Pattern pattern) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String line : log.lines()) {
            pattern.matcher(line)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .forEach(match -> counts.merge(match, 1, Integer::sum));
        }
        return counts;
    }

    private static LateQuestion question(String text, Log log, List<String> lines) {
        Set<String> gold = new LinkedHashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (String line : lines) {
            if (gold.add(line.strip())) {
                evidence.add(new Evidence(line.strip(), log.call(), line));
            }
        }
        return new LateQuestion(text, gold, evidence);
    }

    @Override
    public String term(String question) {
        Matcher term = TERM.matcher(question);
        return term.find() ? term.group(1) : "";
    }

    @Override
    public List<String> answer(String question, View sight) {
        String term = term(question);
        if (term.isEmpty()) {
            return List.of();
        }
        Set<String> lines = new LinkedHashSet<>();
        int counted = 0;
        for (Seen result : sight.results()) {
            if (isOf(result, question)) {
                List<String> found = holding(Incident.linesOf(result.text()), term);
                counted += found.size();
                lines.addAll(found);
            }
        }
        if (question.startsWith("How many")) {
            return List.of(told(question, term, sight).orElse(String.valueOf(counted)));
        }
        sight.slices().stream()
                .filter(slice -> isOf(slice, question))
                .forEach(slice -> lines.addAll(holding(Slices.lines(slice.text()), term)));
        sight.results().stream()
                .filter(result -> result.tool().equals(GREP) && lines.isEmpty())
                .forEach(result -> lines.addAll(found(result, question, term)));
        return List.copyOf(lines);
    }

    /** The number that the heading of a search gives. */
    private static Optional<String> told(String question, String term, View sight) {
        return sight.slices().stream()
                .filter(slice -> isOf(slice, question))
                .map(slice -> COUNT.matcher(slice.text()))
                .filter(count ->
                        count.find() && count.group(1).replace("\\", "").equals(term))
                .map(count -> count.group(2))
                .findFirst();
    }

    /** What a search over all logs has found in the one that is asked about: {@code service:number:line}. */
    private static List<String> found(Seen result, String question, String term) {
        return Incident.linesOf(result.text()).stream()
                .filter(line -> line.indexOf(':') > 0
                        && isNamed(line.substring(0, line.indexOf(':')), question)
                        && holds(line, term))
                .map(line -> line.replaceFirst("^[^:]*:\\d{1,9}:", "").strip())
                .toList();
    }

    private static boolean isOf(Seen result, String question) {
        return result.tool().equals(FETCH) && isNamed(LogView.argument(result.arguments(), "service"), question);
    }

    private static boolean isNamed(String service, String question) {
        return question.contains(" " + service + " ");
    }

    private static List<String> holding(List<String> lines, String term) {
        return lines.stream()
                .filter(line -> holds(line, term))
                .map(String::strip)
                .toList();
    }

    private static boolean holds(String line, String term) {
        return line.toLowerCase(Locale.ROOT).contains(term.toLowerCase(Locale.ROOT));
    }
}
