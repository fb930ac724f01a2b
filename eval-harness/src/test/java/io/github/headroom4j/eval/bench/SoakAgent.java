package io.github.headroom4j.eval.bench;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.memory.Retention;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.tool.CompressingToolExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Somebody who works with a store, and holds every answer against what it must be. For one thread. */
final class SoakAgent {

    private static final int SCOPES = 6;
    private static final List<String> QUERIES = List.of("", "Why did the request fail?");

    /** Longer slices may be cut by the tool. */
    private static final int MAX_SLICE_CHARS = 2_000;

    private final String name;
    private final SoakStore store;
    private final SoakTexts texts;
    private final SoakFaults faults;
    private final RandomGenerator random;
    private final Deque<SoakScope> scopes = new ArrayDeque<>();
    private final SoakMemory memory;
    private final SoakTimer timer = new SoakTimer();
    private int scopesOpened;
    private long kept;
    private long cleared;
    private long unused;
    private long forgotten;

    SoakAgent(String name, SoakStore store, SoakTexts texts, SoakFaults faults, RandomGenerator random) {
        this.name = name;
        this.store = store;
        this.texts = texts;
        this.faults = faults;
        this.random = random;
        memory = new SoakMemory(name + "/memory", store, texts, faults);
        while (scopes.size() < SCOPES) {
            open();
        }
    }

    /** Returns how many nanoseconds an application would have waited. */
    long run(SoakOperation operation) {
        timer.take();
        switch (operation) {
            case COMPRESS -> compress();
            case TOOL -> tool();
            case FIND -> find();
            case SLICE -> slice();
            case MEMORY -> memory.turn(random, timer);
            case FOREIGN -> foreign();
            case CLEAR -> clear();
            case RETAIN -> retain();
        }
        return timer.take();
    }

    private void open() {
        scopes.addLast(new SoakScope(name + '/' + scopesOpened++, faults));
    }

    private SoakScope anyScope() {
        return scopes.stream().skip(random.nextInt(SCOPES)).findFirst().orElseThrow();
    }

    private SoakScope scopeWithRoom() {
        SoakScope scope = anyScope();
        if (scope.full()) {
            cleared += scope.clear(store.originals());
        }
        return scope;
    }

    private void compress() {
        SoakTexts.Text text = texts.any(random);
        SoakScope scope = scopeWithRoom();
        String query = QUERIES.get(random.nextInt(QUERIES.size()));
        CompressionRequest request =
                CompressionRequest.of(text.text()).withQuery(query).withScope(scope.name());
        CompressionResult result = timer.time(() -> store.headroom().compress(request));
        texts.check(text, query, result);
        if (result instanceof CompressionResult.Compressed compressed
                && compressed.original().isPresent()) {
            keep(scope, text.text(), compressed.original().get());
        }
    }

    private void tool() {
        SoakTexts.Text text = texts.any(random);
        SoakScope scope = scopeWithRoom();
        CompressingToolExecutor tool =
                new CompressingToolExecutor(store.headroom(), (request, memoryId) -> text.text());
        String read = timer.time(() -> tool.execute(call("read", "{}"), scope.name()));
        texts.check(text, "", read);
        OriginalMarker.refAtEndOf(read).ifPresent(ref -> {
            OriginalId id = OriginalId.of(text.text());
            faults.expect(id.shortForm().equals(ref), "markers name their original", ref);
            keep(scope, text.text(), id);
        });
    }

    private void keep(SoakScope scope, String text, OriginalId id) {
        kept += scope.holds(id) ? 0 : 1;
        scope.keep(text);
        scope.check(store.originals(), id, text);
    }

    private void find() {
        SoakScope scope = anyScope();
        scope.any(random).ifPresent(one -> {
            timer.time(() -> store.originals().find(scope.name(), one.getKey().shortForm()));
            scope.check(store.originals(), one.getKey(), one.getValue());
        });
    }

    private void slice() {
        SoakScope scope = anyScope();
        scope.any(random).ifPresent(one -> {
            List<String> lines = one.getValue().lines().toList();
            int from = random.nextInt(lines.size());
            int to = Math.min(from + 3, lines.size());
            String slice = String.join("\n", lines.subList(from, to));
            String answer = retrieve(scope, one.getKey().shortForm(), ",\"lines\":\"" + (from + 1) + '-' + to + '"');
            boolean comparable =
                    slice.length() <= MAX_SLICE_CHARS && one.getValue().indexOf('\r') < 0;
            faults.expect(!answer.isBlank(), "an answer is never empty", scope.name());
            faults.expect(!comparable || answer.contains(slice), "slices are exact", answer);
        });
    }

    private String retrieve(SoakScope scope, String ref, String selector) {
        ToolExecutionRequest call = call(OriginalMarker.RETRIEVE_TOOL, "{\"ref\":\"" + ref + "\"" + selector + "}");
        return timer.time(() -> store.retrieve().execute(call, scope.name()));
    }

    private static ToolExecutionRequest call(String tool, String arguments) {
        return ToolExecutionRequest.builder()
                .id("1")
                .name(tool)
                .arguments(arguments)
                .build();
    }

    private void foreign() {
        SoakScope mine = anyScope();
        SoakScope other = anyScope();
        Optional<Map.Entry<OriginalId, String>> one = mine.any(random);
        if (one.isEmpty()) {
            return;
        }
        OriginalId id = one.get().getKey();
        if (!other.holds(id)) {
            missing(other, id.shortForm());
            missing(other, id.sha256());
        }
        missing(mine, id.shortForm().substring(1));
        missing(mine, id.sha256() + "0");
        missing(mine, String.format(Locale.ROOT, "%012x", random.nextLong() & 0xFFFF_FFFF_FFFFL));
    }

    private void missing(SoakScope scope, String ref) {
        Optional<String> found = timer.time(() -> store.originals().find(scope.name(), ref));
        faults.expect(found.isEmpty(), "no scope reads another's", scope.name() + ' ' + ref);
        if (OriginalId.isId(ref) || ref.length() == OriginalId.SHORT_LENGTH) {
            String answer = retrieve(scope, ref, "");
            faults.expect(
                    answer.startsWith("This conversation has no original "), "a miss says that it is one", answer);
        }
    }

    private void clear() {
        SoakScope oldest = scopes.removeFirst();
        timer.time(() -> store.originals().clear(oldest.name()));
        cleared += oldest.clear(store.originals());
        open();
    }

    private void retain() {
        List<String> old =
                List.of(texts.fresh(random).text(), texts.fresh(random).text());
        unused += old.size();
        store.unused().putAll(name + "/unused", old);
        forgotten += timer.time(() -> store.originals().retain(Retention.olderThan(Duration.ofHours(2))))
                .count();
    }

    /** Looks for everything that must be there, in the store as another process would open it, and clears it. */
    int finish(OriginalStore reopened) {
        int checked = memory.finish(reopened);
        for (SoakScope scope : scopes) {
            checked += scope.checkAll(reopened);
            cleared += scope.clear(reopened);
        }
        faults.expect(kept == cleared, "as many are cleared as were kept", kept + " kept, " + cleared + " cleared");
        return checked;
    }

    long kept() {
        return kept + memory.kept();
    }

    long unused() {
        return unused;
    }

    long forgotten() {
        return forgotten;
    }
}
