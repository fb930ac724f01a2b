package io.github.headroom4j;

import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Each part of a draft as it stands after repacking. What is proposed tells the price; a proof is done once its part is to be
 * shown, since a selection mostly takes its place. Not thread-safe.
 */
final class Repacked {

    private final Draft draft;
    private final TokenCounter counter;
    private final List<String> parts = new ArrayList<>();

    /** What is proposed but not proven; null where there is nothing to prove. */
    private final List<@Nullable Proposal> open = new ArrayList<>();

    private int tokens = -1;

    Repacked(Draft draft, TokenCounter counter) {
        this.draft = draft;
        this.counter = counter;
        for (ContentRouter.Part part : draft.parts()) {
            Proposal proposal = part.content()
                    .flatMap(content -> content.propose())
                    .filter(proposed -> isSmaller(proposed.text(), part.text()))
                    .orElse(null);
            open.add(proposal);
            parts.add(proposal == null ? part.text() : proposal.text());
        }
    }

    private boolean isSmaller(String repacked, String text) {
        return counter.count(repacked) < counter.count(text);
    }

    /** The tokens of all parts together, proven or not. */
    int tokens() {
        if (tokens < 0) {
            String text = String.join("", parts);
            tokens = text.equals(draft.text()) ? draft.tokens() : counter.count(text);
        }
        return tokens;
    }

    int size() {
        return parts.size();
    }

    /** The tokens of each part, proven or not. */
    int[] partTokens() {
        return parts.stream().mapToInt(counter::count).toArray();
    }

    /** A part, proven. */
    String part(int i) {
        Proposal proposal = open.get(i);
        if (proposal != null) {
            String text = draft.parts().get(i).text();
            Optional<String> proven = proposal.proven().filter(repacked -> isSmaller(repacked, text));
            set(i, proven.orElse(text));
        }
        return parts.get(i);
    }

    private void set(int i, String proven) {
        open.set(i, null);
        tokens = proven.equals(parts.get(i)) ? tokens : -1;
        parts.set(i, proven);
    }

    /** All parts, proven. */
    String text() {
        for (int i = 0; i < parts.size(); i++) {
            part(i);
        }
        return String.join("", parts);
    }
}
