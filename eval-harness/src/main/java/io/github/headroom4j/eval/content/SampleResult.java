package io.github.headroom4j.eval.content;

import io.github.headroom4j.content.ContentType;
import java.util.List;

/**
 * What was found about one sample.
 *
 * @param sample the sample
 * @param tier how repetitive it is
 * @param detected the type of most of its characters
 * @param sections how many sections it was split into
 * @param lossless repacked only
 * @param reversible with what was left out kept aside
 * @param hidden the vital texts that the reversible output does not show
 */
record SampleResult(
        Sample sample,
        String tier,
        String detected,
        int sections,
        Shrunk lossless,
        Shrunk reversible,
        List<String> hidden) {

    SampleResult {
        hidden = List.copyOf(hidden);
    }

    int vitalVisible() {
        return sample.vital().size() - hidden.size();
    }

    boolean asExpected() {
        return TypeLabel.fits(sample.type(), new ContentType(detected));
    }
}
