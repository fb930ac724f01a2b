package io.github.headroom4j;

import static io.github.headroom4j.HeadroomFixture.PROSE;
import static io.github.headroom4j.HeadroomFixture.TEXT;
import static io.github.headroom4j.HeadroomFixture.compressed;
import static io.github.headroom4j.HeadroomFixture.unchanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.content.ContentSplitter;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HeadroomTest {

    private final HeadroomFixture fixture = new HeadroomFixture();

    @Test
    void warming_up_should_leave_no_trace() {
        InMemoryOriginalStore originals = new InMemoryOriginalStore();
        List<CompressionListener.Event> events = new ArrayList<>();
        Headroom headroom =
                Headroom.builder().originals(originals).listener(events::add).build();

        assertThat(headroom.warmUp()).isSameAs(headroom);

        assertThat(originals.count()).isZero();
        assertThat(events).isEmpty();
    }

    @Test
    void what_was_left_out_is_kept_marked_and_accounted_for() {
        Headroom headroom = fixture.builder().build();
        Compressed result = compressed(headroom, CompressionRequest.of(TEXT));

        assertThat(result.text())
                .isEqualTo("request 1 served\n… 298 lines (2-299)\nrequest 300 failed: timeout\n… 199 lines (301-499)\n"
                        + "request 500 served\n" + OriginalMarker.of(TEXT).render());
        assertThat(result.step()).isEqualTo(Step.SELECTED);
        assertThat(result.compressors()).containsExactly("lines");
        assertThat(result.detected()).containsExactly(PROSE);
        assertThat(result.original()).contains(OriginalId.of(TEXT));
        assertThat(result.tokensBefore()).isEqualTo(TokenCounter.o200k().count(TEXT));
        assertThat(result.tokensAfter()).isEqualTo(TokenCounter.o200k().count(result.text()));
        assertThat(result.savedFraction())
                .isEqualTo(1 - (double) result.tokensAfter() / result.tokensBefore())
                .isGreaterThan(0.9);
        assertThat(headroom.originals().find("default", OriginalId.of(TEXT).shortForm()))
                .contains(TEXT);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_leaves_the_object_itself_and_reaches_the_listener(Reason reason) {
        Unchanged result = unchangedBecauseOf(reason);
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.tokensAfter()).isEqualTo(result.tokensBefore());
        assertThat(result.savedFraction()).isZero();
        assertThat(fixture.events()).isNotEmpty();
        CompressionListener.Event event = fixture.events().get(fixture.events().size() - 1);
        assertThat(event.result()).isSameAs(result);
        assertThat(event.request().text()).isSameAs(result.text());
        boolean failed = Set.of(Reason.FAILED, Reason.TIMEOUT, Reason.NOT_KEPT).contains(reason);
        assertThat(event.failureOrNull() != null).isEqualTo(failed);
    }

    private Unchanged unchangedBecauseOf(Reason reason) {
        CompressionRequest request = CompressionRequest.of(TEXT);
        return switch (reason) {
            case VERBATIM_POLICY -> unchanged(with(CompressionPolicy.verbatim()), request);
            case TOO_SMALL -> unchanged(fixture.builder().build(), CompressionRequest.of("a\nb\nc\nd"));
            case TOO_LARGE ->
                unchanged(fixture.builder().build(), CompressionRequest.of("x".repeat(Headroom.MAX_CHARS + 1)));
            case ALREADY_COMPRESSED -> {
                Headroom headroom = fixture.builder().build();
                yield unchanged(
                        headroom,
                        CompressionRequest.of(headroom.compress(request).text()));
            }
            case ERROR_RESULT -> unchanged(fixture.builder().build(), request.asErrorResult());
            case NO_COMPRESSOR ->
                unchanged(fixture.builder().compressors(List.of()).build(), request);
            case NO_SAVINGS -> unchanged(with(CompressionPolicy.lossless()), request);
            case NOT_KEPT ->
                unchanged(
                        fixture.builder()
                                .originals(new InMemoryOriginalStore(1))
                                .build(),
                        request);
            case TIMEOUT -> unchanged(fixture.slow(), request);
            case FAILED ->
                unchanged(
                        fixture.compressing(context -> {
                            throw new IllegalStateException("broken");
                        }),
                        request);
        };
    }

    @Test
    void what_fits_its_budget_without_loss_loses_nothing() {
        String blanks = TEXT.replace("\n", " \t \t \n");
        Headroom roomy = with(CompressionPolicy.reversible().withBudget(TokenBudget.tokens(100_000)));
        assertThat(compressed(roomy, CompressionRequest.of(blanks)).text()).isEqualTo(TEXT);
        Headroom tight = with(CompressionPolicy.reversible().withBudget(TokenBudget.tokens(100)));
        assertThat(compressed(tight, CompressionRequest.of(blanks)).step()).isEqualTo(Step.SELECTED);
    }

    @Test
    void savings_below_the_policys_demand_are_none() {
        CompressionPolicy greedy = CompressionPolicy.reversible().withMinSavedFraction(0.999);
        assertThat(unchanged(with(greedy), CompressionRequest.of(TEXT)).reason())
                .isEqualTo(Reason.NO_SAVINGS);
    }

    @Test
    void mixed_text_is_compressed_by_section_with_the_lines_of_the_whole() {
        String mixed = "untouched head\nin two lines\n" + TEXT;
        int cut = mixed.length() - TEXT.length();
        ContentSplitter splitter = text ->
                List.of(new Section(0, cut, Detection.of(ContentType.HTML, 1)), new Section(cut, text.length(), PROSE));
        Compressed result = compressed(fixture.builder().splitter(splitter).build(), CompressionRequest.of(mixed));
        assertThat(result.text())
                .startsWith("untouched head\nin two lines\nrequest 1 served\n… 298 lines (4-301)\nrequest 300 failed");
        assertThat(result.detected()).extracting(Detection::type).containsExactly(ContentType.HTML, ContentType.PROSE);
    }

    @Test
    void a_marker_counts_only_in_the_scope_that_has_its_original() {
        Headroom headroom = fixture.builder().build();
        String ours = headroom.compress(CompressionRequest.of(TEXT)).text();
        String again = TEXT + "\n"
                + OriginalMarker.refAtEndOf(ours)
                        .map(ref -> OriginalMarker.of(TEXT).render())
                        .orElseThrow();
        assertThat(headroom.compress(CompressionRequest.of(again))).isInstanceOf(Unchanged.class);
        assertThat(headroom.compress(CompressionRequest.of(again).withScope("other")))
                .isInstanceOf(Compressed.class);
    }

    @Test
    void detection_names_sections_and_never_throws() {
        assertThat(fixture.builder().build().detect(TEXT)).containsExactly(PROSE);
        assertThat(fixture.builder().build().detect("")).isEmpty();
        ContentSplitter broken = text -> {
            throw new IllegalStateException("broken");
        };
        assertThat(fixture.builder().splitter(broken).build().detect(TEXT)).isEmpty();
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> Headroom.builder().timeout(Duration.ZERO))
                .hasMessageContaining("newTimeout must be positive");
        assertThatThrownBy(() -> CompressionRequest.of("x").withScope(" "))
                .hasMessageContaining("scope must not be blank");
        assertThatThrownBy(() -> new Compressed("x", 5, 5, List.of(), Step.REPACKED, List.of(), null))
                .hasMessage("tokensAfter must be below 5, but was 5");
        assertThatThrownBy(() -> new Compressed("x", 5, 4, List.of(), Step.SELECTED, List.of(), null))
                .hasMessageContaining("needs an original");
    }

    @Test
    void a_memory_id_that_is_text_is_its_own_scope_and_any_other_names_its_class() {
        assertThat(CompressionRequest.scopeOf(null)).isEqualTo("default");
        assertThat(CompressionRequest.scopeOf("default")).isEqualTo("default");
        assertThat(CompressionRequest.scopeOf("7")).isEqualTo("7");
        assertThat(CompressionRequest.scopeOf(7)).isEqualTo("<java.lang.Integer> 7");
        assertThat(CompressionRequest.scopeOf(7L)).isEqualTo("<java.lang.Long> 7");
        assertThat(CompressionRequest.scopeOf(ContentType.LOG)).startsWith("<" + ContentType.class.getName() + "> ");
    }

    @Test
    void memory_ids_that_print_alike_have_scopes_that_differ() {
        List<Object> ids = List.of(
                "1",
                1,
                1L,
                1.0f,
                1.0,
                "1.0",
                new BigDecimal("1.0"),
                "<java.lang.Long> 1",
                "<java.lang.String> <java.lang.Long> 1",
                "<java.lang.String> ",
                "",
                " ",
                "default");
        List<String> scopes = ids.stream().map(CompressionRequest::scopeOf).toList();
        assertThat(scopes).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    private Headroom with(CompressionPolicy policy) {
        return fixture.builder().policies(CompressionPolicies.all(policy)).build();
    }
}
