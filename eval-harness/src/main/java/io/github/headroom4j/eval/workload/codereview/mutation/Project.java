package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The newer version of a library: which files mention a name, parsed when asked for. Not thread-safe. */
final class Project {

    /** A method and the file that declares it. */
    record Declared(JavaFile file, CallableDeclaration<?> callable) {}

    /** A name that more files declare says nothing about which method is meant. */
    private static final int MAX_DECLARING = 6;

    private static final Set<String> NO_TYPES =
            Set.of("return", "new", "throw", "else", "case", "assert", "do", "yield");

    private final Map<String, String> texts;
    private final Map<String, Optional<JavaFile>> parsed = new HashMap<>();
    private final Map<String, List<String>> mentions = new HashMap<>();

    Project(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
        this.texts.forEach((path, text) -> names(text)
                .forEach(name -> mentions.computeIfAbsent(name, none -> new ArrayList<>())
                        .add(path)));
    }

    Optional<JavaFile> file(String path) {
        return parsed.computeIfAbsent(path, missing -> JavaFile.parse(missing, texts.getOrDefault(missing, "")));
    }

    String text(String path) {
        return texts.getOrDefault(path, "");
    }

    /** Paths of the files that hold a name as a whole word, comments included; sorted. */
    List<String> mentioning(String name) {
        return mentions.getOrDefault(name, List.of());
    }

    /** The file whose name is that of a type; empty if there is none or several. */
    Optional<JavaFile> declaring(String typeName) {
        List<String> paths = mentioning(typeName).stream()
                .filter(path -> path.endsWith("/" + typeName + ".java") && path.startsWith(Release.MAIN))
                .toList();
        return paths.size() == 1 ? file(paths.get(0)) : Optional.empty();
    }

    /** Methods or constructors by name and number of parameters; empty if too many files seem to declare the name. */
    List<Declared> declared(String name, int parameters) {
        List<String> paths = mentioning(name).stream()
                .filter(path -> path.startsWith(Release.MAIN) && seemsToDeclare(text(path), name))
                .toList();
        if (paths.size() > MAX_DECLARING) {
            return List.of();
        }
        return paths.stream()
                .flatMap(path -> file(path).stream())
                .flatMap(file -> file.callables().stream()
                        .filter(callable -> callable.getNameAsString().equals(name)
                                && callable.getParameters().size() == parameters)
                        .map(callable -> new Declared(file, callable)))
                .toList();
    }

    /** Whether a type stands before the name and a bracket behind it somewhere; spares parsing files that only call it. */
    private static boolean seemsToDeclare(String text, String name) {
        for (int at = text.indexOf(name + "("); at >= 0; at = text.indexOf(name + "(", at + 1)) {
            int end = at;
            while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
                end--;
            }
            int begin = end;
            while (begin > 0 && Character.isJavaIdentifierPart(text.charAt(begin - 1))) {
                begin--;
            }
            String before = text.substring(begin, end);
            boolean bracket = end > 0 && ">]".indexOf(text.charAt(end - 1)) >= 0;
            boolean type = bracket || !before.isEmpty();
            if (end < at && type && !NO_TYPES.contains(before)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isJavaIdentifierStart(text.charAt(at))) {
                int end = at + 1;
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                names.add(text.substring(at, end));
                at = end;
            } else {
                at++;
            }
        }
        return names;
    }
}
