package io.github.headroom4j.tool;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tool whose results are compressed before they are first stored or sent, so their bytes never change afterwards and a
 * provider's prompt cache keeps its hits.
 *
 * <p>Texts are compressed in place; images and other contents, the result object, attributes and order stay. Results of
 * tools that failed, results that are ours already, and instructions of an activated skill pass untouched. What the tool
 * throws passes with its type; what headroom itself might throw never does: the result then passes as it came.
 *
 * <p>Thread-safe if the tool is. It does not know the tool's return behaviour: use {@link HeadroomTools} on whole tools,
 * so that results which go to the caller instead of the model stay as they are.
 */
public final class CompressingToolExecutor implements ToolExecutor {

    private static final Logger log = LoggerFactory.getLogger(CompressingToolExecutor.class);

    private final ToolExecutor delegate;
    private final ResultCompressor compressor;

    /**
     * Decorates a tool.
     *
     * @param headroom what compresses
     * @param delegate the tool
     */
    public CompressingToolExecutor(Headroom headroom, ToolExecutor delegate) {
        compressor = new ResultCompressor(Objects.requireNonNull(headroom, "headroom"));
        this.delegate = Objects.requireNonNull(delegate, "delegate");
    }

    @Override
    public String execute(ToolExecutionRequest request, Object memoryId) {
        String text = delegate.execute(request, memoryId);
        // A tool may return null against its contract; LangChain4j reports that, not we.
        if (text == null || isRetrieve(request)) {
            return text;
        }
        try {
            return compressor.compress(text, request, memoryId);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("The result of tool '{}' could not be compressed, it stays as it is", request.name(), e);
            return text;
        }
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
        ToolExecutionResult result = delegate.executeWithContext(request, context);
        if (result == null || isRetrieve(request)) {
            return result;
        }
        try {
            return compressor.compress(result, request, context);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("The result of tool '{}' could not be compressed, it stays as it is", request.name(), e);
            return result;
        }
    }

    private static boolean isRetrieve(ToolExecutionRequest request) {
        return OriginalMarker.RETRIEVE_TOOL.equals(request.name());
    }
}
