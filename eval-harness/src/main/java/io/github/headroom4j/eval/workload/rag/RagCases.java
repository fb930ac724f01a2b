package io.github.headroom4j.eval.workload.rag;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.dataset.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the cases: what the index finds for every question among all chunks of the corpus, the best {@value #PRIMARY} of it, and
 * for a third of the questions each the best {@value #FEW} and {@value #MANY}. Immutable.
 */
final class RagCases {

    static final int FEW = 5;

    static final int PRIMARY = 10;

    static final int MANY = 20;

    private static final String SYSTEM_PROMPT =
            "You answer questions about Java libraries from the passages of their documentation that come with each question."
                    + " Answer only from these passages, in as few words as possible: the value, the name or the phrase"
                    + " that is asked for, and nothing else. If the passages do not answer the question, reply with"
                    + " exactly: not answered";

    /**
     * What came of a question.
     *
     * @param question the question
     * @param passages how many of the best passages it takes to see all that the answer needs; 0 if the best {@value #MANY}
     *     do not hold it, and for questions without an answer
     */
    record Reach(RagQuestion question, int passages) {}

    /**
     * What came of a corpus.
     *
     * @param chunks how many were indexed
     * @param reaches one per question
     * @param cases all questions at the primary depth first, then the shares of them at the others
     */
    record Made(int chunks, List<Reach> reaches, List<EvalCase> cases) {

        Made {
            reaches = List.copyOf(reaches);
            cases = List.copyOf(cases);
        }

        /** The hash that the manifest pins. */
        String sha256() {
            StringBuilder all = new StringBuilder();
            cases.stream()
                    .flatMap(RagCases::parts)
                    .forEach(part -> all.append(part.length()).append(':').append(part));
            return Sha256.of(all.toString());
        }
    }

    private final String seed;
    private final Corpus corpus;
    private final List<RagQuestion> questions = new ArrayList<>();

    private RagCases(Path folder) {
        seed = CaseFile.read(folder.resolve("manifest.json")).text("seed");
        corpus = Corpus.read(folder);
        questions.addAll(WrittenQuestions.read(folder.resolve("questions.jsonl"), corpus));
        questions.addAll(OptionQuestions.of(corpus, seed));
    }

    /**
     * Reads the corpus and the questions.
     *
     * @param folder holds the manifest and the questions that were written by hand
     * @throws io.github.headroom4j.eval.dataset.DatasetException if something is missing or broken
     */
    static RagCases of(Path folder) {
        return new RagCases(folder);
    }

    /**
     * Makes all cases.
     *
     * @param model embeds chunks and questions
     */
    Made make(EmbeddingModel model) {
        List<Chunk> chunks = Chunker.chunks(corpus.documents());
        Map<RagQuestion, List<Chunk>> found = new LinkedHashMap<>();
        try (ChunkIndex index = new ChunkIndex(chunks, model)) {
            questions.forEach(question -> found.put(question, index.search(question.question(), MANY)));
        }
        List<EvalCase> cases = new ArrayList<>();
        found.forEach((question, best) -> cases.add(evalCase(question, best.subList(0, PRIMARY))));
        for (int depth : new int[] {FEW, MANY}) {
            Set<RagQuestion> third = third(depth);
            found.forEach((question, best) -> {
                if (third.contains(question)) {
                    cases.add(evalCase(question, best.subList(0, depth)));
                }
            });
        }
        return new Made(
                chunks.size(), found.entrySet().stream().map(RagCases::reach).toList(), cases);
    }

    private Set<RagQuestion> third(int depth) {
        return questions.stream()
                .sorted(Comparator.comparing(question -> Sha256.of(seed + "\n" + depth + "\n" + question.id())))
                .limit(questions.size() / 3)
                .collect(Collectors.toSet());
    }

    private static Reach reach(Map.Entry<RagQuestion, List<Chunk>> found) {
        RagQuestion question = found.getKey();
        int last = question.isAnswerable() ? 1 : 0;
        for (RagQuestion.Proof proof : question.proofs()) {
            Optional<Evidence> evidence = evidence("", proof, found.getValue());
            if (evidence.isEmpty()) {
                return new Reach(question, 0);
            }
            last = Math.max(last, 1 + evidence.get().call());
        }
        return new Reach(question, last);
    }

    private static EvalCase evalCase(RagQuestion question, List<Chunk> found) {
        List<RetrievedPassage> passages = new ArrayList<>();
        for (Chunk chunk : found) {
            double reciprocalRank = 1.0 / (1 + passages.size());
            passages.add(new RetrievedPassage(chunk.id(), chunk.document().title(), chunk.text(), reciprocalRank));
        }
        return new EvalCase(
                question.id() + "-" + question.kind() + "-k" + found.size(),
                question.cluster(),
                question.split(),
                "k=" + found.size(),
                SYSTEM_PROMPT,
                question.question(),
                List.of(),
                Set.copyOf(question.answers()),
                evidence(question, found),
                List.of(),
                passages);
    }

    private static List<Evidence> evidence(RagQuestion question, List<Chunk> found) {
        List<Evidence> evidence = new ArrayList<>();
        for (RagQuestion.Proof proof : question.proofs()) {
            evidence(question.answers().get(0), proof, found).ifPresent(evidence::add);
        }
        return evidence;
    }

    /** The first passage that holds all of a proof. One that a border between chunks cuts in two is evidence in neither. */
    private static Optional<Evidence> evidence(String item, RagQuestion.Proof proof, List<Chunk> found) {
        for (int i = 0; i < found.size(); i++) {
            for (Span place : proof.places()) {
                Optional<String> spelling = found.get(i).spelling(place);
                if (spelling.isPresent()) {
                    return Optional.of(new Evidence(item, i, spelling.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Stream<String> parts(EvalCase one) {
        List<String> parts = new ArrayList<>(
                List.of(one.id(), one.cluster(), one.split(), one.tier(), one.systemPrompt(), one.question()));
        one.gold().stream().sorted().forEach(parts::add);
        one.evidence().forEach(proof -> parts.addAll(List.of(proof.item(), "" + proof.call(), proof.text())));
        one.passages()
                .forEach(passage ->
                        parts.addAll(List.of(passage.source(), passage.title(), passage.text(), "" + passage.score())));
        return parts.stream();
    }
}
