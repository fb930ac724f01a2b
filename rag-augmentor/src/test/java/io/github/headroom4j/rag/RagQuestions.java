package io.github.headroom4j.rag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.compressor.QueryRelevance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Real questions with ten passages each, if the development data is there. */
final class RagQuestions {

    private static final Path DATA = Path.of("..", "..", "shared", "data", "rag-qa");
    private static final Path SQUAD = DATA.resolve("squad2-dev-500").resolve("squad2_dev_500.jsonl");
    private static final Path HOTPOT = DATA.resolve("hotpotqa-distractor-100").resolve("hotpot_distractor.json");
    private static final int PASSAGES = 10;
    private static final long SEED = 20_261_126;

    private RagQuestions() {}

    static boolean available() {
        return Files.exists(SQUAD) && Files.exists(HOTPOT);
    }

    /**
     * The questions that can be answered, each with its paragraph and the nine others that are nearest to it by BM25, in an
     * order drawn by a fixed seed. Questions about one paragraph are in one half.
     */
    static List<RagQuestion> singleHop() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(SQUAD)) {
            all.add(json.readTree(line));
        }
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        all.forEach(one -> distinct.add(one.get("context").asText()));
        List<String> paragraphs = List.copyOf(distinct);
        List<RagQuestion> questions = new ArrayList<>();
        for (JsonNode one : all) {
            if (!one.get("is_impossible").asBoolean()) {
                questions.add(singleHop(one, paragraphs));
            }
        }
        return questions;
    }

    private static RagQuestion singleHop(JsonNode one, List<String> paragraphs) {
        String gold = one.get("context").asText();
        String question = one.get("question").asText();
        double[] scores = QueryRelevance.to(question).score(paragraphs);
        List<String> passages = new ArrayList<>(IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .map(paragraphs::get)
                .filter(paragraph -> !paragraph.equals(gold))
                .limit(PASSAGES - 1L)
                .toList());
        passages.add(gold);
        String id = one.get("id").asText();
        Collections.shuffle(passages, new Random(SEED ^ id.hashCode()));
        List<String> answers = new ArrayList<>();
        one.get("answers").forEach(answer -> answers.add(answer.asText()));
        return new RagQuestion("single-hop", id, half(gold), question, passages, List.of(answers));
    }

    /** Questions that need two of their ten paragraphs, of which the sentences are known. */
    static List<RagQuestion> multiHop() throws IOException {
        List<RagQuestion> questions = new ArrayList<>();
        for (JsonNode one : new ObjectMapper().readTree(HOTPOT.toFile())) {
            Map<String, JsonNode> sentences = new TreeMap<>();
            List<String> passages = new ArrayList<>();
            for (JsonNode paragraph : one.get("context")) {
                sentences.put(paragraph.get(0).asText(), paragraph.get(1));
                StringBuilder text = new StringBuilder(paragraph.get(0).asText()).append('\n');
                paragraph.get(1).forEach(sentence -> text.append(sentence.asText()));
                passages.add(text.toString());
            }
            List<List<String>> wanted = new ArrayList<>();
            for (JsonNode fact : one.get("supporting_facts")) {
                JsonNode paragraph = sentences.get(fact.get(0).asText());
                JsonNode sentence =
                        paragraph == null ? null : paragraph.get(fact.get(1).asInt());
                if (sentence != null) {
                    wanted.add(List.of(sentence.asText().strip()));
                }
            }
            String id = one.get("_id").asText();
            questions.add(new RagQuestion(
                    "multi-hop", id, half(id), one.get("question").asText(), passages, wanted));
        }
        return questions;
    }

    private static int half(String text) {
        return Math.floorMod(Integer.reverse(text.hashCode() * 0x9E3779B9), 2);
    }
}
