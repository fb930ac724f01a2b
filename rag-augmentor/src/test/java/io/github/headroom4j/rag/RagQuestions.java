package io.github.headroom4j.rag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import io.github.headroom4j.compressor.QueryRelevance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Real questions with ten passages each, if the development data is there. */
final class RagQuestions {

    private static final Path DATA = Path.of("..", "..", "shared", "data", "rag-qa");
    private static final Path SQUAD = DATA.resolve("squad2-dev-500").resolve("squad2_dev_500.jsonl");
    private static final Path HOTPOT = DATA.resolve("hotpotqa-distractor-100").resolve("hotpot_distractor.json");
    private static final Path CHROMA = DATA.resolve("chroma-chunking-eval");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PASSAGES = 10;
    private static final long SEED = 20_261_126;

    private RagQuestions() {}

    static boolean available() {
        return Files.exists(SQUAD) && Files.exists(HOTPOT) && Files.exists(CHROMA);
    }

    /**
     * The questions that can be answered, each with its paragraph and the nine others that are nearest to it by BM25, in an
     * order drawn by a fixed seed. Questions about one paragraph are in one half.
     */
    static List<RagQuestion> singleHop() throws IOException {
        return squad("single-hop", lines(), false);
    }

    /** The others, about which something is written that does not answer them. */
    static List<RagQuestion> unanswerable() throws IOException {
        return squad("unanswerable", lines(), true);
    }

    private static List<JsonNode> lines() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(SQUAD)) {
            all.add(JSON.readTree(line));
        }
        return all;
    }

    /** Questions of a file in the format of SQuAD and XQuAD, or of HotpotQA. */
    static List<RagQuestion> of(Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        String name = String.valueOf(file.getFileName());
        if (!root.has("data")) {
            return multiHop(name, root);
        }
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode article : root.get("data")) {
            for (JsonNode paragraph : article.get("paragraphs")) {
                paragraph
                        .get("qas")
                        .forEach(one -> all.add(((ObjectNode) one).set("context", paragraph.get("context"))));
            }
        }
        return squad(name, all, false);
    }

    private static List<RagQuestion> squad(String set, List<JsonNode> all, boolean impossible) {
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        all.forEach(one -> distinct.add(one.get("context").asText()));
        List<String> paragraphs = List.copyOf(distinct);
        return all.stream()
                .filter(one -> one.path("is_impossible").asBoolean() == impossible)
                .map(one -> singleHop(set, one, paragraphs))
                .toList();
    }

    private static RagQuestion singleHop(String set, JsonNode one, List<String> paragraphs) {
        String gold = one.get("context").asText();
        String question = one.get("question").asText();
        List<String> passages = new ArrayList<>(
                nearest(question, paragraphs, gold).limit(PASSAGES - 1L).toList());
        passages.add(gold);
        String id = one.get("id").asText();
        Collections.shuffle(passages, new Random(SEED ^ id.hashCode()));
        List<String> answers = new ArrayList<>();
        one.get("answers").forEach(answer -> answers.add(answer.path("text").asText(answer.asText())));
        return new RagQuestion(set, id, half(gold), question, passages, List.of(answers));
    }

    /** Questions that need two of their ten paragraphs, of which the sentences are known. */
    static List<RagQuestion> multiHop() throws IOException {
        return multiHop("multi-hop", JSON.readTree(HOTPOT.toFile()));
    }

    private static List<RagQuestion> multiHop(String set, JsonNode all) {
        List<RagQuestion> questions = new ArrayList<>();
        for (JsonNode one : all) {
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
            questions.add(new RagQuestion(set, id, half(id), one.get("question").asText(), passages, wanted));
        }
        return questions;
    }

    /**
     * Questions about two long documents, cut into chunks of 1,000 characters that overlap by 200, of which the ten nearest by
     * BM25 are retrieved. All spans that answer are wanted, each to its last character, if they were retrieved.
     */
    static List<RagQuestion> spans() throws IOException {
        Map<String, List<String>> chunks = new TreeMap<>();
        List<RagQuestion> questions = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(CHROMA.resolve("questions_df.csv"), StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                Path document = CHROMA.resolve("corpora").resolve(row.get("corpus_id") + ".md");
                if (Files.exists(document)) {
                    if (!chunks.containsKey(row.get("corpus_id"))) {
                        chunks.put(row.get("corpus_id"), chunks(Files.readString(document)));
                    }
                    questions.add(spans(row, chunks.getOrDefault(row.get("corpus_id"), List.of())));
                }
            }
        }
        return questions;
    }

    private static List<String> chunks(String document) {
        return DocumentSplitters.recursive(1_000, 200).split(Document.from(document)).stream()
                .map(TextSegment::text)
                .toList();
    }

    private static RagQuestion spans(CSVRecord row, List<String> chunks) throws IOException {
        String question = row.get("question");
        List<List<String>> wanted = new ArrayList<>();
        for (JsonNode reference : JSON.readTree(row.get("references"))) {
            wanted.add(List.of(reference.get("content").asText().strip()));
        }
        List<String> passages = nearest(question, chunks, "").limit(PASSAGES).toList();
        return new RagQuestion("several spans", question, half(question), question, passages, wanted);
    }

    private static Stream<String> nearest(String question, List<String> passages, String but) {
        double[] scores = QueryRelevance.to(question).score(passages);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .map(passages::get)
                .filter(passage -> !passage.equals(but));
    }

    private static int half(String text) {
        return Math.floorMod(Integer.reverse(text.hashCode() * 0x9E3779B9), 2);
    }
}
