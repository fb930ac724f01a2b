package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file as far as it can be seen. Lines may be missing; the notes in their place say which, so the others keep about their
 * numbers. Immutable.
 */
final class SeenFile {

    private static final Pattern NOTE = Pattern.compile("… \\d{1,9} lines? \\((\\d{1,9})(?:-(\\d{1,9}))?\\)");

    /** Characters; a note stands in a short line. */
    private static final int MAX_NOTED_LINE = 1_000;

    private final String path;
    private final List<String> lines;
    private final int[] numbers;
    private final List<SeenMethod> methods;
    private final Set<String> fields;

    SeenFile(String path, int firstLine, String text) {
        this.path = path;
        lines = text.lines().toList();
        numbers = numbers(lines, firstLine);
        List<Token> tokens = JavaTokens.of(lines);
        methods = SeenMethods.in(tokens);
        fields = SeenFields.in(tokens);
    }

    String path() {
        return path;
    }

    List<String> lines() {
        return lines;
    }

    Set<String> fields() {
        return fields;
    }

    List<SeenMethod> methods() {
        return methods;
    }

    /** About which line of the file a visible one is. */
    int numberOf(int index) {
        return numbers[index];
    }

    /** The innermost visible method that a line of a diff stands in, by its text and about its number. */
    Optional<SeenMethod> methodAround(List<DiffLine> near) {
        return near.stream()
                .filter(line -> !line.isRemoved() && line.text().strip().length() > 1)
                .map(this::indexOf)
                .filter(index -> index >= 0)
                .flatMap(index -> methodAt(index).stream())
                .findFirst();
    }

    private Optional<SeenMethod> methodAt(int index) {
        return methods.stream()
                .filter(method -> method.first() <= index && index <= method.last())
                .min(Comparator.comparingInt(method -> method.last() - method.first()));
    }

    /** The visible line with the text of a line of a diff that is nearest to its number, or -1. */
    private int indexOf(DiffLine line) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).equals(line.text()))
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(numbers[i] - line.number())))
                .orElse(-1);
    }

    /**
     * The number of a line that catches something and does nothing, if a change has emptied it: the line is next to the change, and
     * the file shows that nothing follows but the end of the block.
     */
    Optional<Integer> emptyCatch(List<DiffLine> now, Change change) {
        if (change.removed().isEmpty()) {
            return Optional.empty();
        }
        return now.stream()
                .filter(line -> line.text().contains("catch (") && !line.text().contains("ignore"))
                .filter(line -> Math.abs(change.number() - line.number() - 1) <= 1)
                .filter(line -> isEmptyBlock(indexOf(line)))
                .map(DiffLine::number)
                .findFirst();
    }

    /** Whether the line after a line of a diff, apart from blank ones, is another case of a switch. */
    boolean caseFollows(DiffLine line) {
        int at = line.text().isBlank() ? -1 : indexOf(line);
        return at >= 0
                && lines.stream()
                        .skip(at + 1L)
                        .filter(next -> !next.isBlank())
                        .findFirst()
                        .filter(FlowChecks::isCase)
                        .isPresent();
    }

    private boolean isEmptyBlock(int index) {
        return index >= 0
                && index + 1 < lines.size()
                && lines.get(index).strip().endsWith("{")
                && lines.get(index + 1).strip().startsWith("}");
    }

    private static int[] numbers(List<String> lines, int firstLine) {
        List<Integer> numbers = new ArrayList<>();
        int next = firstLine;
        for (String line : lines) {
            numbers.add(next);
            int noted = line.length() > MAX_NOTED_LINE ? 0 : lastNoted(line);
            next = noted >= next ? noted + 2 : next + 1;
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int lastNoted(String line) {
        int last = 0;
        Matcher note = NOTE.matcher(line);
        while (note.find()) {
            last = Integer.parseInt(note.group(2) == null ? note.group(1) : note.group(2));
        }
        return last;
    }
}
