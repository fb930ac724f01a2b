package io.github.headroom4j.eval.workload.rag;

import java.nio.file.Path;

/** The real corpus, read once for all tests because that takes seconds. */
final class SharedCorpus {

    static final Path FOLDER = Path.of("..", "datasets", "rag");
    static final Corpus CORPUS = Corpus.read(FOLDER);

    private SharedCorpus() {}
}
