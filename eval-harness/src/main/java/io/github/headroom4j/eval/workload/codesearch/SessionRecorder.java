package io.github.headroom4j.eval.workload.codesearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.workload.codesearch.MethodIndex.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plays the agent against the tools of one library. What it does depends on the query, the ranks of the hits and the
 * number of the case, never on the gold.
 */
final class SessionRecorder {

    static final String SEARCH = "search_code";
    static final String GREP = "grep_code";
    static final String READ = "read_file";

    private static final int SNIPPET_LINES = 6;
    private static final int MAX_GREP_WORDS = 3;
    static final int MAX_GREP_MATCHES = 200;
    /** Letters; shorter words match inside too many identifiers. */
    private static final int MIN_GREP_WORD = 4;
    /** Lines; an agent greps in a longer file instead of reading it whole. */
    static final int MAX_FILE_LINES = 1_000;

    private static final int MAX_FILES = 3;

    /** Words of documentation that name nothing: rare in code, but nobody greps for them. */
    private static final Set<String> FILLERS = Set.of(
            ("about after again against allow allows already also always another any because been before being between"
                            + " both called calls cannot check checks could determine determines does doing done during each"
                            + " either every following from given gets have having here into itself just like made make makes many"
                            + " more most must necessary neither never note null only onto other otherwise over perform performs"
                            + " possible provided provides required return returned returns same sets should simple since some"
                            + " specified such than that their them then there these they this those through true until upon used"
                            + " useful uses using various very want were what when where whether which while whose will with"
                            + " within without would your")
                    .split(" "));
    /** Four decimals, as search services print scores. */
    private static final double SCORE_STEPS = 10_000;

    private static final Comparator<Hit> BY_PLACE = Comparator.comparing(
                    (Hit hit) -> hit.method().file().path())
            .thenComparingInt(hit -> hit.method().span().first());

    private final GrepIndex grep;
    private final ObjectMapper json = new ObjectMapper().disable(SerializationFeature.INDENT_OUTPUT);
    private final ObjectWriter pretty =
            json.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    SessionRecorder(GrepIndex grep) {
        this.grep = grep;
    }

    /**
     * Records the session of one case: a search, a grep, and one to three files.
     *
     * @param number of the case within its library, from 0. Even ones get pretty-printed JSON, odd ones compact JSON. Of
     *     each four, the first two get the hits by relevance with scores, as search services answer, the other two by path
     *     and line without scores, as language servers and grep-like tools answer. One to three files are read in turn.
     */
    Session record(String sentence, List<Hit> hits, int number) {
        List<RecordedCall> calls = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        calls.add(new RecordedCall(SEARCH, arguments("query", sentence), searchResult(hits, number)));
        hits.forEach(hit -> shown.add(hit.method().snippet(SNIPPET_LINES)));
        List<String> words = grepWords(sentence);
        if (!words.isEmpty()) {
            String matches = String.join("\n", grep.grep(words, MAX_GREP_MATCHES));
            calls.add(new RecordedCall(GREP, arguments("pattern", String.join("|", words)), matches));
            shown.add(matches);
        }
        for (ShownFile file : filesToRead(hits, 1 + number % MAX_FILES)) {
            calls.add(new RecordedCall(READ, arguments("path", file.path()), file.text()));
            shown.add(file.text());
        }
        return new Session(calls, shown);
    }

    /** A search whose hits come in the form of the case's number, as {@link #record} says. */
    RecordedCall search(String query, List<Hit> hits, int number) {
        return new RecordedCall(SEARCH, arguments("query", query), searchResult(hits, number));
    }

    /** The lines that hold any of some words; the full number if there are fewer than {@link #MAX_GREP_MATCHES}. */
    RecordedCall grep(List<String> words) {
        String matches = String.join("\n", grep.grep(words, MAX_GREP_MATCHES));
        return new RecordedCall(GREP, arguments("pattern", String.join("|", words)), matches);
    }

    /** A whole file. */
    RecordedCall read(ShownFile file) {
        return new RecordedCall(READ, arguments("path", file.path()), file.text());
    }

    private String searchResult(List<Hit> hits, int number) {
        boolean indented = number % 2 == 0;
        boolean ranked = number % 4 < 2;
        List<Hit> listed = ranked ? hits : hits.stream().sorted(BY_PLACE).toList();
        List<Map<String, Object>> rows =
                listed.stream().map(hit -> row(hit, ranked)).toList();
        return write(indented ? pretty : json.writer(), rows);
    }

    private static Map<String, Object> row(Hit hit, boolean ranked) {
        SourceMethod method = hit.method();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("path", method.file().path());
        row.put("line", method.span().first());
        row.put("end_line", method.span().last());
        row.put("symbol", method.symbol());
        row.put("signature", method.signature());
        row.put("snippet", method.snippet(SNIPPET_LINES));
        if (ranked) {
            row.put("score", Math.round(hit.score() * SCORE_STEPS) / SCORE_STEPS);
        }
        return row;
    }

    /** The rarest words of the query that the library has, as an agent picks what to grep for. */
    private List<String> grepWords(String sentence) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        Stream.of(sentence.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+", -1))
                .filter(word -> word.length() >= MIN_GREP_WORD)
                .filter(word -> !FILLERS.contains(word))
                .forEach(word -> lines.computeIfAbsent(word, grep::lines));
        return lines.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .limit(MAX_GREP_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<ShownFile> filesToRead(List<Hit> hits, int count) {
        return hits.stream()
                .map(hit -> hit.method().file())
                .distinct()
                .filter(file -> file.lines().size() <= MAX_FILE_LINES)
                .limit(count)
                .toList();
    }

    private String arguments(String name, String value) {
        return write(json.writer(), Map.of(name, value));
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and numbers can always be written", e);
        }
    }
}
