package io.github.headroom4j.eval.workload.imported;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.workload.codesearch.CodeWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How well something that is shown fits a question, by the words and parts of identifiers that both have. The score of a thing depends on
 * the question and on that thing alone: hiding others changes no score, only what is left to choose from. Of equals the first
 * is taken. Thread-safe.
 */
final class Relevance {

    private static final double NAME = 3;

    /** BM25's k1 as Lucene has it: the fifth mention says little more than the fourth. */
    private static final double SATURATION = 1.2;

    private static final ObjectReader JSON = new ObjectMapper().reader();

    private final CodeWords words = new CodeWords();

    /** The best fitting of some texts, empty if none shares a word. */
    Optional<String> best(String question, List<String> texts) {
        return bestAt(question, texts).map(texts::get);
    }

    /** The place of the best fitting of some texts. */
    Optional<Integer> bestAt(String question, List<String> texts) {
        Set<String> terms = terms(question);
        int best = -1;
        double most = 0;
        for (int i = 0; i < texts.size(); i++) {
            Set<String> has = new HashSet<>(words.of(texts.get(i)));
            int asked = (int) terms.stream().filter(has::contains).count();
            // Of two lines that have the same words of the question, the one that has less besides.
            double score = asked == 0 ? 0 : asked + 1.0 / (1 + has.size());
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    /** The result of the file that fits best, by its name and its text. */
    Optional<Seen> bestFile(String question, List<Seen> seen) {
        Set<String> terms = terms(question);
        Seen best = null;
        double most = 0;
        for (Seen one : seen) {
            String path = ShownFile.path(one);
            double score = path.isEmpty() ? 0 : score(terms, path.substring(path.lastIndexOf('/') + 1), one.text());
            if (score > most) {
                most = score;
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The symbol of the object with {@code symbol} and {@code code} that fits best, in whatever is left of a result. */
    Optional<String> bestSymbol(String question, List<Seen> seen) {
        Set<String> terms = terms(question);
        String best = null;
        double most = 0;
        for (Seen one : seen) {
            for (JsonNode hit : hits(one.text())) {
                String symbol = hit.path("symbol").asText();
                double score = score(
                        terms,
                        symbol.substring(symbol.lastIndexOf('#') + 1),
                        hit.path("code").asText());
                if (score > most) {
                    most = score;
                    best = symbol;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Set<String> terms(String question) {
        return new LinkedHashSet<>(words.of(question));
    }

    private double score(Set<String> terms, String name, String text) {
        Set<String> ofName = new HashSet<>(words.of(name));
        List<String> ofText = words.of(text);
        double sum = 0;
        for (String term : terms) {
            int times = Collections.frequency(ofText, term);
            sum += (ofName.contains(term) ? NAME : 0) + times * (SATURATION + 1) / (times + SATURATION);
        }
        return sum;
    }

    private static List<JsonNode> hits(String text) {
        List<JsonNode> hits = new ArrayList<>();
        char[] chars = text.toCharArray();
        int at = text.indexOf('{');
        while (at >= 0) {
            at = text.indexOf('{', read(chars, at, hits));
        }
        return hits;
    }

    /** Reads the object that begins at a brace; returns where to go on. */
    private static int read(char[] text, int start, List<JsonNode> hits) {
        try (JsonParser parser = JSON.createParser(text, start, text.length - start)) {
            JsonNode object = JSON.readTree(parser);
            if (object.hasNonNull("symbol")) {
                hits.add(object);
                return start + (int) parser.currentLocation().getCharOffset();
            }
        } catch (IOException e) {
            return start + 1;
        }
        return start + 1;
    }
}
