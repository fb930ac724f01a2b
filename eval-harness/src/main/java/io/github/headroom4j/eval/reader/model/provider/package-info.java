/**
 * The models there are: through LangChain4j's modules for OpenAI, Anthropic and Ollama, and in process through llama.cpp. The only
 * package that knows them, and loaded only when a reader is asked for by name.
 */
@NullMarked
package io.github.headroom4j.eval.reader.model.provider;

import org.jspecify.annotations.NullMarked;
