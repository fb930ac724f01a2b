package io.github.headroom4j;

import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.original.InMemoryOriginalStore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compresses texts of the most frequent kinds, only so that classes and vocabulary they need are loaded. Leaves no trace. */
final class WarmUp {

    /** Lines of a text: enough that every step has something to do, and little enough to be over soon. */
    private static final int LINES = 120;

    private WarmUp() {}

    static void run(Pipeline pipeline) {
        Pipeline trial = new Pipeline(
                CompressionPolicies.standard(),
                pipeline.counter(),
                new ScratchOriginals(new InMemoryOriginalStore()),
                pipeline.router(),
                Deadline::none);
        for (String text : texts()) {
            trial.run(CompressionRequest.of(text).withQuery("Why did request 17 fail?"));
        }
    }

    private static List<String> texts() {
        return List.of(log(), json(), search(), markdown());
    }

    private static String log() {
        return IntStream.range(0, LINES)
                .mapToObj(i -> "2026-01-01 00:%02d:%02d.%03d %s [worker-%d] app.Service - request %d took %d ms%s"
                        .formatted(
                                i / 60,
                                i % 60,
                                i * 7 % 1000,
                                i == 17 ? "ERROR" : "INFO",
                                i % 4,
                                i,
                                i * i % 97,
                                i == 17 ? "\njava.io.IOException: closed\n\tat app.Service.call(Service.java:17)" : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String json() {
        return IntStream.range(0, LINES)
                .mapToObj(i -> "{\"id\":%d,\"state\":\"%s\",\"took\":%d.5,\"host\":{\"name\":\"node-%d\"}}"
                        .formatted(i, i == 17 ? "failed" : "done", i * i % 97, i % 5))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String search() {
        return IntStream.range(0, LINES)
                .mapToObj(i -> "src/app/Service%d.java:%d:    Response call%d(Request request) throws IOException {"
                        .formatted(i / 10, i * 3 + 1, i))
                .collect(Collectors.joining("\n"));
    }

    private static String markdown() {
        return IntStream.range(0, LINES / 10)
                .mapToObj(
                        i -> "## Part %d\n\nRequest %d is sent to the service. The service answers within %d seconds.\n"
                                        .formatted(i, i, i + 2)
                                + "If it does not, the request failed and is sent again, but not more often than %d times.\n"
                                        .formatted(i + 1))
                .collect(Collectors.joining("\n", "# Requests\n\n", ""));
    }
}
