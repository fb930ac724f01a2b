package io.github.headroom4j.rag;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints what pruning saves on real questions, and how often what answers them stays visible, for both halves of each set: what
 * was chosen on one half must hold on the other. Run by hand in this module's folder: {@code -Dlexical=true} without a model;
 * {@code -Ddata=a.json,b.json} for more sets, in the format of SQuAD or HotpotQA.
 */
public final class RagMeasurement {

    private static final double[] SHARES = {.08, .12, .15, .19, .25, .30, .40};
    private static final Pattern NOTES =
            Pattern.compile("… \\d+ (?:sentence|line|passage)s? \\([^)]*\\)|\\[headroom_retrieve ref=[^\\]]*]");

    static final Row NONE = new Row(0, 0, 0, 0, 0);

    private final Headroom headroom = Headroom.builder()
            .tokenCounter(TokenCounter.o200k().cached(16 << 20))
            .withoutTimeout()
            .build();

    private RagMeasurement() {}

    /** What came of some questions. */
    record Row(int questions, int before, int after, int wanted, int kept) {

        Row plus(Row other) {
            return new Row(
                    questions + other.questions,
                    before + other.before,
                    after + other.after,
                    wanted + other.wanted,
                    kept + other.kept);
        }

        double saved() {
            return 1 - (double) after / before;
        }

        double keptShare() {
            return (double) kept / wanted;
        }
    }

    public static void main(String[] args) throws IOException {
        if (!RagQuestions.available()) {
            System.out.println("No development data, nothing is measured.");
            return;
        }
        RagMeasurement measurement = new RagMeasurement();
        List<List<RagQuestion>> sets = new ArrayList<>(List.of(
                RagQuestions.singleHop(), RagQuestions.multiHop(), RagQuestions.spans(), RagQuestions.unanswerable()));
        for (String file : System.getProperty("data", "").split(",", -1)) {
            if (!file.isBlank()) {
                sets.add(RagQuestions.of(Path.of(file.strip())));
            }
        }
        sets.forEach(measurement::shares);
        measurement.sweep("lexical", PassageScorer.lexical(), sets);
        if (!Boolean.getBoolean("lexical")) {
            EmbeddingModel model = BundledModel.withThreads(2);
            PassageScorer embedding =
                    EmbeddingScorer.builder(model).maxRemembered(1 << 16).build();
            measurement.sweep("embedding", embedding, sets);
            measurement.sweep("hybrid", new HybridScorer(embedding), sets);
        }
    }

    /** The pilot's first row, by which the bench is checked: the best sentences by BM25 alone, without notes. */
    private void shares(List<RagQuestion> set) {
        StringBuilder line = new StringBuilder(set.get(0).set() + ", BM25 of sentences, kept at share of tokens:");
        for (double share : SHARES) {
            Row sum = NONE;
            for (RagQuestion question : set) {
                sum = sum.plus(greedy(question, share));
            }
            line.append(String.format(Locale.ROOT, " %.2f %.3f", share, sum.keptShare()));
        }
        System.out.println(line);
    }

    private Row greedy(RagQuestion question, double share) {
        List<String> sentences = new ArrayList<>();
        CompressionContext context = CompressionContext.of(headroom.counter());
        question.passages()
                .forEach(passage -> sentences.addAll(
                        PassagePieces.read(passage, false, context).texts()));
        double[] scores = QueryRelevance.to(question.question()).score(sentences);
        int[] costs = sentences.stream().mapToInt(headroom.counter()::count).toArray();
        int limit = (int) (share * IntStream.of(costs).sum());
        BitSet shown = new BitSet();
        int spent = 0;
        for (int i : IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .toList()) {
            if (scores[i] > 0 && spent + costs[i] <= limit) {
                shown.set(i);
                spent += costs[i];
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < costs.length; i++) {
            text.append(shown.get(i) ? sentences.get(i) : "\n");
        }
        return row(question, text.toString(), IntStream.of(costs).sum(), spent);
    }

    private void sweep(String name, PassageScorer scorer, List<List<RagQuestion>> sets) {
        System.out.println(name + ", near the best: saved at kept in either half");
        for (@Nullable Double near : new @Nullable Double[] {null, .5, .55, .6, .65, .7, .75, .8, .85}) {
            System.out.println(near == null ? "default" : String.format(Locale.ROOT, "%.2f", near));
            for (List<RagQuestion> set : sets) {
                List<Row> halves = measure(scorer, near, set);
                Row both = halves.get(0).plus(halves.get(1));
                System.out.printf(
                        Locale.ROOT,
                        "  %-24s n = %4d saved %.3f kept %.3f (%d of %d) | %.3f %.3f | %.3f %.3f%n",
                        set.get(0).set(),
                        both.questions(),
                        both.saved(),
                        both.keptShare(),
                        both.kept(),
                        both.wanted(),
                        halves.get(0).saved(),
                        halves.get(0).keptShare(),
                        halves.get(1).saved(),
                        halves.get(1).keptShare());
            }
        }
        sets.forEach(set -> baselines(scorer, set));
    }

    private void baselines(PassageScorer scorer, List<RagQuestion> set) {
        PassagePruner pruner = PassagePruner.builder(headroom).scorer(scorer).build();
        Baselines baselines = new Baselines(headroom.counter());
        Row head = NONE;
        Row nearest = head;
        for (RagQuestion question : set) {
            PrunedPassages pruned = pruner.prune(question.question(), question.passages(), "bench");
            int before = pruned.tokensBefore();
            int after = pruned.tokensAfter();
            head = head.plus(row(question, baselines.head(question.passages(), after), before, after));
            String top = baselines.nearest(question.question(), question.passages(), after);
            nearest = nearest.plus(row(question, top, before, after));
        }
        System.out.printf(
                Locale.ROOT,
                "at the tokens of the default, %s: head kept %.3f, nearest passages by BM25 kept %.3f%n",
                set.get(0).set(),
                head.keptShare(),
                nearest.keptShare());
    }

    private List<Row> measure(PassageScorer scorer, @Nullable Double near, List<RagQuestion> set) {
        PassagePruner.Builder builder = PassagePruner.builder(headroom).scorer(scorer);
        PassagePruner pruner =
                near == null ? builder.build() : builder.nearTheBest(near).build();
        List<Row> halves = new ArrayList<>(List.of(NONE, NONE));
        for (RagQuestion question : set) {
            PrunedPassages pruned = pruner.prune(question.question(), question.passages(), "bench");
            halves.set(question.half(), halves.get(question.half()).plus(row(question, pruned)));
        }
        return halves;
    }

    static Row row(RagQuestion question, PrunedPassages pruned) {
        return row(question, pruned.text(), pruned.tokensBefore(), pruned.tokensAfter());
    }

    private static Row row(RagQuestion question, String text, int before, int after) {
        String whole = String.join("\n\n", question.passages());
        String visible = NOTES.matcher(text).replaceAll("");
        int wanted = 0;
        int kept = 0;
        for (List<String> one : question.wanted()) {
            if (one.stream().anyMatch(whole::contains)) {
                wanted++;
                kept += one.stream().anyMatch(visible::contains) ? 1 : 0;
            }
        }
        return new Row(1, before, after, wanted, kept);
    }
}
