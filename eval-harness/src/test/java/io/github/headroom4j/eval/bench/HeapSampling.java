package io.github.headroom4j.eval.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;

/** Measures the rows of one kind, in a JVM of its own with the collector that {@link LiveHeap} needs; {@link PeakHeap} starts it. */
public final class HeapSampling {

    /** So many looks at short calls, of which one alone would get a few. */
    private static final int MIN_SAMPLES = 100;

    private static final int MAX_CALLS = 40;

    /** So short that what the warm-up leaves, should it leave anything, does not hide what longer texts take. */
    private static final int WARM_UP_CHARS = 10_000;

    private HeapSampling() {}

    /**
     * Prints a row as JSON for each length.
     *
     * @param args the kind, and lengths in characters
     * @throws InterruptedException if it is interrupted
     * @throws ExecutionException if sampling fails
     * @throws JsonProcessingException if a row cannot be printed
     */
    public static void main(String[] args) throws InterruptedException, ExecutionException, JsonProcessingException {
        ContentTexts texts = ContentTexts.of(Bench.project(), args[0]);
        int[] lengths = Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        // Classes, vocabulary and what else stays for good.
        for (int variant = 0; variant < 3; variant++) {
            compress(texts.text(WARM_UP_CHARS, variant));
        }
        for (int length : lengths) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(row(args[0], texts.text(length, 1))));
        }
    }

    static HeapRow row(String kind, String text) throws InterruptedException, ExecutionException {
        LiveHeap heap = new LiveHeap();
        long peak = 0;
        int samples = 0;
        int calls = 0;
        while (samples < MIN_SAMPLES && calls < MAX_CALLS) {
            LiveHeap.Peak seen = heap.during(() -> compress(text));
            peak = Math.max(peak, seen.bytes());
            samples += seen.samples();
            calls++;
        }
        return new HeapRow(kind, text.length(), HeapRow.bytesOf(text), peak, calls, samples);
    }

    /** By a new instance, which remembers nothing. */
    private static void compress(String text) {
        Headroom.builder()
                .withoutTimeout()
                .build()
                .compress(CompressionRequest.of(text).withQuery("Why did the request fail?"));
    }
}
