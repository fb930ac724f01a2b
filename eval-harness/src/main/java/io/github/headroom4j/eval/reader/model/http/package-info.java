/** The HTTP client through which LangChain4j's model modules send their requests. */
@NullMarked
package io.github.headroom4j.eval.reader.model.http;

import org.jspecify.annotations.NullMarked;
