package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.workload.codesearch.SeenHits.SeenHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers questions about names by joining what several tools show: lines found by a search are put into the innermost hit
 * around them, a method's body is read in the visible file, its constants wherever they are visibly declared. For one
 * question.
 */
final class TaskReader {

    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]{3,60}\\b");

    private final String name;
    private final List<Seen> seen;
    private final Map<String, SeenHit> hits = new LinkedHashMap<>();
    private final List<GrepLine> lines = new ArrayList<>();

    TaskReader(String name, List<Seen> seen) {
        this.name = name;
        this.seen = seen;
        for (Seen one : seen) {
            if (one.tool().equals(SessionRecorder.SEARCH)) {
                SeenHits.read(one.text()).forEach(hit -> hits.putIfAbsent(hit.symbol(), hit));
            } else if (one.tool().equals(SessionRecorder.GREP)) {
                one.text().lines().flatMap(GrepLine::of).forEach(lines::add);
            }
        }
    }

    static List<String> answer(TaskQuestion question, List<Seen> seen) {
        TaskReader reader = new TaskReader(question.name(), seen);
        return switch (question.kind()) {
            case NAMED -> reader.named();
            case SUBTYPES -> reader.subtypes();
            case THROWERS, CALLERS -> reader.around(said(question));
            case CONSTANTS -> reader.constants();
            case RETURNED -> reader.returned();
        };
    }

    /**
     * The files of lines that say what is asked for, where no hit in sight is around them.
     *
     * @param question who throws or who calls
     */
    static List<String> alone(TaskQuestion question, List<Seen> seen) {
        TaskReader reader = new TaskReader(question.name(), seen);
        return reader.saying(said(question))
                .filter(line -> reader.innermost(line).isEmpty())
                .map(GrepLine::path)
                .toList();
    }

    private static Predicate<String> said(TaskQuestion question) {
        String name = Pattern.quote(question.name());
        return Pattern.compile(
                        question.kind() == TaskQuestion.Kind.THROWERS
                                ? "\\bthrow\\s+new\\s+(?:\\w+\\.)*" + name + "\\b"
                                : "\\b" + name + "\\s*\\(")
                .asPredicate();
    }

    private List<String> named() {
        return hits.values().stream()
                .filter(hit -> hit.name().equals(name))
                .map(SeenHit::symbol)
                .toList();
    }

    private List<String> subtypes() {
        Pattern declared =
                Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)\\b.*\\b(?:extends|implements)\\b"
                        + ".*\\b" + Pattern.quote(name) + "\\b.*");
        Set<String> names = new LinkedHashSet<>();
        for (GrepLine line : lines) {
            Matcher type = declared.matcher(line.text());
            if (type.find() && !type.group(1).equals(name)) {
                names.add(type.group(1));
            }
        }
        return List.copyOf(names);
    }

    /** The methods around the lines that say it; a method of the name asked for is its own declaration. */
    private List<String> around(Predicate<String> wanted) {
        return saying(wanted)
                .flatMap(line -> innermost(line).stream())
                .filter(hit -> !hit.name().equals(name))
                .map(SeenHit::symbol)
                .distinct()
                .toList();
    }

    private Stream<GrepLine> saying(Predicate<String> wanted) {
        return lines.stream().filter(line -> wanted.test(code(line.text())));
    }

    private Optional<SeenHit> innermost(GrepLine line) {
        return hits.values().stream()
                .filter(hit ->
                        hit.path().equals(line.path()) && hit.line() <= line.number() && hit.endLine() >= line.number())
                .min(Comparator.comparingInt(hit -> hit.endLine() - hit.line()));
    }

    /** A line without its comment. */
    private static String code(String line) {
        String stripped = line.strip();
        int comment = line.indexOf("//");
        return stripped.startsWith("*") || stripped.startsWith("/*")
                ? ""
                : comment < 0 ? line : line.substring(0, comment);
    }

    private List<String> constants() {
        SeenHit hit = hits.get(name);
        if (hit == null) {
            return List.of();
        }
        String body = new SeenSources(seen).read(hit);
        return CONSTANT.matcher(body.isEmpty() ? hit.snippet() : body)
                .results()
                .map(match -> match.group())
                .distinct()
                .flatMap(constant -> value(constant).map(value -> constant + "=" + value).stream())
                .toList();
    }

    private Optional<String> value(String constant) {
        Pattern declared = Pattern.compile("\\b" + constant + "\\s*=\\s*([^();{}\\n]{1,60});");
        return Stream.concat(
                        seen.stream()
                                .filter(one -> one.tool().equals(SessionRecorder.READ))
                                .flatMap(one -> one.text().lines()),
                        lines.stream().map(GrepLine::text))
                .map(declared::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .findFirst();
    }

    /** The hit that the question names. */
    Optional<SeenHit> hit() {
        return Optional.ofNullable(hits.get(name));
    }

    /** The simple name of the type that the hit returns. */
    Optional<String> returnedType() {
        return hit().flatMap(hit -> {
            Matcher before = Pattern.compile("([\\w.]+)(?:<.*>)?\\s+" + Pattern.quote(hit.name()) + "\\(")
                    .matcher(hit.signature());
            return before.find()
                    ? Optional.of(before.group(1).substring(before.group(1).lastIndexOf('.') + 1))
                    : Optional.empty();
        });
    }

    private List<String> returned() {
        return returnedType()
                .map(type -> Pattern.compile("\\b(?:class|interface|enum|record)\\s+" + type + "\\b")
                        .asPredicate())
                .map(declared -> saying(declared)
                        .map(line -> line.path() + ":" + line.number())
                        .limit(1)
                        .toList())
                .orElse(List.of());
    }
}
