package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.workload.codesearch.CodeFacts.Constant;
import io.github.headroom4j.eval.workload.codesearch.CodeFacts.NamedType;
import io.github.headroom4j.eval.workload.codesearch.MethodIndex.Hit;
import io.github.headroom4j.eval.workload.codesearch.TaskQuestion.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the question of one kind about one name, if the library has an answer of fitting size and the session shows all of
 * it. What the agent does depends on the question and on what it has read, never on the gold. For one library.
 */
final class TaskMaker {

    /** Items of an answer. */
    private record Size(int least, int most) {
        boolean fits(int count) {
            return count >= least && count <= most;
        }
    }

    private static final Size TARGETS = new Size(3, 12);
    private static final Size JOINED = new Size(2, 8);
    private static final Size VALUES = new Size(1, 4);

    /** Letters; shorter names stand inside too many others. */
    private static final int MIN_NAME = 6;

    /** Return types that the agent looks for at a time. */
    private static final int MAX_TYPES = 3;

    private final Library library;
    private final SessionRecorder recorder;
    private final Map<String, List<SourceMethod>> byName;
    private final Map<String, SourceMethod> bySymbol = new LinkedHashMap<>();
    private final Map<String, List<NamedType>> types;
    private final Map<String, List<NamedType>> children = new LinkedHashMap<>();
    private final Map<String, List<SourceMethod>> throwers;
    private final Map<String, List<SourceMethod>> callers;

    TaskMaker(Library library, SessionRecorder recorder) {
        this.library = library;
        this.recorder = recorder;
        byName = library.methods().stream()
                .filter(method -> !method.constructor())
                .collect(Collectors.groupingBy(SourceMethod::name, LinkedHashMap::new, Collectors.toList()));
        library.methods().stream()
                .filter(library::isUnambiguous)
                .forEach(method -> bySymbol.put(method.symbol(), method));
        types = library.facts().types().stream()
                .collect(Collectors.groupingBy(NamedType::name, LinkedHashMap::new, Collectors.toList()));
        library.facts()
                .types()
                .forEach(type -> type.parents()
                        .forEach(parent -> children.computeIfAbsent(parent, any -> new ArrayList<>())
                                .add(type)));
        throwers = methodsBy(CodeFacts.Body::thrown);
        callers = methodsBy(CodeFacts.Body::calls);
    }

    /** The names that a kind of question can be asked of; many have no answer. */
    Set<String> names(Kind kind) {
        return switch (kind) {
            case NAMED, CALLERS -> named(byName.keySet().stream());
            case SUBTYPES -> named(types.keySet().stream());
            case THROWERS -> named(throwers.keySet().stream());
            case CONSTANTS, RETURNED ->
                bySymbol.values().stream()
                        .filter(method -> !method.constructor())
                        .map(SourceMethod::symbol)
                        .collect(Collectors.toCollection(TreeSet::new));
        };
    }

