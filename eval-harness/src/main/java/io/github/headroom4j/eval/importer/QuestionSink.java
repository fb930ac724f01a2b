package io.github.headroom4j.eval.importer;

/** Takes what a reader finds in a file. */
interface QuestionSink {

    /** A question that can be a case. */
    void question(SourceQuestion question);

    /** A question that cannot. */
    void dropped(DropReason reason);
}
