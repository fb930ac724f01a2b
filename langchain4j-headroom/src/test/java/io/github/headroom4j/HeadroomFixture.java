package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.LineCompressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the tests of the entry point share: a text, instances that show some of its lines, and the events they tell. */
final class HeadroomFixture {

    static final Detection PROSE = Detection.of(ContentType.PROSE, 1);

    /** Five hundred lines of which one is bad. */
    static final String TEXT = IntStream.rangeClosed(1, 500)
            .mapToObj(i -> i == 300 ? "request 300 failed: timeout" : "request " + i + " served")
            .collect(Collectors.joining("\n"));

    private final List<CompressionListener.Event> events = new ArrayList<>();

    /** What the instances built here told, oldest first. */
    List<CompressionListener.Event> events() {
        return events;
    }

    /** Reads every text as one section of prose, and shows its first, last and erroneous lines. */
    Headroom.Builder builder() {
        return Headroom.builder()
                .compressors(List.of(new LineCompressor()))
                .splitter(HeadroomFixture::oneSection)
                .listener(events::add)
                .withoutTimeout();
    }

    /** With one compressor, which reads like this. */
    Headroom compressing(Function<CompressionContext, Optional<? extends Selectable>> parse) {
        return builder().compressors(List.of(compressor(parse))).build();
    }

    /** Takes three seconds and may take two. */
    Headroom slow() {
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

    static Compressed compressed(Headroom headroom, CompressionRequest request) {
        CompressionResult result = headroom.compress(request);
        assertThat(result).isInstanceOf(Compressed.class);
        return (Compressed) result;
    }

    static Unchanged unchanged(Headroom headroom, CompressionRequest request) {
        CompressionResult result = headroom.compress(request);
        assertThat(result).isInstanceOf(Unchanged.class);
        assertThat(result.text()).isSameAs(request.text());
        return (Unchanged) result;
    }

    static List<Section> oneSection(String text) {
        return text.isEmpty() ? List.of() : List.of(new Section(0, text.length(), PROSE));
    }

    static Compressor compressor(Function<CompressionContext, Optional<? extends Selectable>> parse) {
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
}
