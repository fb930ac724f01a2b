package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.workload.codesearch.Manifest.LibrarySpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parsed sources of one library with its two search tools. Close it to free the index.
 *
 * @param spec where it comes from
 * @param methods all methods and constructors, by path and line
 * @param index answers {@code search_code}
 * @param grep answers {@code grep_code}
 * @param byDocumentation the methods that share a first sentence, by that sentence in lower case
 * @param ambiguous symbols of several methods: overloads whose parameters are type variables with different bounds
 * @param facts what else the parser knows
 */
record Library(
        LibrarySpec spec,
        List<SourceMethod> methods,
        MethodIndex index,
        GrepIndex grep,
        Map<String, List<SourceMethod>> byDocumentation,
        Set<String> ambiguous,
        CodeFacts facts)
        implements AutoCloseable {

    static Library of(LibrarySpec spec, List<ShownFile> files) {
        CodeFacts facts = new CodeFacts();
        MethodFinder finder = new MethodFinder(facts);
        List<SourceMethod> methods = new ArrayList<>();
        files.forEach(file -> methods.addAll(finder.find(file)));
        return new Library(
                spec,
                List.copyOf(methods),
                new MethodIndex(methods),
                new GrepIndex(files),
                group(methods),
                ambiguous(methods),
                facts);
    }

    /** The methods whose documentation begins with a sentence, whatever its upper and lower case. */
    List<SourceMethod> documentedBy(String sentence) {
        return byDocumentation.getOrDefault(key(sentence), List.of());
    }

    /** Whether an answer can name a method without naming another one too. */
    boolean isUnambiguous(SourceMethod method) {
        return !ambiguous.contains(method.symbol());
    }

    @Override
    public void close() {
        index.close();
    }

    private static Map<String, List<SourceMethod>> group(List<SourceMethod> methods) {
        Map<String, List<SourceMethod>> groups = new LinkedHashMap<>();
        for (SourceMethod method : methods) {
            String sentence = method.sentence();
            if (sentence != null) {
                groups.computeIfAbsent(key(sentence), any -> new ArrayList<>()).add(method);
            }
        }
        return groups;
    }

    private static Set<String> ambiguous(List<SourceMethod> methods) {
        Set<String> once = new HashSet<>();
        return methods.stream()
                .map(SourceMethod::symbol)
                .filter(symbol -> !once.add(symbol))
                .collect(Collectors.toSet());
    }

    private static String key(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
