package io.github.headroom4j.eval.dataset;

/**
 * A passage that a retriever found for a case's question. Immutable.
 *
 * @param source the document that it comes from, unique within the corpus
 * @param title the title of the document or of the part that the passage is from; may be empty
 * @param text what the retriever returned
 * @param score the retriever's score, higher is nearer; comparable only within one case
 */
public record RetrievedPassage(String source, String title, String text, double score) {}
