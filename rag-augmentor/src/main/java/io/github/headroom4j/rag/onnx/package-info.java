/**
 * Pruning models in the process: transformers in the ONNX format that say of each token of a passage whether it is needed, read
 * through the tokenizers of DJL and ONNX Runtime. Both are optional dependencies.
 */
@NullMarked
package io.github.headroom4j.rag.onnx;

import org.jspecify.annotations.NullMarked;
