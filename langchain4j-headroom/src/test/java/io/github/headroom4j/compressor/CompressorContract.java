package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import io.github.headroom4j.hostile.HostileTexts;
import io.github.headroom4j.hostile.Promises;
import io.github.headroom4j.hostile.SampleTexts;
import io.github.headroom4j.hostile.TextMutator;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every compressor whatever it reads. A compressor's test extends this class, names the compressor and
 * gives texts of its kind; the properties run over those, over broken and joined variants of them, and over arbitrary
 * strings.
 */
public abstract class CompressorContract {

    private static final int TRIES = 120;

    /** Small enough to find recursion over nesting, large enough for a tokenizer and a parser. */
    private static final long SMALL_STACK_BYTES = 256 << 10;

    /** So many numbers of a notation are forged, one at a time: all of its head, and of its first rows. */
    private static final int FORGED_NUMBERS = 80;

    /** So many times longer than the original a forged text may become: numbers that are values grow by digits only. */
    private static final int MAX_UNFOLDING = 20;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    private static final TokenCounter COUNTER = TokenCounter.o200k();
    private static final Pattern LINES_NOTE = Pattern.compile("… (\\d+) lines? \\((\\d+)(?:-(\\d+))?\\)");

    private final TextMutator mutator = new TextMutator(typicalTexts(), SampleTexts.all());

    /** A new or shared instance of the compressor under test. */
    protected abstract Compressor compressor();

    /** At least three texts of the compressor's kind, small and large, each of which it must be able to read. */
    protected abstract List<String> typicalTexts();

    @Example
    final void it_names_itself_and_what_it_reads() {
        assertThat(compressor().name()).matches("[a-z][a-z0-9-]*");
        assertThat(compressor().contentTypes()).isNotEmpty();
    }

