/**
 * Context compression for LangChain4j agents: what an agent reads becomes smaller before the model sees it, and every
 * original stays retrievable.
 *
 * <pre>
 *  tool result ──► CompressingToolExecutor ────┐   primary: at birth, once; the bytes never change again
 *  old history ──► CompressingChatMemoryStore ─┼─► Headroom.compress(request)
 *  RAG content ──► CompressingContentInjector ─┘    1 gate      too small / verbatim tool / already ours → Unchanged(reason)
 *                                                   2 route     detect the type; split mixed content; first confident wins
 *                                                   3 repack    lossless re-encoding
 *                                                   4 select    segments → scores → keep or drop
 *                                                   5 accept    counted tokens really fall
 *                                                   6 keep      store original → load → compare → only then the marker
 *  model calls headroom_retrieve(ref, lines | grep | path) ──► a slice of the exact original
 * </pre>
 *
 * <p>Start at {@link io.github.headroom4j.Headroom}; for an agent, at {@code HeadroomTools} in {@code .tool}.
 */
@NullMarked
package io.github.headroom4j;

import org.jspecify.annotations.NullMarked;
