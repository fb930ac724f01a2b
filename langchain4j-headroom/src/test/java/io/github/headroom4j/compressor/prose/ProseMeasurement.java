package io.github.headroom4j.compressor.prose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what selecting saves on passages with known answers, and how often the answer stays visible. Run by hand in this
 * module's folder: {@code -Dhalf=0} the half for development, {@code -Dhalf=1} the other; {@code -Ddump=folder}.
 */
public final class ProseMeasurement {

    private static final TokenCounter COUNTER = TokenCounter.o200k();
    private static final Path DATA = Path.of("../../shared/data/rag-qa");
    private static final int HALF = Integer.getInteger("half", 0);
    private static final int JOINED = 10;

    private record Row(int raw, int selected, int found, int wanted) {}

    private final Map<String, List<Row>> rows = new TreeMap<>();
    private final String dump = System.getProperty("dump", "");
    private int dumped;

    private ProseMeasurement() {}

    public static void main(String[] args) throws IOException {
        ProseMeasurement measurement = new ProseMeasurement();
        measurement.squad();
        measurement.hotpot();
        measurement.chroma();
        measurement.print();
    }

    private void squad() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(DATA.resolve("squad2-dev-500/squad2_dev_500.jsonl"))) {
            all.add(json.readTree(line));
        }
        for (int i = HALF; i < all.size(); i += 2) {
            JsonNode one = all.get(i);
            List<String> answers = new ArrayList<>();
            one.get("answers").forEach(answer -> answers.add(answer.asText()));
            String context = one.get("context").asText();
            String question = one.get("question").asText();
            if (one.get("is_impossible").asBoolean()) {
                add("1 paragraph, no answer", context, question, List.of());
                continue;
            }
            add("1 paragraph (SQuAD)", context, question, List.of(answers));
            List<String> joined = new ArrayList<>();
            for (int k = 1; joined.size() < JOINED - 1; k++) {
                String other = all.get((i + k * 37) % all.size()).get("context").asText();
                if (!other.equals(context) && !joined.contains(other)) {
                    joined.add(other);
                }
            }
            joined.add(i % JOINED, context);
            add("10 paragraphs (SQuAD)", String.join("\n\n", joined), question, List.of(answers));
            add("no query, 10 paragraphs", String.join("\n\n", joined), "", List.of(answers));
        }
    }

    private void hotpot() throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(DATA.resolve("hotpotqa-distractor-100/hotpot_distractor.json")
                        .toFile());
        for (int i = HALF; i < all.size(); i += 2) {
            JsonNode one = all.get(i);
            Map<String, JsonNode> sentences = new TreeMap<>();
            StringBuilder text = new StringBuilder();
            for (JsonNode paragraph : one.get("context")) {
                sentences.put(paragraph.get(0).asText(), paragraph.get(1));
                text.append(paragraph.get(0).asText()).append('\n');
                paragraph.get(1).forEach(sentence -> text.append(sentence.asText()));
                text.append("\n\n");
            }
            List<List<String>> wanted = new ArrayList<>();
            for (JsonNode fact : one.get("supporting_facts")) {
                JsonNode sentence = sentences
                        .getOrDefault(fact.get(0).asText(), MissingNode.getInstance())
                        .get(fact.get(1).asInt());
                if (sentence != null) {
                    wanted.add(List.of(sentence.asText()));
                }
            }
            add(
                    "10 paragraphs (HotpotQA facts)",
                    text.toString(),
                    one.get("question").asText(),
                    wanted);
            add(
                    "10 paragraphs (HotpotQA answer)",
                    text.toString(),
                    one.get("question").asText(),
                    List.of(List.of(one.get("answer").asText())));
        }
    }

    private void chroma() throws IOException {
        Map<String, String> corpora = new TreeMap<>();
        List<List<String>> table = Csv.read(Files.readString(DATA.resolve("chroma-chunking-eval/questions_df.csv")));
        ObjectMapper json = new ObjectMapper();
        for (int i = 1 + HALF; i < table.size(); i += 2) {
            List<String> row = table.get(i);
            Path file = DATA.resolve("chroma-chunking-eval/corpora/" + row.get(2) + ".md");
            if (!Files.exists(file)) {
                continue;
            }
            if (!corpora.containsKey(row.get(2))) {
                corpora.put(row.get(2), Files.readString(file));
            }
            List<List<String>> wanted = new ArrayList<>();
            json.readTree(row.get(1))
                    .forEach(span -> wanted.add(List.of(span.get("content").asText())));
            String text = corpora.getOrDefault(row.get(2), "");
            if (i % Integer.getInteger("every", 1) == 0)
                add("long document (" + row.get(2) + ")", text, row.get(0), wanted);
            int at = json.readTree(row.get(1)).get(0).get("start_index").asInt();
            int from = Math.max(0, text.lastIndexOf('\n', Math.max(0, at - 6000)));
            int to = Math.min(text.length(), at + 8000);
            String window = text.substring(from, to);
            List<List<String>> within =
                    wanted.stream().filter(w -> window.contains(w.get(0))).toList();
            add("14,000 characters of " + row.get(2), window, row.get(0), within);
        }
    }

    private void add(String tier, String text, String query, List<List<String>> wanted) throws IOException {
        CompressionContext context = CompressionContext.of(COUNTER).withQuery(query);
        String selected = new ProseCompressor()
                .parse(text, context)
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(text);
        String visible = flat(selected);
        int found = 0;
        for (List<String> alternatives : wanted) {
            found += alternatives.stream().anyMatch(one -> visible.contains(flat(one))) ? 1 : 0;
        }
        int raw = COUNTER.count(text);
        rows.computeIfAbsent(tier, t -> new ArrayList<>())
                .add(new Row(raw, Math.min(raw, COUNTER.count(selected)), found, wanted.size()));
        if (!dump.isEmpty()) {
            Path out = Files.createDirectories(Path.of(dump));
            Files.writeString(
                    out.resolve(tier.replaceAll("\\W+", "-") + "-" + dumped++ + (found < wanted.size() ? "-MISS" : "")
                            + ".txt"),
                    "Q: " + query + "\nA: " + wanted + "\n\n" + selected + "\n\n=====\n" + text);
        }
    }

    private static String flat(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    private void print() {
        System.out.println("  n    tokens   saved: mean median  all   visible  of wanted  all of them  tier");
        rows.forEach((tier, all) -> {
            int raw = all.stream().mapToInt(Row::raw).sum();
            int selected = all.stream().mapToInt(Row::selected).sum();
            int wanted = all.stream().mapToInt(Row::wanted).sum();
            List<Double> saved = all.stream()
                    .map(r -> 100.0 * (r.raw() - r.selected()) / r.raw())
                    .sorted()
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "%4d %9d  %10.1f%% %5.1f%% %5.1f%%  %6.1f%%  %6d  %8.1f%%   %s%n",
                    all.size(),
                    raw,
                    saved.stream().mapToDouble(d -> d).average().orElse(0),
                    saved.get(saved.size() / 2),
                    100.0 * (raw - selected) / raw,
                    100.0 * all.stream().mapToInt(Row::found).sum() / Math.max(1, wanted),
                    wanted,
                    100.0 * all.stream().filter(r -> r.found() == r.wanted()).count() / all.size(),
                    tier);
        });
    }
}
