package io.github.headroom4j.rag;

import io.github.headroom4j.token.TokenCounter;
import java.util.BitSet;

/** Makes a choice fit a hard limit of tokens: the units worth most, as many as fit with what they need. */
final class Allowance {

    /** How often a limit is lowered by what a rendering had too much; notes cost more than they were estimated to. */
    private static final int MAX_ATTEMPTS = 8;

    /** About what a note and the joint to the next passage cost. */
    private static final int NOTE_TOKENS = 6;

    private final PassageSet set;
    private final Rendering rendering;
    private final TokenCounter counter;

    Allowance(PassageSet set, Rendering rendering, TokenCounter counter) {
        this.set = set;
        this.rendering = rendering;
        this.counter = counter;
    }

    /** At most so many tokens, or, if not even the note about all passages has so few, that note. */
    Rendering.Rendered fit(int[] ranked, BitSet allowed, int maxTokens) {
        Rendering.Rendered rendered = rendering.render(set.completed(allowed));
        int limit = maxTokens;
        int tokens = rendered.tokens(counter);
        for (int attempt = 0; tokens > maxTokens && attempt < MAX_ATTEMPTS && limit > 0; attempt++) {
            rendered = rendering.render(filled(ranked, allowed, limit));
            tokens = rendered.tokens(counter);
            limit -= Math.max(1, tokens - maxTokens);
        }
        return tokens <= maxTokens ? rendered : rendering.render(new BitSet());
    }

    private BitSet filled(int[] ranked, BitSet allowed, int limit) {
        BitSet shown = new BitSet();
        long spent = 0;
        for (int unit : ranked) {
            if (!allowed.get(unit) || shown.get(unit)) {
                continue;
            }
            BitSet added = new BitSet();
            added.set(unit);
            added = set.completed(added);
            added.andNot(shown);
            long cost = NOTE_TOKENS + added.stream().mapToLong(this::cost).sum();
            if (spent + cost <= limit) {
                shown.or(added);
                spent += cost;
            }
        }
        return shown;
    }

    private int cost(int unit) {
        PassageSet.Unit one = set.units().get(unit);
        return set.pieces(one.passage()) == null
                ? counter.count(rendering.view(one.passage()).text())
                : counter.count(one.text());
    }
}
