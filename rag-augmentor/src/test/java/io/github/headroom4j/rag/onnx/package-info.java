@NullMarked
package io.github.headroom4j.rag.onnx;

import org.jspecify.annotations.NullMarked;
