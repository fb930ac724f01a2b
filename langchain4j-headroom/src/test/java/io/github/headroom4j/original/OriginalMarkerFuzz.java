package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.headroom4j.hostile.FuzzedText;

/** The parser of markers: it finds only what a marker of ours says, and nothing once look-alikes are escaped. */
final class OriginalMarkerFuzz {

    @DictionaryFile(resourcePath = "/io/github/headroom4j/hostile/fuzz.dict")
    @FuzzTest
    void only_markers_are_read_as_markers(byte[] bytes) {
        String text = FuzzedText.of(bytes);

        OriginalMarker.refAtEndOf(text).ifPresent(ref -> {
            assertThat(OriginalMarker.hasLookAlike(text)).isTrue();
            assertThat(OriginalMarker.refIn(ref)).contains(ref);
            assertThat(text).contains("[headroom_retrieve ref=" + ref + " for all ");
        });
        OriginalMarker.refIn(text).ifPresent(ref -> assertThat(text).containsIgnoringCase(ref));
        String escaped = OriginalMarker.escapeLookAlikes(text);
        assertThat(OriginalMarker.hasLookAlike(escaped)).isFalse();
        assertThat(OriginalMarker.refAtEndOf(escaped)).isEmpty();
        OriginalMarker marker = OriginalMarker.of(text);
        assertThat(OriginalMarker.refAtEndOf(escaped + "\n" + marker.render()))
                .contains(marker.id().shortForm());
    }
}
