package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.SourceFile;

/** Reads one format, from first to last question, in a stream. Stateless. */
@FunctionalInterface
interface QuestionReader {

    /**
     * Reads all questions.
     *
     * @throws io.github.headroom4j.eval.dataset.DatasetException if the file is not of the format; the message names the place
     */
    void read(SourceFile file, QuestionSink sink);
}
