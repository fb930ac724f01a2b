package io.github.headroom4j;

import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Each part of a draft as it stands after repacking, which is done when a part is asked for: a selection mostly takes its place.
 * What is proposed tells the price; a proof is done once its part is to be shown. Not thread-safe.
 */
final class Repacked {

    private final Draft draft;
    private final TokenCounter counter;
    private final @Nullable Form[] forms;
    private int tokens = -1;

    /**
     * A part.
     *
     * @param text what is proposed, proven, or the part as it was
     * @param open what is not proven of it
     */
    private record Form(String text, @Nullable Proposal open) {}

    Repacked(Draft draft, TokenCounter counter) {
        this.draft = draft;
        this.counter = counter;
        forms = new Form[draft.parts().size()];
    }

    private Form form(int i) {
        Form form = forms[i];
        if (form == null) {
            ContentRouter.Part part = draft.parts().get(i);
            form = part.content()
                    .flatMap(content -> content.propose())
                    .filter(proposed -> isSmaller(proposed.text(), part.text()))
                    .map(proposed -> new Form(proposed.text(), proposed))
                    .orElseGet(() -> new Form(part.text(), null));
            forms[i] = form;
        }
        return form;
    }

    /** Whether each part is what it was, or what {@link DeflatedShare} can tell of. */
    boolean savesRepetitionAlone() {
        return IntStream.range(0, size()).allMatch(i -> {
            Optional<Selectable> content = draft.parts().get(i).content();
            return content.isEmpty() || content.get().savesRepetitionAlone() || form(i).open() == null;
        });
    }

    private boolean isSmaller(String repacked, String text) {
        return counter.count(repacked) < counter.count(text);
    }

    /** The tokens of all parts together, proven or not. */
    int tokens() {
        if (tokens < 0) {
            String text = joined();
            tokens = text.equals(draft.text()) ? draft.tokens() : counter.count(text);
        }
        return tokens;
    }

    private String joined() {
        return IntStream.range(0, size()).mapToObj(i -> form(i).text()).collect(Collectors.joining());
    }

    int size() {
        return forms.length;
    }

    /** The tokens of each part, proven or not. */
    int[] partTokens() {
        return IntStream.range(0, size())
                .map(i -> counter.count(form(i).text()))
                .toArray();
    }

    /** A part, proven. */
    String part(int i) {
        Form form = form(i);
        Proposal open = form.open();
        if (open == null) {
            return form.text();
        }
        String text = draft.parts().get(i).text();
        String proven =
                open.proven().filter(repacked -> isSmaller(repacked, text)).orElse(text);
        tokens = proven.equals(form.text()) ? tokens : -1;
        forms[i] = new Form(proven, null);
        return proven;
    }

    /** All parts, proven. */
    String text() {
        for (int i = 0; i < size(); i++) {
            part(i);
        }
        return joined();
    }
}
