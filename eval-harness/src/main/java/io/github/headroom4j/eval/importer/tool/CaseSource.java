package io.github.headroom4j.eval.importer.tool;

import java.nio.file.Path;
import java.util.List;

/** Reads one format. The same input and options give the same drafts in the same order, as often as it is read. Stateless. */
interface CaseSource {

    /**
     * The files that an input is made of, in a fixed order.
     *
     * @throws io.github.headroom4j.eval.dataset.DatasetException if there are none; the message names what was looked for
     */
    default List<Path> files(Path input) {
        return List.of(input);
    }

    /**
     * Reads everything.
     *
     * @throws io.github.headroom4j.eval.dataset.DatasetException if the input is not of the format; the message names the place
     */
    void read(Path input, ToolOptions options, CaseSink sink);
}
