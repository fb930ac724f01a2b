package io.github.headroom4j.eval.workload.rag;

/**
 * A page of documentation. Immutable.
 *
 * @param id library and name, for instance {@code kafka-clients/org.apache.kafka.clients.consumer.KafkaConsumer}
 * @param title what a reader would call it, for instance {@code KafkaConsumer}; not part of the text
 * @param library the short name of the library
 * @param split "dev" or "test", the same for all documents of a library
 * @param text Markdown without HTML: a paragraph is one line, headings begin with {@code #}, items with {@code -} or a
 *     number, rows of tables with {@code |}, and code stands between fences
 */
record CorpusDocument(String id, String title, String library, String split, String text) {}
