package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.dataset.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes cases of questions, and counts what is odd about them. Not thread-safe. */
final class CaseMaker {

    private static final String SYSTEM_PROMPT =
            "Answer the question from the given passages, in as few words as possible. "
                    + "If they do not answer it, say that they do not.";

    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private final ImportOptions options;
    private final Distractors kind;
    private final PassagePool.Drawing drawing;
    private final Clusters clusters;
    private final Map<String, Integer> notes = new TreeMap<>();

    CaseMaker(ImportOptions options, Survey survey, PassagePool.Drawing drawing) {
        this.options = options;
        this.kind = survey.distractors();
        this.drawing = drawing;
        this.clusters = survey.clusters();
    }

    EvalCase make(SourceQuestion question) {
        List<SourcePassage> passages = passages(question);
        note(question, passages.size());
        String cluster = cluster(question);
        return new EvalCase(
                plain(question.id()),
                cluster,
                Draw.share("split", cluster) < options.devShare() ? "dev" : "test",
                "typical",
                SYSTEM_PROMPT,
                question.question(),
                List.of(),
                new HashSet<>(question.answers()),
                evidence(question, passages),
                List.of(),
                ranked(passages));
    }

    private List<SourcePassage> passages(SourceQuestion question) {
        List<SourcePassage> gold = question.goldPassages();
        List<SourcePassage> others = drawing.pick(question, options.passages() - gold.size());
        GoldPlace place = options.placeWith(kind);
        if (place == GoldPlace.AS_GIVEN) {
            return question.passages().stream()
                    .filter(one -> gold.contains(one) || others.contains(one))
                    .toList();
        }
        return place.arrange(gold, others, Draw.random(options.seed(), "order", question.id()));
    }

    private static List<RetrievedPassage> ranked(List<SourcePassage> passages) {
        List<RetrievedPassage> ranked = new ArrayList<>();
        for (SourcePassage one : passages) {
            // What the retriever's order says, and no more: files give scores of all scales, or none.
            ranked.add(new RetrievedPassage(one.document(), one.title(), one.titledText(), 1.0 / (ranked.size() + 1)));
        }
        return ranked;
    }

    private static List<Evidence> evidence(SourceQuestion question, List<SourcePassage> passages) {
        List<Evidence> evidence = new ArrayList<>();
        for (SourceQuestion.Fact fact : question.facts()) {
            String item = question.answers().stream()
                    .filter(fact.sentence()::contains)
                    .findFirst()
                    .orElseGet(() -> question.answers().get(0));
            int at = passages.indexOf(question.passages().get(fact.passage()));
            evidence.add(new Evidence(item, at, fact.sentence()));
        }
        return evidence;
    }

    /** Questions that share a document stay together; one without any gold passage shares nothing that matters. */
    private String cluster(SourceQuestion question) {
        return question.gold().isEmpty()
                ? question.id()
                : clusters.nameOf(question.goldPassages().get(0).document());
    }

    /** Ids end up in tables and names of files of others. */
    private static String plain(String id) {
        return PLAIN_ID.matcher(id).matches() ? id : "id-" + Sha256.of(id).substring(0, 32);
    }

    private void note(SourceQuestion question, int passages) {
        if (question.answers().isEmpty()) {
            count("unanswerable");
        } else if (question.facts().isEmpty()) {
            count("no sentence of a gold passage holds an answer, so that there is no evidence");
        }
        if (question.misplaced()) {
            count("an answer stands elsewhere than the file says");
        }
        if (passages < options.passages()) {
            count("fewer passages than wanted");
        }
    }

    private void count(String note) {
        notes.merge(note, 1, Integer::sum);
    }

    Map<String, Integer> notes() {
        return notes;
    }
}
