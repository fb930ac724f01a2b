package io.github.headroom4j.eval.importer;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says which questions cannot be cases, for one pass over a file. Not thread-safe. */
final class Gate {

    private final ImportOptions options;
    private final Set<String> ids = new HashSet<>();

    Gate(ImportOptions options) {
        this.options = options;
    }

    Optional<DropReason> refuses(SourceQuestion question) {
        if (question.question().isBlank()) {
            return Optional.of(DropReason.BLANK);
        }
        if (!ids.add(question.id())) {
            return Optional.of(DropReason.SAME_ID);
        }
        if (question.answers().isEmpty() && !options.unanswerable()) {
            return Optional.of(DropReason.UNANSWERABLE);
        }
        if (!question.answers().isEmpty() && question.gold().isEmpty()) {
            return Optional.of(DropReason.NO_GOLD);
        }
        if (question.gold().size() > options.passages()) {
            return Optional.of(DropReason.TOO_MANY_GOLD);
        }
        boolean tooLarge =
                question.passages().stream().anyMatch(passage -> passage.text().length() > Importer.MAX_PASSAGE_CHARS);
        return tooLarge ? Optional.of(DropReason.TOO_LARGE) : Optional.empty();
    }
}
