package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import io.github.headroom4j.hostile.HostileTexts;
import io.github.headroom4j.hostile.LargeTexts;
import io.github.headroom4j.hostile.SampleTexts;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every built-in compressor keeps of a deadline: once time is over, the original goes through and the listener is told;
 * and it looks at the clock often enough. Free of time: clocks are moved by hand, and what is bounded is work.
 */
class DeadlineContractTest {

    /** Checks that still find time. */
    private static final List<Integer> CHECKS_IN_TIME = List.of(0, 1, 2, 3, 7, 20, 50, 150, 500, 2_000);

    /** {@link Headroom#compress} reads the clock once for its event, and the deadline once as it begins. */
    private static final int READS_BEFORE_CHECKS = 2;

    /** Every fifth of the samples, so that the test takes seconds. */
    private static final int SAMPLES_STEP = 5;

    private static final int LARGE = 1_000_000;

    /** Hashing, deflating, inflating and hashing again an eighth of that takes at least so many. */
    private static final int CHECKS_OF_KEEPING = 12;

    /** Twice what the compressors' own pace allows, for steps that are longer than it. */
    private static final int MAX_CHARS_PER_CHECK = 8_192;

    /** Cutting a text at line ends, copying it or numbering its words needs so many bytes, at memory's speed. */
    private static final long COPIES = 24L * LARGE;

    /** Counts at no cost and without checks of its own, so that those of the compressors alone count. */
    private static final TokenCounter QUARTER = text -> (text.length() + 3) / 4;

    private static final CompressionPolicy EAGER =
            CompressionPolicy.reversible().withMinTokens(0).withMinSavedFraction(0);

    private static final String QUERY = "why did order-4711 fail in kalomi with a TimeoutException?";

    @TestFactory
    Stream<DynamicTest> past_any_check_the_original_goes_through_and_the_listener_is_told() {
        List<String> texts = new ArrayList<>(HostileTexts.all().values());
        List<String> samples = SampleTexts.all();
        for (int i = 0; i < samples.size(); i += SAMPLES_STEP) {
            texts.add(samples.get(i));
        }
        Map<ContentType, String> large = LargeTexts.ofEveryKind(LARGE / 8);
        return readers()
                .map(reader -> dynamicTest(reader.toString(), () -> {
                    reader.unlimited(textFor(reader, large));
                    int late = 0;
                    for (int i = 0; i < texts.size(); i++) {
                        late += givesUpWhenOver(reader, texts.get(i), CHECKS_IN_TIME.get(i % CHECKS_IN_TIME.size()));
                    }
                    for (int inTime : CHECKS_IN_TIME) {
                        late += givesUpWhenOver(reader, textFor(reader, large), inTime);
                    }
                    assertThat(late).isGreaterThan(20);
                }));
    }

    @Test
    void the_first_check_is_made_before_anything_is_read() {
        for (String text : SampleTexts.all()) {
            StoppingClock clock = new StoppingClock(READS_BEFORE_CHECKS);
            assertThat(((Unchanged) eager(clock, new ArrayList<>()).build().compress(CompressionRequest.of(text)))
                            .reason())
                    .isEqualTo(Reason.TIMEOUT);
        }
    }

    @Test
    void while_the_original_is_kept_time_can_be_over_too() {
        Map<ContentType, String> large = LargeTexts.ofEveryKind(LARGE / 8);
        Reader reader = readers()
                .filter(one -> one.type.equals(ContentType.LOG))
                .findFirst()
                .orElseThrow();
        StoppingClock clock = new StoppingClock(Integer.MAX_VALUE);
        CompressionResult result =
                reader.in(eager(clock, new ArrayList<>())).build().compress(request(textFor(reader, large)));
        assertThat(result)
                .isInstanceOfSatisfying(
                        Compressed.class, kept -> assertThat(kept.original()).isPresent());
        int checks = clock.reads - READS_BEFORE_CHECKS - 1;
        for (int inTime = checks - CHECKS_OF_KEEPING; inTime < checks; inTime++) {
            assertThat(givesUpWhenOver(reader, textFor(reader, large), inTime)).isOne();
        }
        assertThat(givesUpWhenOver(reader, textFor(reader, large), checks)).isZero();
    }

