/**
 * Headroom for LangChain4j's tools, the only package of this module that knows LangChain4j: decorators that compress
 * what a tool returns, and the tool that reads back what was left out. Start at {@link
 * io.github.headroom4j.tool.HeadroomTools}.
 */
@NullMarked
package io.github.headroom4j.tool;

import org.jspecify.annotations.NullMarked;
