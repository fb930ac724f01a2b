package io.github.headroom4j.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds results that a later result of the same tool stands for: its call had the same arguments, or chose no part where the
 * earlier one did. Linear in the arguments.
 */
final class SupersededReads {

    private SupersededReads() {}

    /** Their indices. */
    static BitSet in(History history) {
        BitSet superseded = new BitSet();
        Set<String> later = new HashSet<>();
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.message(i) instanceof ToolExecutionResultMessage result
                    && history.call(i).isPresent()) {
                ToolExecutionRequest call = history.call(i).get();
                CallArguments arguments = CallArguments.of(call);
                String exact = call.name() + ' ' + arguments.exact();
                superseded.set(i, later.contains(exact) || later.contains(call.name() + ' ' + arguments.whole()));
                if (!Boolean.TRUE.equals(result.isError())) {
                    later.add(exact);
                }
            }
        }
        return superseded;
    }
}
