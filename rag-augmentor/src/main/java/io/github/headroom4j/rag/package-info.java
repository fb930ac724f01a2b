/**
 * Retrieved passages that stay small: cut to the sentences that a question needs, by decorators of LangChain4j's content
 * injectors and retrieval augmentors. Sources stay whole, and what is left out can be read back.
 */
@NullMarked
package io.github.headroom4j.rag;

import org.jspecify.annotations.NullMarked;
