package io.github.headroom4j.memory;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One compaction of one history: the messages as they become. Not thread-safe. */
final class Epoch {

    private static final Logger log = LoggerFactory.getLogger(Epoch.class);

    /** A store of originals that failed so often is down, and each further call may have to wait for it. */
    private static final int MAX_FAILURES = 3;

    private final History history;
    private final Folder folder;
    private final MessageTokens counter;
    private final List<ChatMessage> messages = new ArrayList<>();
    private final int[] tokens;

    /** The last way in which each message was folded. */
    private final Map<Integer, FoldKind> folded = new TreeMap<>();

    private int failures;

    Epoch(History history, Folder folder, MessageTokens counter) {
        this.history = history;
        this.folder = folder;
        this.counter = counter;
        tokens = history.tokens();
        for (int i = 0; i < history.size(); i++) {
            messages.add(history.message(i));
        }
    }

    /** Carries a plan out until the history has at most so many tokens, or too much of it has failed. */
    void fold(List<Fold> plan, String scope, long target) {
        long total = total();
        for (Fold fold : plan) {
            if (total <= target || failures == MAX_FAILURES) {
                return;
            }
            total -= fold(fold, scope);
        }
    }

    /** Returns how many tokens that freed. */
    private int fold(Fold fold, String scope) {
        int index = fold.index();
        if (tokens[index] <= fold.most()) {
            return 0;
        }
        Optional<ChatMessage> shorter = tryTo(fold, scope);
        int now = shorter.map(counter::of).orElse(tokens[index]);
        int freed = tokens[index] - now;
        if (freed <= 0) {
            return 0;
        }
        replace(index, shorter.orElseThrow());
        folded.put(index, fold.kind());
        return freed;
    }

    /** A message that cannot be folded stays; the others still may be. */
    private Optional<ChatMessage> tryTo(Fold fold, String scope) {
        try {
            return folder.fold(history, fold, scope);
        } catch (RuntimeException | StackOverflowError e) {
            failures++;
            log.warn("Message {} of a history could not be folded, so it stays", fold.index(), e);
            return Optional.empty();
        }
    }

    void replace(int index, ChatMessage message) {
        messages.set(index, message);
        tokens[index] = counter.of(message);
    }

    History history() {
        return history;
    }

    List<Integer> foldedIndices() {
        return List.copyOf(folded.keySet());
    }

    /** The index of the last result that was folded, if one was. */
    Optional<Integer> lastFoldedResult() {
        return folded.keySet().stream()
                .filter(index -> history.message(index) instanceof ToolExecutionResultMessage)
                .reduce((first, last) -> last);
    }

    long total() {
        return IntStream.of(tokens).asLongStream().sum();
    }

    EpochCost cost(Compaction settings) {
        return EpochCost.between(history, tokens, folded.keySet().stream().mapToInt(Integer::intValue), settings);
    }

    Map<FoldKind, Integer> kinds() {
        Map<FoldKind, Integer> kinds = new EnumMap<>(FoldKind.class);
        folded.values().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        return kinds;
    }

    ChatMessage message(int index) {
        return messages.get(index);
    }

    List<ChatMessage> messages() {
        return List.copyOf(messages);
    }
}
