package io.github.headroom4j;

import static io.github.headroom4j.HeadroomFixture.TEXT;
import static io.github.headroom4j.HeadroomFixture.compressed;
import static io.github.headroom4j.HeadroomFixture.compressor;
import static io.github.headroom4j.HeadroomFixture.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.compressor.DeadlineExceededException;
import io.github.headroom4j.compressor.LineCompressor;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails fails open: the text passes, and the event says why. */
final class HeadroomFailureTest {

    private final HeadroomFixture fixture = new HeadroomFixture();

    @Test
    void a_compressor_may_overflow_the_stack() {
        Headroom headroom = fixture.compressing(context -> {
            throw new StackOverflowError("deep");
        });
        assertThat(unchanged(headroom, CompressionRequest.of(TEXT)).reason()).isEqualTo(Reason.FAILED);
        assertThat(fixture.events().get(0).failureOrNull()).hasMessage("deep");
    }

    @Test
    void a_slow_compressor_is_given_up_when_the_time_is_over() {
        assertThat(unchanged(fixture.slow(), CompressionRequest.of(TEXT)).reason())
                .isEqualTo(Reason.TIMEOUT);
        assertThat(fixture.events().get(0).failureOrNull()).isInstanceOf(DeadlineExceededException.class);
        assertThat(fixture.events().get(0).nanos())
                .isEqualTo(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void a_slow_compressor_that_may_take_its_time_is_waited_for() {
        AtomicLong clock = new AtomicLong();
        Headroom headroom = fixture.builder()
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
                .listener(fixture.events()::add)
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
            Headroom headroom = fixture.builder().originals(store).build();
            assertThat(unchanged(headroom, CompressionRequest.of(TEXT)).reason())
                    .isEqualTo(Reason.NOT_KEPT);
            assertThat(fixture.events().get(fixture.events().size() - 1).failureOrNull())
                    .isNotNull();
        }
    }

    @Test
    void without_a_store_the_lossless_form_still_counts() {
        String blanks = TEXT.replace("\n", " \t \t \n");
        Headroom headroom =
                fixture.builder().originals(new InMemoryOriginalStore(1)).build();
        Compressed result = compressed(headroom, CompressionRequest.of(blanks));
        assertThat(result.step()).isEqualTo(Step.REPACKED);
        assertThat(result.text()).isEqualTo(TEXT);
        assertThat(fixture.events().get(0).failureOrNull()).isInstanceOf(OriginalStoreException.class);
    }

    @Test
    void a_failing_listener_stops_neither_the_compression_nor_the_next_listener() {
        Headroom headroom = Headroom.builder()
                .compressors(List.of(new LineCompressor()))
                .splitter(HeadroomFixture::oneSection)
                .listener(event -> {
                    throw new IllegalStateException("listener");
                })
                .listener(fixture.events()::add)
                .withoutTimeout()
                .build();
        assertThat(headroom.compress(CompressionRequest.of(TEXT))).isInstanceOf(Compressed.class);
        assertThat(fixture.events()).hasSize(1);
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
