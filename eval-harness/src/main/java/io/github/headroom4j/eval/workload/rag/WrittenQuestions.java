package io.github.headroom4j.eval.workload.rag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.workload.rag.RagQuestion.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Questions written by hand, one JSON object per line. Reads them and finds what proves their answers. */
final class WrittenQuestions {

    private static final String UNANSWERABLE = "unanswerable";

    private static final Set<String> KINDS = Set.of("single", "multi-hop", "comparison", UNANSWERABLE);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Corpus corpus;
    private int line;

    private WrittenQuestions(Path file, Corpus corpus) {
        this.file = file;
        this.corpus = corpus;
    }

    /**
     * Reads the questions.
     *
     * @throws DatasetException if one is broken, or if its evidence is not in its documents; the message names file and line
     */
    static List<RagQuestion> read(Path file, Corpus corpus) {
        WrittenQuestions reader = new WrittenQuestions(file, corpus);
        List<RagQuestion> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String json : CaseFile.text(file).lines().toList()) {
            reader.line++;
            RagQuestion question = reader.question(json);
            if (!ids.add(question.id())) {
                throw reader.broken("id", "occurs twice: " + question.id());
            }
            questions.add(question);
        }
        return List.copyOf(questions);
    }

    private RagQuestion question(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new DatasetException(file + ", line " + line + ": not JSON: " + e.getOriginalMessage(), e);
        }
        String kind = text(node, "kind");
        if (!KINDS.contains(kind)) {
            throw broken("kind", "must be one of " + KINDS + ", was " + kind);
        }
        List<CorpusDocument> documents =
                texts(node, "documents").stream().map(this::document).toList();
        List<String> answers = texts(node, "answers");
        List<String> evidence = texts(node, "evidence");
        boolean answerable = !kind.equals(UNANSWERABLE);
        if (documents.isEmpty() || answers.isEmpty() == answerable || evidence.isEmpty() == answerable) {
            throw broken("documents, answers, evidence", "do not fit together for the kind " + kind);
        }
        return new RagQuestion(
                text(node, "id"),
                kind,
                text(node, "question"),
                documents.get(0).id(),
                documents.get(0).split(),
                answers,
                evidence.stream().map(sentence -> proof(documents, sentence)).toList());
    }

    private CorpusDocument document(String id) {
        try {
            return corpus.document(id);
        } catch (IllegalArgumentException e) {
            throw new DatasetException(file + ", line " + line + ", field documents: " + e.getMessage(), e);
        }
    }

    private Proof proof(List<CorpusDocument> documents, String sentence) {
        List<Span> places = new ArrayList<>();
        for (CorpusDocument document : documents) {
            places.addAll(Spacing.places(document, sentence));
        }
        if (places.isEmpty()) {
            throw broken("evidence", "is in none of the documents: " + sentence);
        }
        return new Proof(places);
    }

    private List<String> texts(JsonNode node, String field) {
        JsonNode array = node.path(field);
        boolean texts = array.isArray()
                && StreamSupport.stream(array.spliterator(), false)
                        .allMatch(one -> one.isTextual() && !one.textValue().isBlank());
        if (!texts) {
            throw broken(field, "must be an array of strings that are not blank, was " + array);
        }
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw broken(field, "must be a string that is not blank, was " + value);
        }
        return value.textValue();
    }

    private DatasetException broken(String field, String why) {
        return new DatasetException(file + ", line " + line + ", field " + field + ": " + why);
    }
}
