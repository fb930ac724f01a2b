package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.compressor.OpaqueFolding;
import io.github.headroom4j.compressor.Repackable;
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

    /** Each part as it stands after repacking, and the tokens of all of them together. */
    record Repacked(List<String> parts, String text, int tokens) {}

    private final TokenCounter counter;
    private final String query;

    Shrinker(TokenCounter counter, String query) {
        this.counter = counter;
        this.query = query;
    }

    Repacked repack(Draft draft) {
        List<String> texts = draft.parts().stream()
                .map(part -> repack(part.text(), part.content()))
                .toList();
        String text = String.join("", texts);
        return new Repacked(texts, text, text.equals(draft.text()) ? draft.tokens() : counter.count(text));
    }

    private String repack(String text, Optional<? extends Repackable> content) {
        return content.flatMap(Repackable::repack)
                .filter(repacked -> counter.count(repacked) < counter.count(text))
                .orElse(text);
    }

    boolean fits(Repacked repacked, CompressionPolicy policy) {
        return policy.budget().bounded() && repacked.tokens() <= policy.budget().limit();
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
        OriginalMarker marker = OriginalMarker.of(draft.text());
        String text = selection.get().markedWith(marker);
        int tokens = counter.count(text);
        return tokens < repacked.tokens() * WORTH_LEAVING_OUT
                ? accept(draft, text, tokens, policy, marker.id())
                : Optional.empty();
    }

    /** What is chosen from each part by itself, or empty if nothing is left out of any. */
    private Optional<Selection> eachPart(Draft draft, Repacked repacked, TokenBudget budget) {
        List<Selection> selections = new ArrayList<>();
        boolean anythingLeftOut = false;
        List<TokenBudget> shares = shares(budget, repacked);
        for (int i = 0; i < draft.parts().size(); i++) {
            ContentRouter.Part part = draft.parts().get(i);
            Optional<Selection> selection = select(part, shares.get(i));
            Selection shown = selection.orElse(Selection.whole(repacked.parts().get(i)));
            Selection readable =
                    OpaqueFolding.appliesTo(part.detection().type()) ? shown.foldingOpaque(draft.text(), query) : shown;
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
    private List<TokenBudget> shares(TokenBudget budget, Repacked repacked) {
        List<String> parts = repacked.parts();
        boolean alone = !budget.bounded() || parts.size() == 1;
        return alone
                ? Collections.nCopies(parts.size(), budget)
                : budget.shared(parts.stream().mapToInt(counter::count).toArray());
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
