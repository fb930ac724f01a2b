package io.github.headroom4j.eval.importer.tool;

/** Takes what a source finds. */
interface CaseSink {

    /** Something that can be a case. */
    void found(Draft draft);

    /** Something that cannot. */
    void dropped(String reason);

    /** Something odd about what was found. */
    void note(String note);
}
