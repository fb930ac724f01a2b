package io.github.headroom4j.tool;

import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.service.tool.ToolProviderResult;
import io.github.headroom4j.Headroom;
import java.util.List;
import java.util.Objects;

/**
 * Provides the tools of another provider with compressed results; see {@link HeadroomTools}. A provider that provides
 * nothing ({@code null}) still does, and a dynamic one stays dynamic. Thread-safe if the provider is.
 */
public final class CompressingToolProvider implements ToolProvider {

    private final Headroom headroom;
    private final ToolProvider delegate;
    private final boolean declaresRetrieve;

    /**
     * Decorates a provider.
     *
     * @param headroom what compresses
     * @param delegate the provider
     * @param declaresRetrieve whether to add the retrieve tool behind the provider's own
     */
    CompressingToolProvider(Headroom headroom, ToolProvider delegate, boolean declaresRetrieve) {
        this.headroom = Objects.requireNonNull(headroom, "headroom");
        this.delegate = Objects.requireNonNull(delegate, "delegate");
        this.declaresRetrieve = declaresRetrieve;
    }

    @Override
    @SuppressWarnings("NullAway") // LangChain4j allows null for "no tools", though its type does not say so.
    public ToolProviderResult provideTools(ToolProviderRequest request) {
        ToolProviderResult result = delegate.provideTools(request);
        if (result == null) {
            return null;
        }
        List<AiServiceTool> tools = declaresRetrieve
                ? HeadroomTools.wrap(headroom, result.aiServiceTools())
                : HeadroomTools.wrapOnly(headroom, result.aiServiceTools());
        return ToolProviderResult.builder().addAll(tools).build();
    }

    @Override
    public boolean isDynamic() {
        return delegate.isDynamic();
    }
}
