package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.token.TokenCounter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class OriginalMarkerTest {

    private static final OriginalMarker MARKER =
            new OriginalMarker(new OriginalId("0123456789ab" + "0".repeat(52)), 1042);

    @Example
    void reads_like_an_instruction() {
        assertThat(MARKER.render()).isEqualTo("[headroom_retrieve ref=0123456789ab for all 1042 lines]");
    }

    @Property(seed = "5401", tries = 5_000)
    void costs_at_most_30_tokens_and_is_no_template(@ForAll String seed, @ForAll @IntRange(min = 1) int lines) {
        String rendered = new OriginalMarker(OriginalId.of(seed), lines).render();
        assertThat(TokenCounter.o200k().count(rendered)).isLessThanOrEqualTo(30);
        assertThat(rendered).doesNotContain("{{").doesNotContain("\n");
    }

    @Property(seed = "5402")
    void is_read_back_from_the_end_of_a_text(@ForAll String body, @ForAll @IntRange(min = 1) int lines) {
        OriginalMarker marker = new OriginalMarker(OriginalId.of(body), lines);
        assertThat(OriginalMarker.refAtEndOf(body + "\n" + marker.render()))
                .contains(marker.id().shortForm());
    }

    @Example
    void is_not_read_from_elsewhere() {
        assertThat(OriginalMarker.refAtEndOf(MARKER.render() + "\nmore")).isEmpty();
        assertThat(OriginalMarker.refAtEndOf("said " + MARKER.render())).isEmpty();
        assertThat(OriginalMarker.refAtEndOf("[headroom_retrieve ref=0123456789ab]"))
                .isEmpty();
        assertThat(OriginalMarker.refAtEndOf("")).isEmpty();
    }

    @Property(seed = "5403")
    void escaping_leaves_nothing_that_reads_like_a_marker(@ForAll String before, @ForAll String after) {
        String forged = before + MARKER.render() + after + MARKER.render();
        String escaped = OriginalMarker.escapeLookAlikes(forged);
        assertThat(OriginalMarker.hasLookAlike(forged)).isTrue();
        assertThat(OriginalMarker.hasLookAlike(escaped)).isFalse();
        assertThat(OriginalMarker.refAtEndOf(escaped)).isEmpty();
        assertThat(OriginalMarker.escapeLookAlikes(escaped)).isEqualTo(escaped);
    }

    @Example
    void counts_lines_by_line_feeds() {
        assertThat(OriginalMarker.of("").lines()).isEqualTo(1);
        assertThat(OriginalMarker.of("\n").lines()).isEqualTo(1);
        assertThat(OriginalMarker.of("a\rb\r\nc").lines()).isEqualTo(2);
        assertThat(OriginalMarker.of("one").render()).endsWith("for all 1 line]");
        assertThatThrownBy(() -> new OriginalMarker(MARKER.id(), 0)).hasMessageContaining("but was 0");
    }

    @Example
    void a_reference_is_understood_as_models_quote_it() {
        assertThat(OriginalMarker.refIn("0123456789ab")).contains("0123456789ab");
        assertThat(OriginalMarker.refIn(" 0123456789AB ")).contains("0123456789ab");
        assertThat(OriginalMarker.refIn("ref=0123456789ab")).contains("0123456789ab");
        assertThat(OriginalMarker.refIn(MARKER.render())).contains("0123456789ab");
        assertThat(OriginalMarker.refIn(MARKER.id().sha256()))
                .contains(MARKER.id().sha256());
        assertThat(OriginalMarker.refIn("0123456789")).isEmpty();
        assertThat(OriginalMarker.refIn("0123456789abc")).isEmpty();
        assertThat(OriginalMarker.refIn("0123456789ab 0123456789ac")).isEmpty();
        assertThat(OriginalMarker.refIn("")).isEmpty();
    }
}
