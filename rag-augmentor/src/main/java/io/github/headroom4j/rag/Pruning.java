package io.github.headroom4j.rag;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a {@link PassagePruner}. Not thread-safe. */
final class Pruning {

    /** Passages of at most so many tokens in all, default 200, are left alone: notes would cost what is saved. */
    private static final int MIN_TOKENS = 200;

    /** What is left must cost at most this share of all, or nothing is left out. */
    private static final double WORTH_IT = 0.95;

    private static final Logger log = LoggerFactory.getLogger(Pruning.class);

    /**
     * What a pruner was built with.
     *
     * @param nearTheBest the share of the best value that a unit needs, or null for the scorer's default
     */
    record Settings(
            Headroom headroom,
            PassageScorer scorer,
            @Nullable Double nearTheBest,
            int maxTokens,
            Duration timeout) {

        /** What scores in the end. */
        PassageScorer resolved() {
            return scorer instanceof BundledScorer bundled ? bundled.resolved() : scorer;
        }

        Weights weights(PassageScorer resolved) {
            Weights usual = resolved == PassageScorer.lexical() ? Weights.LEXICAL : Weights.MODEL;
            return nearTheBest == null ? usual : usual.withNearTheBest(nearTheBest);
        }
    }

    private final Settings settings;
    private final Headroom headroom;
    private final CompressionRequest request;
    private final List<String> passages;
    private final CompressionContext context;
    private final int before;

    Pruning(Settings settings, CompressionRequest request, List<String> passages) {
        this.settings = settings;
        this.headroom = settings.headroom();
        this.request = request;
        this.passages = passages;
        headroom.counter().load();
        Deadline deadline = Deadline.after(settings.timeout(), System::nanoTime);
        context = new CompressionContext(request.query(), headroom.counter(), 1, deadline);
        before = headroom.counter().count(String.join("\n\n", passages), deadline::check);
    }

    PrunedPassages prune() {
        if (passages.isEmpty() || before <= Math.min(MIN_TOKENS, settings.maxTokens())) {
            return unchanged(Outcome.TOO_SMALL);
        }
        PassageSet set = PassageSet.read(passages, context, headroom);
        Rendering rendering = new Rendering(set, views());
        if (!PassagePieces.canBeAnsweredInPart(request.query())) {
            return byPlace(set, rendering);
        }
        PassageScorer scorer = context.deadline().pausing(settings::resolved);
        Weights weights = settings.weights(scorer);
        double[] values = Values.of(request.query(), set, timed(scorer), weights);
        if (Arrays.stream(values).anyMatch(value -> value > 0)) {
            return chosen(set, rendering, values, Values.threshold(request.query(), weights));
        }
        boolean nothing = scorer != PassageScorer.lexical() || Unrelated.is(request.query(), set);
        return nothing ? accepted(set, rendering.nothingRelevant(), Outcome.NOTHING_RELEVANT) : byPlace(set, rendering);
    }

    private PassageScorer timed(PassageScorer scorer) {
        return (query, texts) -> scorer.score(query, texts, context.deadline());
    }

    /** Where nothing else is known, what the retriever put first is worth most. */
    private PrunedPassages byPlace(PassageSet set, Rendering rendering) {
        if (before <= settings.maxTokens()) {
            return unchanged(Outcome.NO_MEASURE);
        }
        double[] values = new double[set.units().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = set.units().get(i).isTitle() ? 0 : 1.0 / (1 + i);
        }
        return chosen(set, rendering, values, 0);
    }

    private PrunedPassages chosen(PassageSet set, Rendering rendering, double[] values, double share) {
        Repetition.in(set, context).stream().forEach(unit -> values[unit] = 0);
        Choice choice = new Choice(set, values);
        BitSet near = choice.near(request.query(), share);
        Allowance allowance = new Allowance(set, rendering, headroom.counter());
        return accepted(set, allowance.fit(choice.ranked(), near, settings.maxTokens()), Outcome.PRUNED);
    }

    private PrunedPassages accepted(PassageSet set, Rendering.Rendered rendered, Outcome outcome) {
        int after = rendered.tokens(headroom.counter());
        boolean asked = before > settings.maxTokens() && after < before;
        if (!asked && after > before * WORTH_IT) {
            return unchanged(Outcome.NO_SAVINGS);
        }
        List<OriginalId> originals = new ArrayList<>(rendered.originals());
        if (rendered.needsOriginal()) {
            try {
                originals.add(OriginalMarker.keeping(headroom.originals(), request.scope(), set.original())
                        .id());
            } catch (RuntimeException e) {
                log.warn("The original of {} passages could not be kept, so nothing is left out", passages.size(), e);
                return unchanged(Outcome.NOT_KEPT);
            }
        }
        return new PrunedPassages(rendered.shown(), rendered.note(), before, after, originals, outcome);
    }

    private PrunedPassages unchanged(Outcome outcome) {
        return PrunedPassages.unchanged(passages, before, outcome);
    }

    /** What is no prose, each passage compressed once. */
    private IntFunction<Rendering.View> views() {
        Map<Integer, Rendering.View> views = new HashMap<>();
        return passage -> views.computeIfAbsent(passage, this::view);
    }

    private Rendering.View view(int passage) {
        context.checkDeadline();
        CompressionRequest about = request.withText(passages.get(passage));
        CompressionResult result = settings.maxTokens() == Integer.MAX_VALUE
                ? headroom.compress(about)
                : headroom.outline(about, Math.max(Headroom.MIN_OUTLINE_TOKENS, settings.maxTokens() / 2));
        List<OriginalId> original = result instanceof Compressed compressed
                ? compressed.original().stream().toList()
                : List.of();
        return new Rendering.View(result.text(), original);
    }
}
