package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.DeadlineExceededException;
import io.github.headroom4j.compressor.LineCompressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails fails open: the text passes, and the event says why. */
final class HeadroomFailureTest {

    private static final Detection PROSE = Detection.of(ContentType.PROSE, 1);

    private static final String TEXT = IntStream.rangeClosed(1, 500)
            .mapToObj(i -> i == 300 ? "request 300 failed: timeout" : "request " + i + " served")
            .collect(Collectors.joining("\n"));

    private final List<CompressionListener.Event> events = new ArrayList<>();

    @Test
    void a_compressor_may_overflow_the_stack() {
        Headroom headroom = compressing(context -> {
            throw new StackOverflowError("deep");
        });
        assertThat(unchanged(headroom, CompressionRequest.of(TEXT)).reason()).isEqualTo(Reason.FAILED);
        assertThat(events.get(0).failureOrNull()).hasMessage("deep");
    }

    @Test
    void a_slow_compressor_is_given_up_when_the_time_is_over() {
        assertThat(unchanged(slow(), CompressionRequest.of(TEXT)).reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(events.get(0).failureOrNull()).isInstanceOf(DeadlineExceededException.class);
        assertThat(events.get(0).nanos()).isEqualTo(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void a_slow_compressor_that_may_take_its_time_is_waited_for() {
        AtomicLong clock = new AtomicLong();
        Headroom headroom = builder()
                .compressors(List.of(compressor(context -> {
                    clock.addAndGet(Duration.ofHours(1).toNanos());
                    return new LineCompressor().parse(TEXT, context);
                })))
                .nanoClock(clock::get)
                .withoutTimeout()
                .build();
        assertThat(headroom.compress(CompressionRequest.of(TEXT))).isInstanceOf(Compressed.class);
    }

    /** A line without an end holds nothing to check time at but the windows in which it is counted. */
    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "=", "7", "\n", "{", "[", "\"", "Zm9v", "<a>"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_huge_run_is_given_up_when_the_time_is_over(String unit) {
        AtomicLong clock = new AtomicLong();
        Headroom headroom = Headroom.builder()
                .listener(events::add)
                .nanoClock(() -> clock.addAndGet(Duration.ofMillis(1).toNanos()))
                .timeout(Duration.ofMillis(100))
                .build();
        String run = unit.repeat((8 << 20) / unit.length());
        assertThat(unchanged(headroom, CompressionRequest.of(run)).reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(clock.get()).isLessThan(Duration.ofMillis(200).toNanos());
    }

    @Test
    void no_marker_appears_when_the_store_loses_corrupts_or_fails() {
        OriginalId id = OriginalId.of(TEXT);
        List<OriginalStore> stores = List.of(
                store(text -> id, ref -> Optional.empty()),
                store(text -> id, ref -> Optional.of(TEXT + " ")),
                store(
                        text -> OriginalId.of("another"),
                        ref -> ref.equals(id.shortForm()) ? Optional.of(TEXT) : Optional.empty()),
                store(
                        text -> {
                            throw new OriginalStoreException("full");
                        },
                        ref -> Optional.empty()),
                store(text -> id, ref -> {
                    throw new IllegalStateException("connection lost");
                }));
        for (OriginalStore store : stores) {
            Headroom headroom = builder().originals(store).build();
            assertThat(unchanged(headroom, CompressionRequest.of(TEXT)).reason())
                    .isEqualTo(Reason.NOT_KEPT);
            assertThat(events.get(events.size() - 1).failureOrNull()).isNotNull();
        }
    }

    @Test
    void without_a_store_the_lossless_form_still_counts() {
        String blanks = TEXT.replace("\n", " \t \t \n");
        Headroom headroom = builder().originals(new InMemoryOriginalStore(1)).build();
        Compressed result = compressed(headroom, CompressionRequest.of(blanks));
        assertThat(result.step()).isEqualTo(Step.REPACKED);
        assertThat(result.text()).isEqualTo(TEXT);
        assertThat(events.get(0).failureOrNull()).isInstanceOf(OriginalStoreException.class);
    }

    @Test
    void a_failing_listener_stops_neither_the_compression_nor_the_next_listener() {
        Headroom headroom = Headroom.builder()
                .compressors(List.of(new LineCompressor()))
                .splitter(HeadroomFailureTest::oneSection)
                .listener(event -> {
                    throw new IllegalStateException("listener");
                })
                .listener(events::add)
                .build();
        assertThat(headroom.compress(CompressionRequest.of(TEXT))).isInstanceOf(Compressed.class);
        assertThat(events).hasSize(1);
    }

    private Headroom.Builder builder() {
        return Headroom.builder()
                .compressors(List.of(new LineCompressor()))
                .splitter(HeadroomFailureTest::oneSection)
                .listener(events::add)
                .withoutTimeout();
    }

    private Headroom compressing(Function<CompressionContext, Optional<? extends Selectable>> parse) {
        return builder().compressors(List.of(compressor(parse))).build();
    }

    /** Takes three seconds and may take two. */
    private Headroom slow() {
        AtomicLong clock = new AtomicLong();
        return builder()
                .compressors(List.of(compressor(context -> {
                    clock.addAndGet(Duration.ofSeconds(3).toNanos());
                    context.checkDeadline();
                    throw new AssertionError("the deadline is over");
                })))
                .nanoClock(clock::get)
                .timeout(Duration.ofSeconds(2))
                .build();
    }

    private static Compressed compressed(Headroom headroom, CompressionRequest request) {
        CompressionResult result = headroom.compress(request);
        assertThat(result).isInstanceOf(Compressed.class);
        return (Compressed) result;
    }

    private static Unchanged unchanged(Headroom headroom, CompressionRequest request) {
        CompressionResult result = headroom.compress(request);
        assertThat(result).isInstanceOf(Unchanged.class);
        assertThat(result.text()).isSameAs(request.text());
        return (Unchanged) result;
    }

    private static List<Section> oneSection(String text) {
        return text.isEmpty() ? List.of() : List.of(new Section(0, text.length(), PROSE));
    }

    private static Compressor compressor(Function<CompressionContext, Optional<? extends Selectable>> parse) {
        return new Compressor() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public Set<ContentType> contentTypes() {
                return Set.of(ContentType.PROSE);
            }

            @Override
            public Optional<? extends Selectable> parse(String text, CompressionContext context) {
                return parse.apply(context);
            }
        };
    }

    private static OriginalStore store(Function<String, OriginalId> put, Function<String, Optional<String>> find) {
        return new OriginalStore() {
            @Override
            public OriginalId put(String scope, String text) {
                return put.apply(text);
            }

            @Override
            public Optional<String> find(String scope, String ref) {
                return find.apply(ref);
            }

            @Override
            public void clear(String scope) {
                throw new UnsupportedOperationException("not used here");
            }
        };
    }
}
