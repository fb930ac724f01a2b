package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a pull request says it does: the methods that the real change adds, removes or rewrites. Planted defects are not seen. */
final class Titles {

    private static final int MAX_NAMES = 2;

    private Titles() {}

    /** What happened to the methods of one file. */
    private record Changes(String type, List<String> added, List<String> removed, List<String> changed) {

        int size() {
            return added.size() + removed.size() + changed.size();
        }
    }

    static String of(Release release, List<String> files) {
        List<Changes> changes = files.stream()
                .map(path -> changes(release, path))
                .sorted(Comparator.comparingInt(Changes::size).reversed().thenComparing(Changes::type))
                .toList();
        String title = sentence(changes.get(0));
        if (changes.size() == 1) {
            return title;
        }
        return title + " and adapt " + changes.get(1).type()
                + (changes.size() > 2 ? ", " + (changes.size() - 2) + " more" : "");
    }

    private static String sentence(Changes changes) {
        if (!changes.added().isEmpty()) {
            return "Add " + names(changes.added()) + " to " + changes.type();
        }
        if (!changes.removed().isEmpty()) {
            return "Remove " + names(changes.removed()) + " from " + changes.type();
        }
        if (changes.changed().size() > MAX_NAMES) {
            return "Rework " + changes.type();
        }
        return changes.changed().isEmpty()
                ? "Tidy up " + changes.type()
                : "Revise " + names(changes.changed()) + " of " + changes.type();
    }

    private static String names(List<String> names) {
        return names.size() <= MAX_NAMES
                ? String.join(" and ", names)
                : names.get(0) + " and " + (names.size() - 1) + " more";
    }

    private static Changes changes(Release release, String path) {
        Map<String, String> before = methods(path, release.before().getOrDefault(path, ""));
        Map<String, String> after = methods(path, release.after().getOrDefault(path, ""));
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        after.keySet().stream().sorted().forEach(key -> {
            if (before.keySet().stream().map(Titles::name).noneMatch(name(key)::equals)) {
                added.add(name(key));
            } else if (!Objects.equals(after.get(key), before.get(key))) {
                changed.add(name(key));
            }
        });
        List<String> removed = before.keySet().stream()
                .map(Titles::name)
                .filter(name -> after.keySet().stream().map(Titles::name).noneMatch(name::equals))
                .sorted()
                .toList();
        return new Changes(RealChanges.simpleName(path), distinct(added), distinct(removed), distinct(changed));
    }

    private static List<String> distinct(List<String> names) {
        return names.stream().distinct().toList();
    }

    private static Map<String, String> methods(String path, String text) {
        Map<String, String> methods = new HashMap<>();
        Optional<JavaFile> file = JavaFile.parse(path, text);
        for (CallableDeclaration<?> callable : file.map(JavaFile::callables).orElse(List.of())) {
            methods.put(JavaFile.key(callable), callable.toString());
        }
        return methods;
    }

    private static String name(String key) {
        String name = key.substring(key.indexOf('#') + 1, key.indexOf('('));
        return key.startsWith(name + "#") || key.contains("." + name + "#") ? "constructor" : name;
    }
}
