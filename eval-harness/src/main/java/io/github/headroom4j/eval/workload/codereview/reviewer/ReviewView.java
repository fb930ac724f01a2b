package io.github.headroom4j.eval.workload.codereview.reviewer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.workload.codereview.session.ReviewSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of a pull request that can be seen: changes, files, what a search found, and what the compiler warned of. Immutable once read. */
final class ReviewView {

    private static final Pattern FOUND = Pattern.compile("([^:\\s]{1,300}):(\\d{1,9}):(.*)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Hunk> hunks = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private final List<SeenFile> files = new ArrayList<>();
    private final List<Usage> usages = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private ReviewView() {}

    static ReviewView of(List<Seen> seen) {
        ReviewView view = new ReviewView();
        seen.forEach(view::add);
        for (Seen one : seen) {
            if (one.tool().equals(ReviewSession.FILES)) {
                view.addPatches(one);
            }
        }
        Map<String, List<Hunk>> byFile =
                view.hunks.stream().collect(Collectors.groupingBy(Hunk::path, LinkedHashMap::new, Collectors.toList()));
        byFile.values().forEach(hunks -> view.spots.addAll(FileChanges.of(view, hunks)));
        return view;
    }

    /** What has changed, apart from what has only moved. */
    List<Spot> spots() {
        return spots;
    }

    List<Hunk> hunks() {
        return hunks;
    }

    List<Usage> usages() {
        return usages;
    }

    List<Warning> warnings() {
        return warnings;
    }

    List<SeenFile> files() {
        return files;
    }

    /** The visible parts of a file. */
    Stream<SeenFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path));
    }

    /** The visible method that a change is in. */
    Optional<SeenMethod> methodOf(Hunk hunk, Change change) {
        List<DiffLine> near = new ArrayList<>(change.added());
        hunk.lines().stream()
                .filter(DiffLine::isContext)
                .sorted(Comparator.comparingInt(line -> Math.abs(line.number() - change.number())))
                .forEach(near::add);
        return file(hunk.path())
                .flatMap(file -> file.methodAround(near).stream())
                .findFirst();
    }

    /** All visible methods of a file. */
    List<SeenMethod> methods(String path) {
        return file(path).flatMap(file -> file.methods().stream()).toList();
    }

    /** The names of the visible fields of a file. */
    Set<String> fields(String path) {
        return file(path).flatMap(file -> file.fields().stream()).collect(Collectors.toSet());
    }

    private void add(Seen one) {
        switch (one.tool()) {
            case ReviewSession.DIFF -> hunks.addAll(DiffReading.diff(one.text()));
            case ReviewSession.READ -> addFile(one);
            case ReviewSession.SEARCH -> one.text().lines().forEach(this::addUsage);
            case ReviewSession.BUILD ->
                one.text().lines().flatMap(line -> Warning.of(line).stream()).forEach(warnings::add);
            default -> {}
        }
    }

    private void addFile(Seen one) {
        JsonNode arguments = json(one.arguments());
        files.add(new SeenFile(
                arguments.path("path").asText(), arguments.path("start_line").asInt(1), one.text()));
    }

    private void addUsage(String line) {
        Matcher found = FOUND.matcher(line);
        if (found.matches()) {
            usages.add(new Usage(found.group(1), Integer.parseInt(found.group(2)), found.group(3)));
        }
    }

    /** The same changes once more; of use where the diff was cut off. */
    private void addPatches(Seen one) {
        Set<String> known = hunks.stream().map(Hunk::path).collect(Collectors.toSet());
        for (SeenPatches.Patch patch : SeenPatches.in(one.text())) {
            if (!known.contains(patch.path())) {
                hunks.addAll(DiffReading.patch(patch.path(), patch.text()));
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
