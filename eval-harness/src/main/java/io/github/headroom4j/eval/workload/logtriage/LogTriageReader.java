package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.reader.Reader;
import java.util.List;

/** Placeholder. */
final class LogTriageReader implements Reader {

    @Override
    public List<String> answer(String question, List<Seen> seen) {
        return List.of();
    }
}
