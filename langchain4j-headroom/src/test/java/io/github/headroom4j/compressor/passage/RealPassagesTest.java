package io.github.headroom4j.compressor.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.html.HtmlCompressor;
import io.github.headroom4j.compressor.markdown.MarkdownCompressor;
import io.github.headroom4j.compressor.prose.ProseCompressor;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what the design promises on real texts. */
class RealPassagesTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();
    private static final Path SAMPLES = Path.of("../datasets/content");
    private static final Path SQUAD = Path.of("../../shared/data/rag-qa/squad2-dev-500/squad2_dev_500.jsonl");
    private static final Pattern NOTE = Pattern.compile("… \\d+ (?:lines?|sentences?) \\((\\d+)(?:-(\\d+))?\\)");
    private static final int PARAGRAPHS = 10;

    @Test
    void samples_are_read_and_a_question_saves_more_than_half_of_each_kind() throws IOException {
        for (Compressor compressor : List.of(new ProseCompressor(), new MarkdownCompressor(), new HtmlCompressor())) {
            List<Double> saved = new ArrayList<>();
            for (String text : texts(SAMPLES.resolve(compressor.name()))) {
                String shown = shown(compressor, text, question(compressor, text));
                for (MatchResult note : NOTE.matcher(shown).results().toList()) {
                    assertThat(Integer.parseInt(note.group(1)))
                            .isBetween(1, (int) text.lines().count());
                }
                saved.add(1 - (double) COUNTER.count(shown) / COUNTER.count(text));
            }
            assertThat(saved).as(compressor.name()).hasSizeGreaterThanOrEqualTo(10);
            assertThat(saved.stream().mapToDouble(share -> share).average().orElse(0))
                    .as(compressor.name())
                    .isGreaterThan(0.55);
        }
    }

    @Test
    void answers_among_ten_paragraphs_stay_visible() throws IOException {
        assumeTrue(Files.exists(SQUAD), "the questions are not in shared/data beside the project");
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(SQUAD)) {
            all.add(new ObjectMapper().readTree(line));
        }
        int asked = 0;
        int visible = 0;
        for (int i = 0; i + PARAGRAPHS < all.size(); i += 7) {
            JsonNode one = all.get(i);
            if (!one.get("is_impossible").asBoolean()) {
                String text = String.join(
                        "\n\n",
                        all.subList(i, i + PARAGRAPHS).stream()
                                .map(other -> other.get("context").asText())
                                .distinct()
                                .toList());
                String shown =
                        shown(new ProseCompressor(), text, one.get("question").asText());
                asked++;
                visible += flat(shown).contains(flat(one.get("answers").get(0).asText())) ? 1 : 0;
            }
        }
        assertThat(asked).isGreaterThan(20);
        assertThat((double) visible / asked).isGreaterThanOrEqualTo(0.97);
    }

    /** Words of the line in the middle of what the text says. */
    private static String question(Compressor compressor, String text) {
        List<String> lines = shown(compressor, text, "")
                .lines()
                .filter(line -> line.length() > 40 && line.indexOf('…') < 0)
                .toList();
        return lines.get(lines.size() / 2)
                .chars()
                .limit(60)
                .filter(c -> Character.isLetter(c) || c == ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Without the questions and answers that stand beside samples. */
    private static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.toString();
                if (!name.endsWith(".query.txt") && !name.endsWith(".vital.txt")) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static String shown(Compressor compressor, String text, String query) {
        return compressor
                .parse(text, CompressionContext.of(COUNTER).withQuery(query))
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(text);
    }

    private static String flat(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
