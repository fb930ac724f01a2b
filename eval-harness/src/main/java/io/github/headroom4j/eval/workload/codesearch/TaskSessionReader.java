package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers questions about names, and looks up first what such a question needs all of where results are folded: the lines that
 * say it, then the hits around those that no hit in sight is around. It knows the question, what is shown, and that a
 * marker stands for what is not. Stateless and thread-safe.
 */
final class TaskSessionReader implements SessionReader {

    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*+)\"";

    /** What a slice shows of a hit, which is hardly ever a whole object. */
    private static final Pattern ROW =
            Pattern.compile("\"line\"\\s*:\\s*(\\d{1,9}),\\s*\"end_line\"\\s*:\\s*(\\d{1,9}),"
                    + "\\s*\"symbol\"\\s*:\\s*" + STRING + "(?:,\\s*\"signature\"\\s*:\\s*" + STRING + ")?");

    /** Types that are looked for at a time; the pattern must not get too long. */
    private static final int MAX_OWNERS = 10;

    @Override
    public List<Lookup> lookups(String question, List<InSight> sight) {
        List<Seen> all = sight.stream().map(InSight::seen).toList();
        Optional<TaskQuestion> task = TaskQuestion.of(question);
        return task.isEmpty()
                ? List.of()
                : wanted(task.get(), View.of(sight))
                        .flatMap(want -> lookup(want, all))
                        .limit(1)
                        .toList();
    }

    @Override
    public List<String> answer(String question, View sight) {
        return TaskQuestion.of(question)
                .map(task -> TaskReader.answer(task, joined(sight)))
                .orElse(List.of());
    }

    /** What to search for in results of which tool. */
    private record Want(String tool, String pattern) {}

    /** What the question needs, in the order in which an agent finds out. */
    private static Stream<Want> wanted(TaskQuestion task, View view) {
        String name = literal(task.name());
        return switch (task.kind()) {
            case NAMED -> Stream.of(new Want(SessionRecorder.SEARCH, "#" + name + "\\("));
            case SUBTYPES -> Stream.of(new Want(SessionRecorder.GREP, "(extends|implements).*\\b" + name + "\\b"));
            case THROWERS ->
                Stream.concat(
                        Stream.of(new Want(SessionRecorder.GREP, "throw +new .*\\b" + name + "\\b")),
                        around(task, view));
            case CALLERS ->
                Stream.concat(Stream.of(new Want(SessionRecorder.GREP, "\\b" + name + " *\\(")), around(task, view));
            case RETURNED ->
                Stream.concat(
                        new TaskReader(task.name(), joined(view)).hit().isPresent()
                                ? Stream.empty()
                                : Stream.of(new Want(SessionRecorder.SEARCH, name)),
                        new TaskReader(task.name(), joined(view))
                                        .returnedType()
                                        .map(type -> new Want(
                                                SessionRecorder.GREP,
                                                "(class|interface|enum|record) " + literal(type) + "\\b"))
                                        .stream());
            case CONSTANTS -> Stream.empty();
        };
    }

    /** The hits of the types in whose files lines were found that no hit in sight is around. */
    private static Stream<Want> around(TaskQuestion task, View view) {
        String owners = TaskReader.alone(task, joined(view)).stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1).replace(".java", ""))
                .distinct()
                .limit(MAX_OWNERS)
                .collect(Collectors.joining("|"));
        return owners.isEmpty()
                ? Stream.empty()
                : Stream.of(new Want(SessionRecorder.SEARCH, "\"symbol\".{1,5}[\\w.]*\\.(" + owners + ")[#.]"));
    }

    private static Stream<Lookup> lookup(Want want, List<Seen> seen) {
        return seen.stream()
                .filter(one -> one.tool().equals(want.tool()))
                .flatMap(one -> OriginalMarker.refAtEndOf(one.shown()).stream())
                .filter(ref -> seen.stream()
                        .noneMatch(one -> one.tool().equals(OriginalMarker.RETRIEVE_TOOL)
                                && one.arguments().contains(ref)
                                && one.text().startsWith("[grep /" + want.pattern() + "/")))
                .map(ref -> new Lookup(ref, want.pattern()));
    }

    /** Slices as results of their own behind the others; hits in them as objects. */
    private static List<Seen> joined(View sight) {
        List<Seen> seen = new ArrayList<>(sight.results());
        for (Seen slice : sight.slices()) {
            String text = String.join("\n", Slices.lines(slice.text()));
            String read = slice.tool().equals(SessionRecorder.SEARCH) ? objects(text) : text;
            seen.add(new Seen(slice.tool(), slice.arguments(), read));
        }
        return seen;
    }

    private static String objects(String slice) {
        StringBuilder objects = new StringBuilder();
        Matcher row = ROW.matcher(slice);
        while (row.find()) {
            String signature = row.group(4) == null ? "" : row.group(4);
            objects.append("{\"path\":\"")
                    .append(path(row.group(3)))
                    .append("\",\"line\":")
                    .append(row.group(1));
            objects.append(",\"end_line\":")
                    .append(row.group(2))
                    .append(",\"symbol\":\"")
                    .append(row.group(3));
            objects.append("\",\"signature\":\"").append(signature).append("\"}\n");
        }
        return objects.toString();
    }

    /** The file of a symbol: its package's folder and its outermost type. */
    private static String path(String symbol) {
        StringBuilder path = new StringBuilder();
        for (String part : symbol.substring(0, Math.max(0, symbol.indexOf('#'))).split("\\.", -1)) {
            path.append(path.length() == 0 ? "" : "/").append(part);
            if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
                break;
            }
        }
        return path.append(".java").toString();
    }

    private static String literal(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\s_-]", "\\\\$0");
    }
}
