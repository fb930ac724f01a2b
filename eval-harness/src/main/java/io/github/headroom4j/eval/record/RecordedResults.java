package io.github.headroom4j.eval.record;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What tools really returned, by call, the newest up to a bound. Thread-safe. */
final class RecordedResults {

    /** Characters, 32 Mi: a long session's results. */
    static final int MAX_CHARS = 32 << 20;

    private final Map<String, String> results = new LinkedHashMap<>();
    private long chars;

    synchronized void put(ToolExecutionRequest request, String result) {
        String replaced = results.remove(key(request));
        chars += result.length() - (replaced == null ? 0 : replaced.length());
        results.put(key(request), result);
        var oldest = results.entrySet().iterator();
        while (chars > MAX_CHARS && oldest.hasNext()) {
            chars -= oldest.next().getValue().length();
            oldest.remove();
        }
    }

    synchronized Optional<String> of(ToolExecutionRequest request) {
        return Optional.ofNullable(results.get(key(request)));
    }

    private static String key(ToolExecutionRequest request) {
        return request.id() + "\n" + request.name() + "\n" + request.arguments();
    }
}
