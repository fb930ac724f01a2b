package io.github.headroom4j.compressor.build;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics of the same kind: the first is shown whole, of the others a list tells the place and what they name otherwise.
 * Their quoted source is one question away.
 */
final class DiagnosticGroups {

    /** Places that are listed altogether; a longer list is for searching, not for reading. */
    private static final int MAX_LISTED = 1000;

    /** The failures of one kind, in their order. */
    private record Group(List<Integer> failures, List<Diagnostic> diagnostics) {}

    private final BuildReading reading;
    private final Map<String, Group> byKind = new HashMap<>();
    private final Map<Integer, Group> byFirst = new LinkedHashMap<>();
    private final Map<Integer, Diagnostic> byFailure = new HashMap<>();
    private final Map<String, String> pathOfFile = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final BitSet listed = new BitSet();
    private int room = MAX_LISTED;

    DiagnosticGroups(BuildReading reading) {
        this.reading = reading;
        for (int i = 0; i < reading.failures().size(); i++) {
            Diagnostic diagnostic = Diagnostic.of(reading, i);
            if (diagnostic != null) {
                byFailure.put(i, diagnostic);
                // A name that two files have stands for neither.
                pathOfFile.merge(fileOf(diagnostic.path()), diagnostic.path(), (a, b) -> a.equals(b) ? a : "");
            }
        }
    }

    /** What is said of a place in a failure, or null. */
    @Nullable
    Diagnostic of(int failure) {
        return byFailure.get(failure);
    }

    /** Puts a failure to its like; true if it is not the first of them, so that a list will tell it. */
    boolean join(int failure) {
        Diagnostic diagnostic = byFailure.get(failure);
        if (diagnostic == null) {
            return false;
        }
        Group group =
                byKind.computeIfAbsent(diagnostic.kind(), kind -> new Group(new ArrayList<>(), new ArrayList<>()));
        boolean first = group.failures.isEmpty();
        if (first) {
            byFirst.put(failure, group);
        }
        if (first || room-- > 0) {
            group.failures.add(failure);
            group.diagnostics.add(diagnostic);
        }
        return !first;
    }

    /** For each first failure that has others like it, the last of its pieces that is shown. */
    Map<Integer, Integer> ends(BitSet chosen) {
        Map<Integer, Integer> ends = new HashMap<>();
        byFirst.forEach((first, group) -> {
            Failure failure = reading.failures().get(first);
            if (group.failures.size() > 1 && chosen.get(failure.anchor())) {
                int end = chosen.previousSetBit(failure.to() - 1);
                while (reading.failureOf(end) != first) {
                    end = chosen.previousSetBit(end - 1);
                }
                ends.put(end, first);
            }
        });
        return ends;
    }

    /** Remembers that a failure's path was printed, if the line has it. */
    void tell(int failure, String line) {
        Diagnostic diagnostic = byFailure.get(failure);
        if (diagnostic != null && line.contains(diagnostic.path())) {
            told.add(diagnostic.path());
        }
    }

    /** Anchors that a list told. */
    BitSet listed() {
        return listed;
    }

    /** Lists the others of a group: one line per file. */
    String others(int first) {
        Group group = byFirst.get(first);
        return group == null ? "" : list(group);
    }

    private String list(Group group) {
        boolean[] differs = differs(group.diagnostics);
        Map<String, Map<String, StringBuilder>> files = new LinkedHashMap<>();
        for (int k = 1; k < group.diagnostics.size(); k++) {
            Diagnostic diagnostic = group.diagnostics.get(k);
            StringBuilder lines = files.computeIfAbsent(diagnostic.path(), path -> new LinkedHashMap<>())
                    .computeIfAbsent(names(diagnostic, differs), names -> new StringBuilder());
            lines.append(lines.isEmpty() ? "" : ",").append(diagnostic.line());
            listed.set(reading.failures().get(group.failures.get(k)).anchor());
        }
        StringBuilder list =
                new StringBuilder("… ").append(group.failures.size() - 1).append(" more like it:");
        String before = files.size() == 1 ? " " : "\n";
        files.forEach((path, places) ->
                list.append(before).append(shortest(path)).append(':').append(places(places)));
        return list.append('\n').toString();
    }

    private static String places(Map<String, StringBuilder> linesByNames) {
        StringBuilder list = new StringBuilder();
        linesByNames.forEach((names, lines) -> list.append(list.isEmpty() ? "" : "; ")
                .append(lines)
                .append(names.isEmpty() ? "" : " ")
                .append(names));
        return list.toString();
    }

    private static String names(Diagnostic diagnostic, boolean[] differs) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < differs.length; i++) {
            if (differs[i]) {
                names.add(diagnostic.names().get(i));
            }
        }
        return String.join(", ", names);
    }

    private static boolean[] differs(List<Diagnostic> group) {
        List<String> first = group.get(0).names();
        boolean[] differs = new boolean[first.size()];
        for (Diagnostic diagnostic : group) {
            for (int i = 0; i < differs.length; i++) {
                differs[i] |= !diagnostic.names().get(i).equals(first.get(i));
            }
        }
        return differs;
    }

    /** A path that was told in full is told by its file's name, if no other file has it. */
    private String shortest(String path) {
        boolean known = !told.add(path);
        String file = fileOf(path);
        return known && path.equals(pathOfFile.get(file)) ? file : path;
    }

    private static String fileOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