    @TestFactory
    Stream<DynamicTest> work_between_checks_is_bounded() {
        Map<ContentType, String> texts = LargeTexts.ofEveryKind(LARGE);
        return readers()
                .map(reader -> dynamicTest(reader.toString(), () -> {
                    String text = textFor(reader, texts);
                    MeasuringClock clock = new MeasuringClock();
                    CompressionContext context =
                            new CompressionContext(QUERY, QUARTER, 1, Deadline.after(Duration.ofDays(1), clock));
                    Optional<? extends Selectable> read =
                            clock.stage(text, "parse", () -> reader.compressor.parse(text, context));
                    assertThat(read).isPresent();
                    clock.stage(text, "repack", () -> read.get().repack());
                    clock.stage(text, "select", () -> read.get().select(TokenBudget.asFarAsSafe()));
                }));
    }

    private static String textFor(Reader reader, Map<ContentType, String> texts) {
        return Objects.requireNonNull(texts.get(reader.type), "add a text of this kind to LargeTexts: " + reader.type);
    }

    /** Returns 1 if a check found time over. */
    private static int givesUpWhenOver(Reader reader, String text, int checksInTime) {
        StoppingClock clock = new StoppingClock(READS_BEFORE_CHECKS + checksInTime);
        List<CompressionListener.Event> events = new ArrayList<>();
        CompressionResult result = reader.in(eager(clock, events)).build().compress(request(text));
        // The last read is for the event.
        boolean over = clock.readsWhenOver > 1;
        boolean gaveUp = result instanceof Unchanged unchanged && unchanged.reason() == Reason.TIMEOUT;
        assertThat(gaveUp)
                .as("%s after %d checks of %s", reader, checksInTime, shortened(text))
                .isEqualTo(over);
        if (gaveUp) {
            assertThat(result.text()).isSameAs(text);
            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.result()).isSameAs(result);
                assertThat(event.failureOrNull()).isNotNull();
            });
        }
        return over ? 1 : 0;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    private static Headroom.Builder eager(LongSupplier clock, List<CompressionListener.Event> events) {
        return Headroom.builder()
                .policies(CompressionPolicies.all(EAGER))
                .tokenCounter(QUARTER)
                .listener(events::add)
                .nanoClock(clock)
                .timeout(Duration.ofMillis(250));
    }

    private static CompressionRequest request(String text) {
        return CompressionRequest.of(text).withQuery(QUERY);
    }

    /** Every built-in compressor for every kind that it is for. */
    private static Stream<Reader> readers() {
        return Defaults.compressors().stream()
                .flatMap(compressor -> compressor.contentTypes().stream().map(type -> new Reader(compressor, type)));
    }

    private record Reader(Compressor compressor, ContentType type) {

        Headroom.Builder in(Headroom.Builder builder) {
            Detection detection = Detection.of(type, 1);
            return builder.compressors(List.of(compressor))
                    .splitter(text -> text.isEmpty() ? List.of() : List.of(new Section(0, text.length(), detection)));
        }

        /** Loads what the first use loads, which a deadline does not count. */
        void unlimited(String text) {
            in(Headroom.builder().tokenCounter(QUARTER).withoutTimeout())
                    .build()
                    .compress(request(text));
        }

        @Override
        public String toString() {
            return compressor.name() + " reading " + type;
        }
    }

    /** Stands still for so many reads, and is past every deadline from then on. */
    private static final class StoppingClock implements LongSupplier {
        private final int inTime;
        private int reads;
        private int readsWhenOver;

        StoppingClock(int inTime) {
            this.inTime = inTime;
        }

        @Override
        public long getAsLong() {
            boolean over = ++reads > inTime;
            readsWhenOver += over ? 1 : 0;
            return over ? Duration.ofHours(1).toNanos() : 0;
        }
    }

    /** Stands still, and measures what the thread allocates between two reads: work that does not depend on speed. */
    private static final class MeasuringClock implements LongSupplier {
        private final com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        private int reads;
        private long last = allocated();
        private long most;

        @Override
        public long getAsLong() {
            reads++;
            long now = allocated();
            most = Math.max(most, now - last);
            last = now;
            return 0;
        }

        <T> T stage(String text, String name, Supplier<T> work) {
            reads = 0;
            most = 0;
            last = allocated();
            T result = work.get();
            int checks = reads;
            getAsLong();
            assertThat(most).as("bytes between two checks of " + name).isLessThan(COPIES);
            // A stage that allocates less than the text takes has not looked at all of it.
            if (most > text.length()) {
                assertThat(checks).as("checks of " + name).isGreaterThan(text.length() / MAX_CHARS_PER_CHECK);
            }
            return result;
        }

        private long allocated() {
            return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        }
    }
}