    private static Set<String> named(Stream<String> names) {
        return names.filter(name -> name.length() >= MIN_NAME).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Makes a task.
     *
     * @param number by which the search result's form is chosen
     */
    Optional<Task> make(TaskQuestion question, int number) {
        Optional<Task> task =
                switch (question.kind()) {
                    case NAMED -> methods(question, number, byName.getOrDefault(question.name(), List.of()), TARGETS);
                    case THROWERS ->
                        methods(question, number, throwers.getOrDefault(question.name(), List.of()), JOINED);
                    case CALLERS -> methods(question, number, callers(question.name()), JOINED);
                    case SUBTYPES -> subtypes(question, number);
                    case CONSTANTS -> constants(question, number);
                    case RETURNED -> returned(question, number);
                };
        return task.filter(Task::isReadable);
    }

    private Map<String, List<SourceMethod>> methodsBy(Function<CodeFacts.Body, Set<String>> what) {
        Map<String, List<SourceMethod>> methods = new LinkedHashMap<>();
        for (SourceMethod method : library.methods()) {
            for (String name : what.apply(library.facts().body(method))) {
                methods.computeIfAbsent(name, any -> new ArrayList<>()).add(method);
            }
        }
        return methods;
    }

    /** Only of a name that one method has, or nobody could tell which is meant. */
    private List<SourceMethod> callers(String name) {
        return byName.getOrDefault(name, List.of()).size() != 1
                ? List.of()
                : callers.getOrDefault(name, List.of()).stream()
                        .filter(method -> !method.name().equals(name))
                        .toList();
    }

    private Optional<Task> methods(TaskQuestion question, int number, List<SourceMethod> gold, Size size) {
        if (!size.fits(gold.size()) || !gold.stream().allMatch(library::isUnambiguous)) {
            return Optional.empty();
        }
        String query = question.kind() == Kind.THROWERS ? "throw new " + question.name() : question.name();
        List<RecordedCall> calls =
                List.of(recorder.search(query, hits(query), number), recorder.grep(List.of(question.name())));
        List<Evidence> evidence = new ArrayList<>();
        for (SourceMethod method : gold) {
            evidence.add(new Evidence(method.symbol(), 0, method.symbol()));
            if (question.kind() != Kind.NAMED) {
                evidence.add(new Evidence(method.symbol(), 1, lineIn(method, question)));
            }
        }
        return isWhole(calls.get(1))
                ? Optional.of(Task.of(question, gold.get(0).packageName(), calls, evidence))
                : Optional.empty();
    }

    /** The first line of a method that says it, as the search prints it; something that nobody prints if none does. */
    private static String lineIn(SourceMethod method, TaskQuestion question) {
        String name = Pattern.quote(question.name());
        Pattern said = Pattern.compile(
                question.kind() == Kind.THROWERS ? "\\bthrow new (?:\\w+\\.)*" + name + "\\b" : "\\b" + name + "\\(");
        for (int line = method.span().first(); line <= method.span().last(); line++) {
            String text = method.file().lines(line, line);
            if (said.matcher(text).find()) {
                return printed(method.file(), line);
            }
        }
        return "\n\n";
    }

    private static String printed(ShownFile file, int line) {
        return file.path() + ":" + line + ":" + file.lines(line, line);
    }

    private Optional<Task> subtypes(TaskQuestion question, int number) {
        String name = question.name();
        List<NamedType> found = children.getOrDefault(name, List.of());
        long names = found.stream().map(NamedType::name).distinct().count();
        if (!TARGETS.fits(found.size()) || names < found.size() || !isOnce(name)) {
            return Optional.empty();
        }
        List<RecordedCall> calls = List.of(recorder.search(name, hits(name), number), recorder.grep(List.of(name)));
        List<Evidence> evidence = found.stream()
                .map(type -> new Evidence(type.name(), 1, printed(type.file(), type.line())))
                .toList();
        return isWhole(calls.get(1))
                ? Optional.of(Task.of(question, packageOf(found.get(0).file()), calls, evidence))
                : Optional.empty();
    }

    /** The agent reads the method's file, then the other one whose constants it uses. */
    private Optional<Task> constants(TaskQuestion question, int number) {
        SourceMethod method = bySymbol.get(question.name());
        List<Constant> used = method == null ? List.of() : used(method);
        List<ShownFile> files = Stream.concat(
                        Stream.ofNullable(method).map(SourceMethod::file),
                        used.stream().map(Constant::file))
                .distinct()
                .toList();
        if (method == null || !VALUES.fits(used.size()) || files.size() != 2 || !areShort(files)) {
            return Optional.empty();
        }
        List<RecordedCall> calls =
                List.of(searchFor(method, number), recorder.read(files.get(0)), recorder.read(files.get(1)));
        List<Evidence> evidence = new ArrayList<>();
        for (Constant constant : used) {
            String line =
                    constant.file().lines(constant.line(), constant.line()).strip();
            evidence.add(
                    new Evidence(constant.name() + "=" + constant.value(), 1 + files.indexOf(constant.file()), line));
        }
        evidence.add(new Evidence(evidence.get(0).item(), 0, method.symbol()));
        return Optional.of(Task.of(question, method.packageName(), calls, evidence));
    }

    private List<Constant> used(SourceMethod method) {
        return library.facts().body(method).constants().stream()
                .map(library.facts()::constants)
                .filter(declared ->
                        declared.size() == 1 && !declared.get(0).value().isEmpty())
                .map(declared -> declared.get(0))
                .toList();
    }

    private static boolean areShort(List<ShownFile> files) {
        return files.stream().allMatch(file -> file.lines().size() <= SessionRecorder.MAX_FILE_LINES);
    }

    /** The agent looks for what the method returns, and for what the best hits return, since it is at it. */
    private Optional<Task> returned(TaskQuestion question, int number) {
        SourceMethod method = bySymbol.get(question.name());
        String type = method == null ? "" : library.facts().body(method).returned();
        if (method == null || type.length() < MIN_NAME || !isOnce(type)) {
            return Optional.empty();
        }
        NamedType declared = types.getOrDefault(type, List.of()).get(0);
        if (declared.file().equals(method.file())) {
            return Optional.empty();
        }
        List<String> wanted = Stream.concat(
                        Stream.of(type),
                        hits(query(method)).stream()
                                .map(hit -> library.facts().body(hit.method()).returned()))
                .filter(types::containsKey)
                .distinct()
                .limit(MAX_TYPES)
                .sorted()
                .toList();
        List<RecordedCall> calls = List.of(searchFor(method, number), recorder.grep(wanted));
        String item = declared.file().path() + ":" + declared.line();
        List<Evidence> evidence = List.of(
                new Evidence(item, 0, method.symbol()),
                new Evidence(item, 1, printed(declared.file(), declared.line())));
        return Optional.of(Task.of(question, method.packageName(), calls, evidence));
    }

    private RecordedCall searchFor(SourceMethod method, int number) {
        return recorder.search(query(method), hits(query(method)), number);
    }

    private static String query(SourceMethod method) {
        return method.owner().substring(method.owner().lastIndexOf('.') + 1) + " " + method.name();
    }

    private List<Hit> hits(String query) {
        return library.index().search(query, CaseSelection.MAX_HITS);
    }

    private boolean isOnce(String type) {
        return types.getOrDefault(type, List.of()).size() == 1;
    }

    private static boolean isWhole(RecordedCall grep) {
        return grep.result().lines().count() < SessionRecorder.MAX_GREP_MATCHES;
    }

    private static String packageOf(ShownFile file) {
        int end = file.path().lastIndexOf('/');
        return end < 0 ? "" : file.path().substring(0, end).replace('/', '.');
    }
}
