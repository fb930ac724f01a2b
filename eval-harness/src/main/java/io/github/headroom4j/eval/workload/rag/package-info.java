/**
 * Questions about real documentation, answered from passages that a retriever found. What the corpus consists of and how
 * the questions were made is told in {@code datasets/rag/README.md}.
 *
 * <p>The way of the documents: {@code CorpusManifest} → {@code JavadocDocuments}, {@code KafkaOptions} and {@code
 * SpringProperties} → {@code Corpus}.
 */
@NullMarked
package io.github.headroom4j.eval.workload.rag;

import org.jspecify.annotations.NullMarked;
