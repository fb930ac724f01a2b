package io.github.headroom4j.eval.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.importer.SourceQuestion.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HotpotQA with distractors, and whatever has its shape: {@code [{"_id", "question", "answer", "supporting_facts": [[title,
 * sentence]], "context": [[title, [sentences]]]}]}. The passages named by supporting facts are gold, the named sentences are
 * the facts.
 */
final class HotpotReader implements QuestionReader {

    /** A paragraph, and its sentences as they stand in its text. */
    private record Paragraph(SourcePassage passage, List<String> sentences) {}

    @Override
    public void read(SourceFile file, QuestionSink sink) {
        file.elements("", asked -> question(asked, sink));
    }

    private static void question(CaseFile asked, QuestionSink sink) {
        List<Paragraph> paragraphs = paragraphs(asked);
        Map<String, Integer> byTitle = new HashMap<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            byTitle.putIfAbsent(paragraphs.get(i).passage().title(), i);
        }
        List<Fact> facts = new ArrayList<>();
        Set<Integer> gold = new HashSet<>();
        for (JsonNode fact : array(asked, "supporting_facts")) {
            if (!fact.path(0).isTextual() || !fact.path(1).canConvertToInt()) {
                throw asked.mistake("supporting_facts", "must hold arrays [title, number of a sentence]");
            }
            Integer at = byTitle.get(fact.get(0).textValue());
            int sentence = fact.get(1).intValue();
            List<String> sentences = at == null ? List.of() : paragraphs.get(at).sentences();
            if (at == null
                    || sentence < 0
                    || sentence >= sentences.size()
                    || sentences.get(sentence).isEmpty()) {
                sink.dropped(DropReason.NO_SUCH_SENTENCE);
                return;
            }
            gold.add(at);
            facts.add(new Fact(at, sentences.get(sentence)));
        }
        sink.question(new SourceQuestion(
                asked.text("_id"),
                asked.text("question"),
                List.of(asked.text("answer")),
                paragraphs.stream().map(Paragraph::passage).toList(),
                gold,
                facts,
                false));
    }

    private static List<Paragraph> paragraphs(CaseFile asked) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (JsonNode paragraph : array(asked, "context")) {
            String at = "context[" + paragraphs.size() + "]";
            if (!paragraph.path(0).isTextual() || !paragraph.path(1).isArray()) {
                throw asked.mistake(at, "must be an array [title, [sentences]]");
            }
            StringBuilder text = new StringBuilder();
            List<String> sentences = new ArrayList<>();
            for (JsonNode sentence : paragraph.get(1)) {
                if (!sentence.isTextual()) {
                    throw asked.mistake(at + "[1][" + sentences.size() + "]", "must be a string");
                }
                append(text, sentence.textValue());
                sentences.add(sentence.textValue().strip());
            }
            if (!text.toString().isBlank()) {
                paragraphs.add(
                        new Paragraph(SourcePassage.titled(paragraph.get(0).textValue(), text.toString()), sentences));
            }
        }
        return paragraphs;
    }

    /** Sentences bring the blank before them, but not in all copies. */
    private static void append(StringBuilder text, String sentence) {
        boolean apart = text.isEmpty()
                || sentence.isEmpty()
                || Character.isWhitespace(text.charAt(text.length() - 1))
                || Character.isWhitespace(sentence.charAt(0));
        text.append(apart ? "" : " ").append(sentence);
    }

    private static JsonNode array(CaseFile asked, String field) {
        JsonNode value = asked.raw(field);
        if (!value.isArray()) {
            throw asked.mistake(field, "must be an array, as in the distractor files of HotpotQA");
        }
        return value;
    }
}
