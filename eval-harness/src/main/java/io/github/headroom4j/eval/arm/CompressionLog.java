package io.github.headroom4j.eval.arm;

import io.github.headroom4j.CompressionListener;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.eval.metric.ContentTokens;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the library decided on each text of one session: its kind, its tokens, and how long that took. Thread-safe. */
public final class CompressionLog implements CompressionListener {

    /** The kind of texts that hold sections of several kinds. */
    public static final String MIXED = "mixed";

    /** The kind of texts that were left alone before anybody looked what they are, mostly because they are small. */
    public static final String UNDETECTED = "not looked at";

    private final TokenCounter counter;
    private final Map<String, ContentTokens> byType = new TreeMap<>();
    private final List<Long> nanos = new ArrayList<>();

    /**
     * An empty log.
     *
     * @param counter what counts the texts that the library left alone without counting them
     */
    public CompressionLog(TokenCounter counter) {
        this.counter = counter;
    }

    /**
     * The log of a session without the library.
     *
     * @return a log that nobody writes to
     */
    public static CompressionLog unused() {
        return new CompressionLog(String::length);
    }

    @Override
    public synchronized void onCompression(Event event) {
        CompressionResult result = event.result();
        if (isOurs(result)) {
            return;
        }
        boolean counted = result.tokensBefore() >= 0;
        long before =
                counted ? result.tokensBefore() : counter.count(event.request().text());
        long after = counted ? result.tokensAfter() : before;
        String type = typeOf(result.detected());
        byType.merge(type, new ContentTokens(type, 1, before, after), ContentTokens::plus);
        nanos.add(event.nanos());
    }

    /**
     * Tokens by kind of text.
     *
     * @return one per kind, by name
     */
    public synchronized List<ContentTokens> byType() {
        return List.copyOf(byType.values());
    }

    /**
     * What each text took. Differs from run to run: never for files that must be the same bytes.
     *
     * @return nanoseconds, in the order of the texts
     */
    public synchronized List<Long> nanos() {
        return List.copyOf(nanos);
    }

    /** What was compressed before, or retrieved, is no new text. */
    private static boolean isOurs(CompressionResult result) {
        return result instanceof CompressionResult.Unchanged unchanged
                && unchanged.reason() == Reason.ALREADY_COMPRESSED;
    }

    private static String typeOf(List<Detection> sections) {
        List<String> types = sections.stream()
                .map(section -> section.type().name())
                .distinct()
                .toList();
        return types.isEmpty() ? UNDETECTED : types.size() == 1 ? types.get(0) : MIXED;
    }
}
