package io.github.headroom4j.eval.bench;

import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.token.TokenCounter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Captured texts of every kind at several lengths. Some come again and again, and what became of them must be the same in every
 * thread; some never came before, so that whatever grows with every new text is seen to grow. Thread-safe.
 */
final class SoakTexts {

    /** New texts are no longer, since agents hold them to compare. */
    private static final int MAX_NEW_CHARS = 10_000;

    /** Of every so many texts one is new. */
    private static final int NEW_EVERY = 4;

    /** A text, and whether it comes again. */
    record Text(String text, boolean known) {}

    /** A text with its question. */
    private record Asked(String text, String query) {}

    private final List<ContentTexts> kinds;
    private final List<Text> known = new ArrayList<>();
    private final AtomicInteger variants = new AtomicInteger(1_000);
    private final Map<Asked, OriginalId> answers = new ConcurrentHashMap<>();
    private final TokenCounter counter = TokenCounter.o200k();
    private final SoakFaults faults;

    SoakTexts(Path project, List<String> kinds, List<Integer> chars, SoakFaults faults) {
        this.kinds = kinds.stream().map(kind -> ContentTexts.of(project, kind)).toList();
        for (ContentTexts kind : this.kinds) {
            chars.forEach(length -> known.add(new Text(kind.text(length, 0), true)));
        }
        this.faults = faults;
    }

    Text any(RandomGenerator random) {
        return random.nextInt(NEW_EVERY) == 0 ? fresh(random) : known.get(random.nextInt(known.size()));
    }

    /** One that was never there before. */
    Text fresh(RandomGenerator random) {
        ContentTexts kind = kinds.get(random.nextInt(kinds.size()));
        int variant = variants.incrementAndGet();
        String text = kind.text(1_000 + random.nextInt(MAX_NEW_CHARS - 1_000), variant);
        return new Text("variant " + variant + "\n" + text, false);
    }

    /** Holds an answer against the text, and against the one that was given to it before. */
    void check(Text text, String query, CompressionResult result) {
        if (result instanceof CompressionResult.Unchanged unchanged) {
            faults.expect(unchanged.text().equals(text.text()), "the text itself comes back", text.text());
            faults.expect(
                    switch (unchanged.reason()) {
                        case FAILED, TIMEOUT, NOT_KEPT -> false;
                        default -> true;
                    },
                    "compression works",
                    unchanged.reason() + " for " + text.text());
        }
        check(text, query, result.text());
    }

    void check(Text text, String query, String answer) {
        if (answer.equals(text.text())) {
            return;
        }
        OriginalId id = OriginalId.of(answer);
        OriginalId before = text.known() ? answers.putIfAbsent(new Asked(text.text(), query), id) : null;
        if (before == null) {
            int tokens = counter.count(text.text());
            faults.expect(counter.count(answer) < tokens, "never larger", answer);
        } else {
            faults.expect(before.equals(id), "the same text becomes the same in every thread", answer);
        }
    }
}
