package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.View;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.eval.workload.codesearch.SeenHits.SeenHit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions about what searches found long ago: the description of a method once more, answered by the reader of code
 * search, and the lines of a declaration, which need one hit of one search. Stateless and thread-safe.
 */
public final class CodeFollowUps {

    private static final String WHERE = "On which lines is ";
    private static final String DECLARED = " declared? Answer with first-last as search_code printed them.";

    private static final String STRING = "\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)";

    /** A symbol, and what of its signature and snippet stands before the slice ends. */
    private static final Pattern ROW = Pattern.compile(
            "\"symbol\"" + STRING + "\"(?:,\\s*\"signature\"" + STRING + "(?:\",\\s*\"snippet\"" + STRING + ")?)?");

    private final CodeSearchReader reader = new CodeSearchReader();

    /**
     * A question that one hit of a search answers.
     *
     * @param question what to ask
     * @param symbol the symbol that it asks for
     * @param item the gold item
     */
    public record Where(String question, String symbol, String item) {}

    /**
     * A question about one of the hits of a case's search that the case itself does not ask for.
     *
     * @param evalCase a case of code search
     * @param draw any number; it picks the hit
     * @return the question
     */
    public static Where where(EvalCase evalCase, int draw) {
        List<SeenHit> hits = SeenHits.read(evalCase.calls().get(0).result()).stream()
                .filter(hit -> !evalCase.gold().contains(hit.symbol()))
                .toList();
        SeenHit hit = hits.get(Math.floorMod(draw, hits.size()));
        return new Where(WHERE + hit.symbol() + DECLARED, hit.symbol(), hit.line() + "-" + hit.endLine());
    }

    /**
     * What a question asks for, without the words around it.
     *
     * @param question any question
     * @return a symbol, a sentence, or the question as it is
     */
    public static String asked(String question) {
        return isWhere(question)
                ? question.substring(WHERE.length(), question.length() - DECLARED.length())
                : Query.sentence(question);
    }

    /**
     * Answers.
     *
     * @param question a question of code search or one of {@link #where}
     * @param sight what can be read of all searches
     * @return symbols, or lines
     */
    public List<String> answer(String question, View sight) {
        return isWhere(question) ? lines(asked(question), sight) : reader.answer(question, joined(sight));
    }

    private static boolean isWhere(String question) {
        return question.startsWith(WHERE) && question.endsWith(DECLARED);
    }

    private static List<String> lines(String symbol, View sight) {
        for (Seen result : sight.results()) {
            if (result.tool().equals(SessionRecorder.SEARCH) && result.text().contains(symbol)) {
                for (SeenHit hit : SeenHits.read(result.text())) {
                    if (hit.symbol().equals(symbol) && hit.line() > 0) {
                        return List.of(hit.line() + "-" + hit.endLine());
                    }
                }
            }
        }
        // A slice shows a few lines around the symbol, or a few characters, and so hardly ever a whole object.
        Pattern row = Pattern.compile(
                "\"line\"\\s*:\\s*(\\d{1,9}),\\s*\"end_line\"\\s*:\\s*(\\d{1,9}),\\s*\"symbol\"\\s*:\\s*\""
                        + Pattern.quote(symbol));
        for (Seen slice : sight.slices()) {
            Matcher matcher = row.matcher(String.join("\n", Slices.lines(slice.text())));
            if (matcher.find()) {
                return List.of(matcher.group(1) + "-" + matcher.group(2));
            }
        }
        return List.of();
    }

    /** Slices of files stand with what is shown of the file; other slices are results of their own behind the others. */
    private static List<Seen> joined(View sight) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Seen> further = new ArrayList<>();
        for (Seen slice : sight.slices()) {
            String text = String.join("\n", Slices.lines(slice.text()));
            if (slice.tool().equals(SessionRecorder.READ)) {
                files.merge(slice.arguments(), text, (first, second) -> first + "\n" + second);
            } else {
                boolean search = slice.tool().equals(SessionRecorder.SEARCH);
                further.add(new Seen(slice.tool(), slice.arguments(), search ? rows(text) : text));
            }
        }
        List<Seen> seen = new ArrayList<>();
        for (Seen result : sight.results()) {
            String more = result.tool().equals(SessionRecorder.READ) ? files.get(result.arguments()) : null;
            seen.add(
                    more == null
                            ? result
                            : new Seen(result.tool(), result.arguments(), result.text() + "\n" + more, result.shown()));
        }
        seen.addAll(further);
        return seen;
    }

    /** The rows of a slice of search results as objects, each as far as it is in sight. */
    private static String rows(String slice) {
        StringBuilder rows = new StringBuilder();
        Matcher row = ROW.matcher(slice);
        while (row.find()) {
            rows.append("{\"symbol\":\"")
                    .append(row.group(1))
                    .append("\",\"signature\":\"")
                    .append(Objects.requireNonNullElse(row.group(2), ""))
                    .append("\",\"snippet\":\"")
                    .append(Objects.requireNonNullElse(row.group(3), "").replace("\n", "\\n"))
                    .append("\"}\n");
        }
        return rows.toString();
    }
}
