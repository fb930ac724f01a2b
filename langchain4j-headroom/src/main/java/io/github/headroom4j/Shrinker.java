package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.OpaqueFolding;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps repack, select and accept, over all parts of a draft. */
final class Shrinker {

    /** A selection must be this much smaller than the lossless form to be preferred to it. */
    private static final double WORTH_LEAVING_OUT = 0.9;

    /** From this share of the tokens on deflate is not asked: it seldom leaves the third of the bytes that it would have to. */
    private static final double MAX_LEAST_SHARE = 0.25;

    private final CompressionContext context;
    private final TokenCounter counter;
    private double leastShare = -1;

    Shrinker(CompressionContext context) {
        this.context = context;
        counter = context.counter();
    }

    Repacked repack(Draft draft) {
        return new Repacked(draft, counter);
    }

    /** Whether the lossless form is within the budget; it is proven before that is said. */
    boolean fits(Draft draft, Repacked repacked, CompressionPolicy policy) {
        return policy.budget().bounded()
                && !areOutOfReach(policy.budget().limit(), draft, repacked)
                && repacked.tokens() <= policy.budget().limit()
                && provenTokens(repacked) <= policy.budget().limit();
    }

    /** Whether so few tokens are less than any lossless form can be expected to have, so that none needs to be made. */
    private boolean areOutOfReach(double tokens, Draft draft, Repacked repacked) {
        if (tokens >= draft.tokens() * MAX_LEAST_SHARE || !repacked.savesRepetitionAlone()) {
            return false;
        }
        if (leastShare < 0) {
            leastShare = DeflatedShare.leastOf(draft.text(), context.pace());
        }
        return tokens < draft.tokens() * leastShare;
    }

    private static int provenTokens(Repacked repacked) {
        repacked.text();
        return repacked.tokens();
    }

    Optional<Compressed> accept(Draft draft, Repacked repacked, CompressionPolicy policy) {
        return accept(draft, repacked.text(), repacked.tokens(), policy, null);
    }

    Optional<Compressed> select(Draft draft, Repacked repacked, CompressionPolicy policy) {
        Optional<Selection> selection = draft.routed().document().isPresent()
                ? draft.routed().document().get().select(policy.budget())
                : eachPart(draft, repacked, policy.budget());
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        OriginalMarker marker = OriginalMarker.of(draft.text(), context::checkDeadline);
        String text = selection.get().markedWith(marker);
        int tokens = counter.count(text);
        // What is proven in the place of what is proposed takes no fewer tokens, so most proofs are not needed.
        boolean worthIt = areOutOfReach(tokens / WORTH_LEAVING_OUT, draft, repacked)
                || tokens < repacked.tokens() * WORTH_LEAVING_OUT
                || tokens < provenTokens(repacked) * WORTH_LEAVING_OUT;
        return worthIt ? accept(draft, text, tokens, policy, marker.id()) : Optional.empty();
    }

    /** What is chosen from each part by itself, or empty if nothing is left out of any. */
    private Optional<Selection> eachPart(Draft draft, Repacked repacked, TokenBudget budget) {
        List<Selection> selections = new ArrayList<>();
        boolean anythingLeftOut = false;
        List<TokenBudget> shares = shares(budget, repacked);
        for (int i = 0; i < draft.parts().size(); i++) {
            ContentRouter.Part part = draft.parts().get(i);
            Optional<Selection> selection = select(part, shares.get(i));
            int at = i;
            Selection shown = selection.orElseGet(() -> Selection.whole(repacked.part(at)));
            Selection readable = OpaqueFolding.appliesTo(part.detection().type())
                    ? shown.foldingOpaque(draft.text(), context)
                    : shown;
            anythingLeftOut |= selection.isPresent() || readable != shown;
            selections.add(readable);
        }
        return anythingLeftOut ? Optional.of(Selection.join(selections)) : Optional.empty();
    }

    private static Optional<Selection> select(ContentRouter.Part part, TokenBudget budget) {
        Optional<Selectable> content = part.content();
        return content.flatMap(selectable -> selectable.select(budget));
    }

    /** A budget for each part; a bounded one is shared so that a long part takes nothing from the others. */
    private static List<TokenBudget> shares(TokenBudget budget, Repacked repacked) {
        int parts = repacked.size();
        return !budget.bounded() || parts == 1
                ? Collections.nCopies(parts, budget)
                : budget.shared(repacked.partTokens());
    }

    private static Optional<Compressed> accept(
            Draft draft, String text, int tokens, CompressionPolicy policy, @Nullable OriginalId original) {
        boolean worthIt = tokens < draft.tokens() && tokens <= draft.tokens() * (1 - policy.minSavedFraction());
        Step step = original == null ? Step.REPACKED : Step.SELECTED;
        return worthIt
                ? Optional.of(new Compressed(
                        text, draft.tokens(), tokens, draft.detected(), step, draft.compressors(), original))
                : Optional.empty();
    }
}
