package io.github.headroom4j.eval.cache;

import java.util.List;

/** The caches that reports tell the costs under. */
public final class ProviderCaches {

    /** What arms at equal cost are fitted by. */
    public static final ProviderCache PRIMARY = AnthropicCache.of("anthropic", 1_024);

    private ProviderCaches() {}

    /**
     * All of them.
     *
     * @return in the order of reports, the primary one first
     */
    public static List<ProviderCache> all() {
        return List.of(
                PRIMARY,
                AnthropicCache.of("anthropic-4096", 4_096),
                new OpenAiCache("openai-0.1", 0.1),
                new OpenAiCache("openai-0.5", 0.5));
    }
}
