package io.github.headroom4j.eval.content;

import java.util.List;

/** The samples below a folder in the order of their names, and the files that are none, with the reason. */
record SampleTree(List<Sample> samples, List<Skipped> skipped) {

    /** A file that was not measured. */
    record Skipped(String name, String reason) {}

    SampleTree {
        samples = List.copyOf(samples);
        skipped = List.copyOf(skipped);
    }
}