    @Example
    final void it_reads_what_is_typical() {
        assertThat(typicalTexts())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        text -> assertThat(parse(text)).as("reads %.80s", text).isPresent());
    }

    @Property(tries = TRIES, seed = "4101")
    final void any_text_is_read_or_declined_with_results_that_are_not_null(@ForAll("texts") String text) {
        parse(text).ifPresent(content -> {
            assertThat((Object) content.repack()).isNotNull();
            for (TokenBudget budget : budgets()) {
                assertThat((Object) content.select(budget)).isNotNull();
            }
        });
    }

    @Property(tries = TRIES, seed = "4102")
    final void the_same_text_gives_the_same_result_in_any_locale(@ForAll("texts") String text) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            List<String> neutral = everythingAbout(text);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(everythingAbout(text)).isEqualTo(neutral);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = TRIES, seed = "4103")
    final void asking_twice_gives_the_same_answer(@ForAll("texts") String text) {
        parse(text).ifPresent(content -> {
            assertThat(content.repack()).isEqualTo(content.repack());
            for (TokenBudget budget : budgets()) {
                assertThat(printed(content.select(budget), text)).isEqualTo(printed(content.select(budget), text));
            }
        });
    }

    @Property(tries = TRIES, seed = "4104")
    final void what_comes_out_is_smaller_or_the_same_object(@ForAll("texts") String text) {
        keepsPromises(text, policies());
    }

    /**
     * A thousand tries unless {@code -Djqwik.tries.default=100000} says otherwise, which takes some minutes for each
     * compressor and was done before a release.
     */
    @Property(seed = "4108", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    final void real_texts_broken_at_random_keep_the_promises(@ForAll long number) {
        String text = mutator.text(number);
        int policy = (int) Math.floorMod(number, (long) policies().size());
        keepsPromises(text, List.of(policies().get(policy)));
    }

    @Property(tries = TRIES, seed = "4105")
    final void what_is_left_out_can_be_read_back_and_is_not_compressed_again(@ForAll("texts") String text) {
        InMemoryOriginalStore originals = new InMemoryOriginalStore();
        Headroom headroom = unlimited(policies().get(0))
                .originals(originals)
                .withoutTimeout()
                .build();
        if (headroom.compress(request(text)) instanceof Compressed compressed
                && compressed.original().isPresent()) {
            String ref = OriginalMarker.refAtEndOf(compressed.text()).orElseThrow();
            assertThat(originals.find(CompressionRequest.DEFAULT_SCOPE, ref)).contains(text);
            assertThat(headroom.compress(request(compressed.text())))
                    .isInstanceOfSatisfying(
                            Unchanged.class, again -> assertThat(again.reason()).isEqualTo(Reason.ALREADY_COMPRESSED));
        }
    }

    @Property(tries = TRIES, seed = "4106")
    final void elision_notes_speak_of_lines_that_exist(@ForAll("texts") String text) {
        int first = 1001;
        int last = first + lines(text) - 1;
        compressor().parse(text, context().startingAt(first)).ifPresent(content -> {
            for (TokenBudget budget : budgets()) {
                for (MatchResult note : notes(printed(content.select(budget), text), text)) {
                    int from = Integer.parseInt(note.group(2));
                    int to = note.group(3) == null ? from : Integer.parseInt(note.group(3));
                    assertThat(from).as(note.group()).isBetween(first, last);
                    assertThat(to).as(note.group()).isBetween(from, last);
                    assertThat(note.group(1)).as(note.group()).isEqualTo(String.valueOf(to - from + 1));
                }
            }
        });
    }

    @Property(tries = TRIES, seed = "4107")
    final void past_the_deadline_it_returns_or_gives_up_and_nothing_else(@ForAll("texts") String text) {
        long[] clock = {0};
        Deadline over = Deadline.after(Duration.ofNanos(1), () -> clock[0]);
        clock[0] = 10;
        try {
            compressor()
                    .parse(text, new CompressionContext("query", COUNTER, 1, over))
                    .ifPresent(content -> {
                        content.repack();
                        content.select(TokenBudget.asFarAsSafe());
                    });
        } catch (DeadlineExceededException expected) {
            assertThat(expected).hasMessageContaining("deadline");
        }
    }

    @Example
    final void hostile_texts_keep_the_promises_on_a_small_stack() throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> HostileTexts.all()
                        .values()
                        .forEach(text -> keepsPromises(text, policies().subList(0, 1))),
                "small stack",
                SMALL_STACK_BYTES);
        thread.setUncaughtExceptionHandler((failed, e) -> failure.set(e));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    @Example
    final void huge_texts_are_compressed_or_left_alone_in_time() {
        HostileTexts.huge().forEach((name, text) -> {
            Headroom headroom =
                    unlimited(policies().get(0)).timeout(Duration.ofMillis(200)).build();
            CompressionResult result = headroom.compress(request(text));
            if (result instanceof Unchanged unchanged) {
                assertThat(unchanged.reason()).as(name).isNotEqualTo(Reason.FAILED);
            } else {
                assertThat(result.text().length()).as(name).isLessThan(text.length());
            }
        });
    }

    /** A notation is read back from what a model or a tool may have changed: what it claims is not what there is. */
    @Example
    final void a_number_forged_in_a_notation_makes_nothing_huge() {
        for (String text : typicalTexts()) {
            Optional<String> packed = parse(text).flatMap(Selectable::repack);
            if (packed.isEmpty() || decoder().isEmpty()) {
                continue;
            }
            List<MatchResult> numbers =
                    NUMBER.matcher(packed.get()).results().limit(FORGED_NUMBERS).toList();
            for (MatchResult number : numbers) {
                for (String claimed : List.of("1000000000", "2147483647", "99999999999")) {
                    String forged = packed.get().substring(0, number.start())
                            + claimed
                            + packed.get().substring(number.end());
                    Optional<String> decoded = decoder().get().apply(forged);
                    assertThat(decoded.map(String::length).orElse(0))
                            .as("%s instead of %s in %.200s", claimed, number.group(), packed.get())
                            .isLessThan(MAX_UNFOLDING * (text.length() + forged.length()));
                }
            }
        }
    }

    @Provide
    final Arbitrary<String> texts() {
        Arbitrary<String> typical = Arbitraries.of(typicalTexts());
        Arbitrary<String> arbitrary = Arbitraries.strings().ofMaxLength(300);
        Arbitrary<String> structured = Arbitraries.strings()
                .withChars("{}[]()<>\"'`,;:=|\t\r\n -+@#*/\\.…0123456789aäßıİéΩ\ud83d\ude00\u0000\ufeff")
                .ofMaxLength(400);
        Arbitrary<String> cut = Combinators.combine(
                        typical, Arbitraries.doubles().between(0, 1))
                .as((text, share) -> text.substring(0, (int) (text.length() * share)));
        Arbitrary<String> spliced = Combinators.combine(
                        typical, Arbitraries.doubles().between(0, 1), structured)
                .as((text, share, middle) -> {
                    int at = (int) (text.length() * share);
                    return text.substring(0, at) + middle + text.substring(at);
                });
        Arbitrary<String> joined = Combinators.combine(typical, typical, Arbitraries.of("", "\n", "\r\n\r\n", " "))
                .as((one, other, between) -> one + between + other);
        return Arbitraries.oneOf(typical, arbitrary, structured, cut, spliced, joined);
    }

    /** What the properties above say, in as few steps as a fuzzer needs to try many texts. */
    final void holdsFor(String text) {
        keepsPromises(text, policies());
        what_is_left_out_can_be_read_back_and_is_not_compressed_again(text);
        elision_notes_speak_of_lines_that_exist(text);
        // Whoever decodes does not know whether a text was ever repacked.
        decoder().ifPresent(decoder -> assertThat(decoder.apply(text)).isNotNull());
        String once = shrunk(text);
        assertThat(shrunk(text)).isEqualTo(once);
    }

    private String shrunk(String text) {
        return unlimited(policies().get(0))
                .withoutTimeout()
                .build()
                .compress(request(text))
                .text();
    }

    private List<String> everythingAbout(String text) {
        List<String> everything = new ArrayList<>();
        parse(text).ifPresent(content -> {
            everything.add(content.repack().orElse("(not repacked)"));
            for (TokenBudget budget : budgets()) {
                everything.add(printed(content.select(budget), text));
            }
        });
        return everything;
    }

    private Optional<? extends Selectable> parse(String text) {
        return compressor().parse(text, context());
    }

    private static CompressionContext context() {
        return CompressionContext.of(COUNTER).withQuery("why did order-4711 fail with a TimeoutException?");
    }

    private static String printed(Optional<Selection> selection, String original) {
        return selection
                .map(chosen -> chosen.markedWith(OriginalMarker.of(original)))
                .orElse("(nothing left out)");
    }

    private static List<TokenBudget> budgets() {
        return List.of(TokenBudget.asFarAsSafe(), TokenBudget.tokens(1), TokenBudget.tokens(100));
    }

    private static List<CompressionPolicy> policies() {
        CompressionPolicy eager =
                CompressionPolicy.reversible().withMinTokens(0).withMinSavedFraction(0);
        CompressionPolicy lossless =
                CompressionPolicy.lossless().withMinTokens(0).withMinSavedFraction(0);
        return List.of(eager, eager.withBudget(TokenBudget.tokens(20)), lossless);
    }

    private static CompressionRequest request(String text) {
        return CompressionRequest.of(text).withQuery("why did order-4711 fail?");
    }

    /** Restores repacked texts, where the compressor publishes how. */
    protected Optional<Function<String, Optional<String>>> decoder() {
        return Optional.empty();
    }

    /** What has to be equal of an original and what was decoded: all of it, unless the notation keeps values only. */
    protected Object meaning(String text) {
        return text;
    }

    private void keepsPromises(String text, List<CompressionPolicy> checked) {
        for (CompressionPolicy policy : checked) {
            CompressionResult result =
                    Promises.check(unlimited(policy).withoutTimeout().build(), request(text));
            if (result instanceof Compressed compressed && compressed.original().isEmpty()) {
                decoder()
                        .ifPresent(decoder -> assertThat(
                                        decoder.apply(compressed.text()).map(this::meaning))
                                .contains(meaning(text)));
            }
        }
    }

    private Headroom.Builder unlimited(CompressionPolicy policy) {
        Detection detection =
                Detection.of(compressor().contentTypes().iterator().next(), 1);
        return Headroom.builder()
                .compressors(List.of(compressor()))
                .splitter(text -> text.isEmpty() ? List.of() : List.of(new Section(0, text.length(), detection)))
                .policies(CompressionPolicies.all(policy));
    }

    /** The notes that the compressor wrote: what stood in the text already is not its own. */
    private static List<MatchResult> notes(String printed, String text) {
        return LINES_NOTE
                .matcher(printed)
                .results()
                .filter(note -> !text.contains(note.group()))
                .toList();
    }

    /** As {@code headroom_retrieve} counts them: a line ends with its line feed. */
    private static int lines(String text) {
        int feeds = (int) text.chars().filter(c -> c == '\n').count();
        return Math.max(1, text.endsWith("\n") ? feeds : feeds + 1);
    }
}
